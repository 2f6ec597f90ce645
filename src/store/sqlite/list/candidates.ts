import type { Database, Statement } from 'better-sqlite3'
import type { ErrorCategory } from '../../../operation/operation-error.ts'
import type { Ordered } from '../../../operation/order.ts'
import type { OperationState } from '../../../operation/state.ts'
import { errorOrDamaged } from '../../encryption/damaged.ts'
import type { Vault } from '../../encryption/vault.ts'
import type { Candidate } from '../../filter.ts'

interface CandidateRow {
  readonly id: string
  readonly function_name: string
  readonly state: OperationState
  readonly idempotency_key: string | null
  readonly created_at: number
  readonly updated_at: number
  readonly due_at: number | null
  readonly priority: number
  readonly failed_attempts: number
  readonly error_category: ErrorCategory | null
  /** The message alone, or the whole error when it may be encrypted. */
  readonly error: string | null
  readonly metadata: string
}

/** What filters and orders look at. */
export type Listed = Candidate & Ordered

/** Reads what filters and orders look at, without inputs and results. */
export class CandidateReader {
  readonly #vault: Vault | null
  readonly #byId: Statement<[string], CandidateRow>

  constructor(database: Database, vault: Vault | null) {
    this.#vault = vault
    const error = vault === null ? "error ->> '$.message' as error" : 'error'
    this.#byId = database.prepare(
      `select id, function_name, state, idempotency_key, created_at, updated_at, due_at, priority, failed_attempts, error_category,
         ${error}, metadata
       from recovery_operations where id = ?`,
    )
  }

  one(id: string): Listed | null {
    const row = this.#byId.get(id)
    if (row === undefined) return null
    const { error_category: category } = row
    return {
      id: row.id,
      functionName: row.function_name,
      state: row.state,
      idempotencyKey: row.idempotency_key,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      dueAt: row.due_at,
      priority: row.priority,
      failedAttempts: row.failed_attempts,
      error: category === null ? null : { category, message: this.#messageOf(row) },
      metadata: JSON.parse(row.metadata),
    }
  }

  #messageOf({ id, error }: CandidateRow): string {
    const message = this.#vault === null ? error : errorOrDamaged(this.#vault, error, 'operations.error', id)?.message
    return message ?? ''
  }
}
