import type { Database, Statement } from 'better-sqlite3'
import type { AttemptWrite, Change, Guard, RowParts } from '../../operation/change.ts'
import type { OperationEvent } from '../../operation/event.ts'
import type { Operation } from '../../operation/operation.ts'
import type { CommitAnswer } from '../../operation/store.ts'
import type { Vault } from '../encryption/vault.ts'
import {
  ATTEMPT_COLUMNS,
  attemptError,
  attemptValues,
  EVENT_COLUMNS,
  eventValues,
  STEP_COLUMNS,
  stepValues,
} from './child-rows.ts'
import { MetadataIndex } from './metadata-index.ts'
import {
  checkpointText,
  IDENTITY_COLUMNS,
  identityValues,
  inputText,
  progressText,
  type SqlValue,
  STATE_COLUMNS,
  stateValues,
} from './operation-row.ts'
import { type FunctionIds, kindOf, shelfOf } from './shelf.ts'

const COMMITTED: CommitAnswer = { kind: 'committed' }
const CONFLICT: CommitAnswer = { kind: 'conflict' }
const STALE: CommitAnswer = { kind: 'stale' }

/**
 * Writes one change after the other inside an open transaction. Its statements are prepared once and bound by
 * position: this is the hottest path of the product.
 */
export class ChangeWriter {
  readonly #database: Database
  readonly #functions: FunctionIds
  readonly #vault: Vault | null
  readonly #insertOperation: Statement<[SqlValue[]]>
  readonly #insertAttempt: Statement<[SqlValue[]]>
  readonly #updateAttempt: Statement<[SqlValue[]]>
  readonly #insertStep: Statement<[SqlValue[]]>
  readonly #deleteSteps: Statement<[string]>
  readonly #insertEvent: Statement<[SqlValue[]]>
  readonly #metadata: MetadataIndex
  readonly #updates = new Map<string, Statement<[SqlValue[]]>>()

  constructor(database: Database, functions: FunctionIds, vault: Vault | null) {
    this.#database = database
    this.#functions = functions
    this.#vault = vault
    const all = [...IDENTITY_COLUMNS, ...STATE_COLUMNS, 'progress', 'checkpoint']
    this.#insertOperation = database.prepare<[SqlValue[]]>(`${insertInto('recovery_operations', all)} on conflict do nothing`)
    this.#insertAttempt = database.prepare<[SqlValue[]]>(insertInto('recovery_attempts', ATTEMPT_COLUMNS))
    this.#updateAttempt = database.prepare<[SqlValue[]]>(
      'update recovery_attempts set outcome = ?, finished_at = ?, error = ? where id = ? and operation_id = ?',
    )
    this.#insertStep = database.prepare<[SqlValue[]]>(insertInto('recovery_steps', STEP_COLUMNS))
    this.#deleteSteps = database.prepare('delete from recovery_steps where operation_id = ?')
    this.#insertEvent = database.prepare<[SqlValue[]]>(insertInto('recovery_events', EVENT_COLUMNS))
    this.#metadata = new MetadataIndex(database)
  }

  /** @throws when the change contradicts itself or the database; the transaction must then be rolled back. */
  write(change: Change): CommitAnswer {
    const { operation, guard } = change
    if (guard.kind === 'absent') {
      if (!this.#insert(operation)) return this.#duplicate(operation)
    } else if (!this.#update(operation, change.writes, guard)) {
      return guard.kind === 'version' ? CONFLICT : STALE
    }
    if (change.writes.input && guard.kind !== 'absent') this.#deleteSteps.run(operation.id)
    if (change.attempt !== null) this.#writeAttempt(operation.id, change.attempt)
    for (const step of change.steps) this.#insertStep.run(stepValues(step, this.#vault))
    return COMMITTED
  }

  /** Answers the event's position. */
  append(event: OperationEvent): number {
    return Number(this.#insertEvent.run(eventValues(event, this.#vault)).lastInsertRowid)
  }

  #insert(operation: Operation): boolean {
    const shelf = shelfOf(this.#functions.idOf(operation.functionName), kindOf(operation))
    const values = identityValues(operation, this.#vault)
    values.push(...stateValues(operation, shelf, this.#vault), this.#progress(operation), this.#checkpoint(operation))
    if (this.#insertOperation.run(values).changes !== 1) return false
    this.#metadata.add(operation.id, operation.createdAt, operation.metadata)
    return true
  }

  #update(operation: Operation, writes: RowParts, guard: Exclude<Guard, { kind: 'absent' }>): boolean {
    const values = writes.state
      ? stateValues(operation, shelfOf(this.#functions.idOf(operation.functionName), kindOf(operation)), this.#vault)
      : [operation.updatedAt]
    if (writes.progress) values.push(this.#progress(operation))
    if (writes.checkpoint) values.push(this.#checkpoint(operation))
    if (writes.input) values.push(inputText(operation, this.#vault))
    values.push(operation.id, guard.kind === 'version' ? guard.version : guard.token)
    return this.#updateOf(writes, guard.kind).run(values).changes === 1
  }

  #progress({ id, progress }: Operation): string | null {
    return progressText(progress, id, this.#vault)
  }

  #checkpoint({ id, checkpoint }: Operation): string | null {
    return checkpointText(checkpoint, id, this.#vault)
  }

  #updateOf(writes: RowParts, guard: 'version' | 'token'): Statement<[SqlValue[]]> {
    const key = `${guard}${writes.state}${writes.progress}${writes.checkpoint}${writes.input}`
    let statement = this.#updates.get(key)
    if (statement === undefined) {
      const columns: string[] = writes.state ? [...STATE_COLUMNS] : ['updated_at']
      if (writes.progress) columns.push('progress')
      if (writes.checkpoint) columns.push('checkpoint')
      if (writes.input) columns.push('input')
      const assignments = columns.map((column) => `${column} = ?`).join(', ')
      statement = this.#database.prepare<[SqlValue[]]>(
        `update recovery_operations set ${assignments} where id = ? and ${guard} = ?`,
      )
      this.#updates.set(key, statement)
    }
    return statement
  }

  #writeAttempt(operationId: string, write: AttemptWrite): void {
    if (write.kind === 'begin') {
      this.#insertAttempt.run(attemptValues(write.attempt, this.#vault))
      return
    }
    const values: SqlValue[] = [
      write.outcome,
      write.finishedAt,
      attemptError(write.error, write.id, this.#vault),
      write.id,
      operationId,
    ]
    if (this.#updateAttempt.run(values).changes !== 1) {
      throw new Error(`Operation "${operationId}" has no attempt "${write.id}"`)
    }
  }

  #duplicate({ id, functionName, idempotencyKey }: Operation): CommitAnswer {
    const byId = this.#database.prepare<[string]>('select 1 from recovery_operations where id = ?').get(id)
    if (byId !== undefined) return { kind: 'duplicate', holder: id, by: 'id' }
    const byKey = this.#database
      .prepare<[SqlValue[]], { id: string }>('select id from recovery_operations where function_name = ? and idempotency_key = ?')
      .get([functionName, idempotencyKey])
    if (byKey === undefined) throw new Error(`Operation "${id}" was not inserted, and nothing is in its way`)
    return { kind: 'duplicate', holder: byKey.id, by: 'idempotency key' }
  }
}

export function insertInto(table: string, columns: readonly string[]): string {
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}
