import { breakerActivity, tripsOf } from '../../operation/activity.ts'
import type { Attempt } from '../../operation/attempt.ts'
import type { BreakerEvent } from '../../operation/breaker-event.ts'
import type { FunctionCounters } from '../../operation/counters.ts'
import { type Deletion, deletionEvent, type OperationEvent, type StoredEvent } from '../../operation/event.ts'
import type { FinishedOperation } from '../../operation/operation.ts'
import type { Expired, FinishedBefore } from '../../operation/query.ts'
import type { StoreRecord } from '../../operation/record.ts'
import type { SettingsEvent } from '../../operation/settings-event.ts'
import { isFinished, type OperationState } from '../../operation/state.ts'
import type { Step } from '../../operation/step.ts'
import { type CounterSum, emptySum, sumDeletions } from '../counter-sums.ts'
import { ActivityTable } from './activity-table.ts'
import { ChildTable } from './child-table.ts'
import type { EventLog } from './event-log.ts'
import { OperationTable } from './operation-table.ts'
import { RecordTable } from './record-table.ts'

/** Everything a memory store holds. */
export class Tables {
  readonly operations = new OperationTable()
  readonly attempts = new ChildTable<Attempt>()
  readonly steps = new ChildTable<Step>()
  readonly records = new RecordTable()
  readonly activity = new ActivityTable()
  readonly log: EventLog
  readonly #counters = new Map<string, CounterSum>()

  constructor(log: EventLog) {
    this.log = log
  }

  /** A breaker's event says when its trips happened. */
  put(record: StoreRecord, event: BreakerEvent | SettingsEvent | undefined): void {
    const before = this.records.find(record)
    if (event !== undefined && 'scope' in event) {
      this.activity.add(breakerActivity(tripsOf(record) - (before === undefined ? 0 : tripsOf(before)), event.at))
    }
    this.records.put(record)
  }

  counters(): readonly FunctionCounters[] {
    return [...this.#counters.values()].map((sum) => ({ ...sum, rows: { ...sum.rows } }))
  }

  count(sums: readonly CounterSum[]): void {
    for (const sum of sums) {
      const total = this.#counters.get(sum.functionName) ?? emptySum(sum.functionName)
      this.#counters.set(sum.functionName, total)
      for (const state of Object.keys(sum.rows) as OperationState[]) total.rows[state] += sum.rows[state]
      total.created += sum.created
      total.blocked += sum.blocked
      total.recovered += sum.recovered
      total.failed += sum.failed
      total.exhausted += sum.exhausted
      total.retryAttempts += sum.retryAttempts
      total.recoveryMs += sum.recoveryMs
      total.lightCalls += sum.lightCalls
    }
  }

  holdsExpired({ finished, entriesBefore }: Expired): boolean {
    if (finished.some((wanted) => this.operations.finishedBefore(wanted, 1).length > 0)) return true
    return entriesBefore !== null && (this.log.holdsOlder(entriesBefore) || this.activity.holdsOlder(entriesBefore))
  }

  /** Deletes up to `limit` of the oldest; answers how many. */
  deleteFinished(finished: FinishedBefore, limit: number): number {
    const old = this.operations.finishedBefore(finished, limit)
    for (const id of old) this.delete(id)
    return old.length
  }

  /** Deletes those that are finished, and writes of each that it was deleted. */
  deleteOperations(ids: readonly string[], deletion: Deletion): readonly StoredEvent[] {
    const events: OperationEvent[] = []
    for (const id of ids) {
      const operation = this.operations.get(id)
      if (operation === undefined || !isFinished(operation.state)) continue
      this.delete(id)
      events.push(deletionEvent(operation as FinishedOperation, deletion))
    }
    return this.log.append(events)
  }

  /** With all that is the operation's but its log entries. */
  delete(operationId: string): void {
    const operation = this.operations.get(operationId)
    if (operation === undefined) return
    this.operations.delete(operationId)
    this.attempts.deleteOf(operationId)
    this.steps.deleteOf(operationId)
    this.count(sumDeletions([operation]))
  }
}
