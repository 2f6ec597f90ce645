import type { Database } from 'better-sqlite3'
import { isBlocked, type Operation } from '../../operation/operation.ts'
import { OPERATION_STATES, type OperationState } from '../../operation/state.ts'

/** A state, or the part of one that waits for a circuit breaker. */
export type ShelfKind = OperationState | 'blocked_pending' | 'blocked_recovering'

// Stored for ever.
const CODES: Readonly<Record<ShelfKind, number>> = {
  pending: 0,
  in_progress: 1,
  recovering: 2,
  paused: 3,
  success: 4,
  failed: 5,
  exhausted: 6,
  cancelled: 7,
  blocked_pending: 8,
  blocked_recovering: 9,
}
const CODES_PER_FUNCTION = 10

/**
 * The shelf of an operation: one integer for its function and its state. Every index of a list begins with it, so
 * that any choice of states and functions is a merge of a few index scans, and keys stay short. Operations that wait
 * for a circuit breaker have shelves of their own, so that looking for what is due never meets them.
 */
export function shelfOf(functionId: number, kind: ShelfKind): number {
  return functionId * CODES_PER_FUNCTION + CODES[kind]
}

export function kindOf(operation: Operation): ShelfKind {
  if (!isBlocked(operation)) return operation.state
  return operation.state === 'pending' ? 'blocked_pending' : 'blocked_recovering'
}

/** Where operations that can be due are. */
export const WAITING_STATES: readonly OperationState[] = ['pending', 'recovering']

/** The states in which an operation can hold a token. */
export const RUNNING_STATES: readonly OperationState[] = ['in_progress', 'recovering']

/** Where operations that wait for a circuit breaker are. */
export const BLOCKED_KINDS = ['blocked_pending', 'blocked_recovering'] as const

/** The numbers of functions, given to each when its first operation is written. */
export class FunctionIds {
  readonly #ids = new Map<string, number>()
  readonly #find
  readonly #insert

  constructor(database: Database) {
    const columns = OPERATION_STATES.map((state) => `${state}_rows`)
    this.#find = database.prepare<[string], { id: number }>('select id from recovery_functions where name = ?')
    this.#insert = database.prepare<[string]>(
      `insert into recovery_functions (name, created, recovered, failed, retry_attempts, recovery_ms, ${columns.join(', ')})
       values (?, 0, 0, 0, 0, 0, ${columns.map(() => '0').join(', ')})`,
    )
  }

  /** Inside a transaction. */
  idOf(name: string): number {
    let id = this.#ids.get(name)
    if (id === undefined) {
      id = this.#find.get(name)?.id ?? Number(this.#insert.run(name).lastInsertRowid)
      this.#ids.set(name, id)
    }
    return id
  }

  /** After a rollback: a number may have been taken back. */
  forget(): void {
    this.#ids.clear()
  }
}
