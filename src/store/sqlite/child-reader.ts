import type { Database, Statement } from 'better-sqlite3'
import type { Attempt } from '../../operation/attempt.ts'
import type { StoredBreakerEvent } from '../../operation/breaker-event.ts'
import type { StoredEvent } from '../../operation/event.ts'
import type { Step } from '../../operation/step.ts'
import type { BreakerLogQuery, LogQuery, NumberPage } from '../../operation/store.ts'
import type { Vault } from '../encryption/vault.ts'
import type { Paged } from '../number-page.ts'
import {
  type AttemptRow,
  type EventRow,
  NO_OPERATION,
  type StepRow,
  toAttempt,
  toStep,
  toStoredBreakerEvent,
  toStoredEvent,
} from './child-rows.ts'
import { NumberPages } from './number-pages.ts'

/** Reads attempts, steps and events. */
export class ChildReader {
  readonly #toAttempt: (row: AttemptRow) => Attempt
  readonly #toStep: (row: StepRow) => Step
  readonly #toEvent: (row: EventRow) => StoredEvent
  readonly #toBreakerEvent: (row: EventRow) => StoredBreakerEvent
  readonly #attempts: NumberPages<AttemptRow>
  readonly #events: NumberPages<EventRow>
  readonly #attempt: Statement<[string], AttemptRow>
  readonly #step: Statement<[string], StepRow>
  readonly #steps: Statement<[string], StepRow>
  readonly #log: Statement<[number, number], EventRow>
  readonly #logOf: Statement<[string, number, number], EventRow>
  readonly #breakerLog: Statement<[number, string | null, number], EventRow>

  constructor(database: Database, vault: Vault | null) {
    this.#toAttempt = (row) => toAttempt(row, vault)
    this.#toStep = (row) => toStep(row, vault)
    this.#toEvent = (row) => toStoredEvent(row, vault)
    this.#toBreakerEvent = (row) => toStoredBreakerEvent(row, vault)
    this.#attempts = new NumberPages(database, 'recovery_attempts', 'sequence')
    this.#events = new NumberPages(database, 'recovery_events', 'position')
    this.#attempt = database.prepare('select * from recovery_attempts where id = ?')
    this.#step = database.prepare('select * from recovery_steps where id = ?')
    this.#steps = database.prepare('select * from recovery_steps where operation_id = ? order by finished_at, rowid')
    this.#log = database.prepare(
      `select * from recovery_events where position > ? and operation_id <> '${NO_OPERATION}' order by position limit ?`,
    )
    this.#logOf = database.prepare(
      'select * from recovery_events where operation_id = ? and position > ? order by position limit ?',
    )
    this.#breakerLog = database.prepare(
      `select * from recovery_events where operation_id = '${NO_OPERATION}' and position > ? and function_name = ifnull(?, function_name)
       order by position limit ?`,
    )
  }

  attempts(operationId: string, page: NumberPage): Paged<Attempt> {
    return this.#attempts.read(operationId, page, this.#toAttempt)
  }

  attempt(id: string): Attempt | null {
    const row = this.#attempt.get(id)
    return row === undefined ? null : this.#toAttempt(row)
  }

  steps(operationId: string): readonly Step[] {
    return this.#steps.all(operationId).map(this.#toStep)
  }

  step(id: string): Step | null {
    const row = this.#step.get(id)
    return row === undefined ? null : this.#toStep(row)
  }

  operationEvents(operationId: string, page: NumberPage): Paged<StoredEvent> {
    return operationId === NO_OPERATION ? { items: [], hasMore: false } : this.#events.read(operationId, page, this.#toEvent)
  }

  log({ after, limit, operationId }: LogQuery): readonly StoredEvent[] {
    if (operationId === NO_OPERATION) return []
    const rows =
      operationId === undefined ? this.#log.all(after.position, limit) : this.#logOf.all(operationId, after.position, limit)
    return rows.map(this.#toEvent)
  }

  breakerLog({ after, limit, scope }: BreakerLogQuery): readonly StoredBreakerEvent[] {
    return this.#breakerLog.all(after.position, scope ?? null, limit).map(this.#toBreakerEvent)
  }
}
