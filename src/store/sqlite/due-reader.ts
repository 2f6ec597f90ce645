import type { Database, Statement } from 'better-sqlite3'
import type { WaitingOperation } from '../../operation/operation.ts'
import type { BlockedScope } from '../../operation/store.ts'
import type { OperationReader, StoredFunction } from './operation-reader.ts'
import type { OperationRow } from './operation-row.ts'
import type { OperationRows } from './operation-rows.ts'
import type { PriorityLevels } from './priority-levels.ts'
import { BLOCKED_KINDS, shelfOf, WAITING_STATES } from './shelf.ts'

/** Reads what is due, and what a circuit breaker keeps from it, from an index that holds waiting operations only. */
export class DueReader {
  readonly #operations: OperationReader
  readonly #rows: OperationRows
  readonly #levels: PriorityLevels
  readonly #due: Statement<[number, number, number, number], OperationRow>
  readonly #nextDue: Statement<[number, number, number], { at: number | null }>
  readonly #blockedBy: Statement<[number, string, number], OperationRow>
  readonly #blockedScopes: Statement<[string], { readonly shelf: number } & Omit<BlockedScope, 'functionName'>>

  constructor(database: Database, operations: OperationReader, rows: OperationRows, levels: PriorityLevels) {
    this.#operations = operations
    this.#rows = rows
    this.#levels = levels
    this.#due = database.prepare(
      `select * from recovery_operations where shelf = ? and priority = ? and due_at is not null and due_at <= ?
       order by due_at, id limit ?`,
    )
    this.#nextDue = database.prepare(
      'select min(due_at) as at from recovery_operations where shelf = ? and priority = ? and due_at is not null and due_at > ?',
    )
    this.#blockedBy = database.prepare(
      `select * from recovery_operations where blocked_by is not null and shelf = ? and blocked_by = ?
       order by priority desc, due_at, id limit ?`,
    )
    this.#blockedScopes = database.prepare(
      `select shelf, blocked_by as scope, count(*) as operations from recovery_operations
       where blocked_by is not null and shelf in (select value from json_each(?)) group by shelf, blocked_by`,
    )
  }

  /** Highest priority first, then the longest due. */
  due(functionName: string, now: number, limit: number): readonly WaitingOperation[] {
    const owner = this.#functionNamed(functionName)
    return owner === undefined ? [] : this.#bestOf(waitingShelves(owner), now, limit)
  }

  /** In the same order, whatever their due time; of one scope, or of all. */
  blocked(functionName: string, limit: number, scope?: string): readonly WaitingOperation[] {
    const shelves = this.#blockedShelves(functionName)
    if (scope === undefined) return this.#bestOf(shelves, Number.MAX_SAFE_INTEGER, limit)
    const found = shelves.flatMap((shelf) =>
      this.#rows.first<WaitingOperation>(limit, (count) => this.#blockedBy.all(shelf, scope, count)),
    )
    return found.sort((a, b) => b.priority - a.priority || a.dueAt - b.dueAt).slice(0, limit)
  }

  /** A scope's operations lie on two shelves of their function: those never attempted, and those that failed before. */
  blockedScopes(functionNames: readonly string[]): readonly BlockedScope[] {
    const wanted = new Set(functionNames)
    const owners = this.#operations.functions().filter((owner) => wanted.has(owner.functionName))
    const nameOf = new Map(owners.flatMap((owner) => blockedShelves(owner).map((shelf) => [shelf, owner.functionName])))
    const found = new Map<string, BlockedScope>()
    for (const { shelf, scope, operations } of this.#blockedScopes.all(JSON.stringify([...nameOf.keys()]))) {
      const functionName = nameOf.get(shelf) as string
      const key = JSON.stringify([functionName, scope])
      found.set(key, { functionName, scope, operations: operations + (found.get(key)?.operations ?? 0) })
    }
    return [...found.values()]
  }

  #blockedShelves(functionName: string): readonly number[] {
    const owner = this.#functionNamed(functionName)
    return owner === undefined ? [] : blockedShelves(owner)
  }

  #functionNamed(functionName: string): StoredFunction | undefined {
    return this.#operations.functions().find((other) => other.functionName === functionName)
  }

  #bestOf(shelves: readonly number[], now: number, limit: number): readonly WaitingOperation[] {
    const found: WaitingOperation[] = []
    for (const priority of this.#prioritiesOf(shelves)) {
      if (found.length >= limit) break
      const left = limit - found.length
      const longestFirst = shelves
        .flatMap((shelf) => this.#rows.first<WaitingOperation>(left, (count) => this.#due.all(shelf, priority, now, count)))
        .sort((a, b) => a.dueAt - b.dueAt)
      found.push(...longestFirst.slice(0, left))
    }
    return found
  }

  nextDueAt(now: number): number | null {
    let earliest: number | null = null
    for (const shelf of this.#operations.functions().flatMap(waitingShelves)) {
      for (const priority of this.#levels.of(shelf)) {
        const at = this.#nextDue.get(shelf, priority, now)?.at ?? null
        if (at !== null && (earliest === null || at < earliest)) earliest = at
      }
    }
    return earliest
  }

  #prioritiesOf(shelves: readonly number[]): readonly number[] {
    return [...new Set(shelves.flatMap((shelf) => this.#levels.of(shelf)))].sort((a, b) => b - a)
  }
}

function blockedShelves({ id, blocked }: StoredFunction): readonly number[] {
  return blocked === 0 ? [] : BLOCKED_KINDS.map((kind) => shelfOf(id, kind))
}

function waitingShelves({ id, rows }: StoredFunction): number[] {
  return WAITING_STATES.filter((state) => rows[state] > 0).map((state) => shelfOf(id, state))
}
