import type { Database, Statement } from 'better-sqlite3'
import type { Attempt } from '../../operation/attempt.ts'
import type { StoredBreakerEvent } from '../../operation/breaker-event.ts'
import type { StoredEvent } from '../../operation/event.ts'
import type { BreakerLogQuery, LogQuery, NumberPage, Paged } from '../../operation/query.ts'
import { SETTINGS_CHANGED } from '../../operation/settings-event.ts'
import type { Step } from '../../operation/step.ts'
import type { Vault } from '../encryption/vault.ts'
import { type AttemptRow, type EventRow, type StepRow, toAttempt, toStep, toStoredEvent } from './child-rows.ts'
import { NO_OPERATION, toStoredBreakerEvent } from './log-rows.ts'
import { NumberPages } from './number-pages.ts'
import { rowsById } from './rows-by-id.ts'

/** Reads attempts, steps and events. */
export class ChildReader {
  readonly #toAttempt: (row: AttemptRow) => Attempt
  readonly #toStep: (row: StepRow) => Step
  readonly #toEvent: (row: EventRow) => StoredEvent
  readonly #toBreakerEvent: (row: EventRow) => StoredBreakerEvent
  readonly #attempts: NumberPages<AttemptRow>
  readonly #events: NumberPages<EventRow>
  readonly #attemptsById: Statement<[string], AttemptRow>
  readonly #stepsById: Statement<[string], StepRow>
  readonly #stepsOf: Statement<[string], StepRow>
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
    this.#attemptsById = database.prepare(rowsById('recovery_attempts'))
    this.#stepsById = database.prepare(rowsById('recovery_steps'))
    this.#stepsOf = database.prepare(
      `select t.* from json_each(?) as wanted cross join recovery_steps t on t.operation_id = wanted.value
       order by t.finished_at, t.rowid`,
    )
    this.#log = database.prepare(
      `select * from recovery_events where position > ? and operation_id <> '${NO_OPERATION}' order by position limit ?`,
    )
    this.#logOf = database.prepare(
      'select * from recovery_events where operation_id = ? and position > ? order by position limit ?',
    )
    this.#breakerLog = database.prepare(
      `select * from recovery_events where operation_id = '${NO_OPERATION}' and type <> '${SETTINGS_CHANGED}' and position > ? and function_name = ifnull(?, function_name)
       order by position limit ?`,
    )
  }

  attemptsOf(operationIds: readonly string[], page: NumberPage): ReadonlyMap<string, Paged<Attempt>> {
    return this.#attempts.read(operationIds, page, this.#toAttempt)
  }

  attemptsById(ids: readonly string[]): readonly Attempt[] {
    return this.#attemptsById.all(distinct(ids)).map(this.#toAttempt)
  }

  stepsOf(operationIds: readonly string[]): ReadonlyMap<string, readonly Step[]> {
    const found = new Map(operationIds.map((id): [string, Step[]] => [id, []]))
    for (const row of this.#stepsOf.all(distinct(operationIds))) found.get(row.operation_id)?.push(this.#toStep(row))
    return found
  }

  stepsById(ids: readonly string[]): readonly Step[] {
    return this.#stepsById.all(distinct(ids)).map(this.#toStep)
  }

  eventsOf(operationIds: readonly string[], page: NumberPage): ReadonlyMap<string, Paged<StoredEvent>> {
    const ids = operationIds.filter((id) => id !== NO_OPERATION)
    const found = this.#events.read(ids, page, this.#toEvent)
    return ids.length === operationIds.length ? found : new Map([...found, [NO_OPERATION, { items: [], hasMore: false }]])
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

/** As the statements take them; one that came twice would be answered twice. */
function distinct(ids: readonly string[]): string {
  return JSON.stringify([...new Set(ids)])
}
