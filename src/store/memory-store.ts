import type { ActivityPoint } from '../operation/activity.ts'
import type { Attempt } from '../operation/attempt.ts'
import type { AuditEntry, AuditQuery } from '../operation/audit.ts'
import type { BreakerEvent, StoredBreakerEvent } from '../operation/breaker-event.ts'
import type { Change } from '../operation/change.ts'
import type { Random } from '../operation/clock.ts'
import type { FunctionCounters, LightCalls } from '../operation/counters.ts'
import type { LogPosition } from '../operation/cursor.ts'
import type { Deletion, StoredEvent } from '../operation/event.ts'
import type { Failure } from '../operation/failure.ts'
import type { Operation, RunningOperation, WaitingOperation } from '../operation/operation.ts'
import type {
  ActivityQuery,
  BreakerLogQuery,
  Expired,
  FinishedBefore,
  LogQuery,
  NumberPage,
  OperationFilter,
  OperationPage,
  OperationQuery,
  Paged,
} from '../operation/query.ts'
import type { RecordKind, StoreRecord } from '../operation/record.ts'
import type { SettingsEvent } from '../operation/settings-event.ts'
import type { Step } from '../operation/step.ts'
import type { BlockedScope, CommitAnswer, ProgressWrite, Store } from '../operation/store.ts'
import { AnnouncingStore } from './announcing-store.ts'
import { closedError } from './closed.ts'
import { CommitHooks, type ReportError } from './commit-hooks.ts'
import { CommitQueue } from './commit-queue.ts'
import { countRows, sumCalls } from './counter-sums.ts'
import { newEpoch } from './epoch.ts'
import { countedByCounters } from './filter.ts'
import { commitIsolated } from './isolation.ts'
import { attemptPages, stepLists } from './memory/children.ts'
import { dueOperations, first } from './memory/due.ts'
import { EventLog } from './memory/event-log.ts'
import { countMatches, latestFailures, listPage } from './memory/list.ts'
import { Tables } from './memory/tables.ts'
import { MemoryTransaction } from './memory/transaction.ts'
import { compareText } from './order.ts'
import { TurnTaking } from './turn-taking.ts'

export interface MemoryStoreOptions {
  /** Names the event log, so that a cursor of another process is told apart. */
  readonly random: Random
  /** How many events are kept; the oldest make room. Default 100,000. */
  readonly maxEvents?: number
  /** Told of what a listener threw. Default: a warning of the process. */
  readonly onError?: ReportError
}

/** A store for tests and for work that need not outlive its process. Behaves as the durable ones do. */
export function createMemoryStore(options: MemoryStoreOptions): Store {
  return new MemoryStore(options)
}

class MemoryStore extends AnnouncingStore implements Store {
  readonly name = 'memory'
  readonly #tables: Tables
  readonly #turns = new TurnTaking()
  readonly commits = new CommitQueue((changes) => this.#turns.run(() => commitIsolated(changes, (part) => this.#transact(part))))
  #closed = false

  constructor({ random, maxEvents = 100_000, onError }: MemoryStoreOptions) {
    super(new CommitHooks(onError))
    this.#tables = new Tables(new EventLog(newEpoch(random), maxEvents))
  }

  async commit(changes: readonly Change[]): Promise<readonly CommitAnswer[]> {
    if (this.#closed) return changes.map(() => ({ kind: 'unavailable', error: closedError() }))
    return this.commits.add(changes)
  }

  async #transact(changes: readonly Change[]): Promise<readonly CommitAnswer[]> {
    const transaction = new MemoryTransaction(this.#tables)
    const answers = changes.map((change) => transaction.apply(change))
    const joined = this.hooks.enter(null, transaction.accepted)
    const afterCommit = joined instanceof Promise ? await joined : joined
    this.hooks.announce(transaction.commit(), afterCommit)
    return answers
  }

  async saveProgress(writes: readonly ProgressWrite[]): Promise<void> {
    if (this.#closed) return
    await this.#turns.run(() => {
      for (const { operationId, token, progress } of writes) {
        const operation = this.#tables.operations.get(operationId)
        if (operation?.token === token) this.#tables.operations.put({ ...operation, progress })
      }
    })
  }

  async operation(id: string): Promise<Operation | null> {
    return this.#read().operations.get(id) ?? null
  }

  async operations(ids: readonly string[]): Promise<readonly Operation[]> {
    const { operations } = this.#read()
    return [...new Set(ids)].map((id) => operations.get(id)).filter((operation) => operation !== undefined)
  }

  async list(query: OperationQuery): Promise<OperationPage> {
    return listPage(this.#read().operations, query)
  }

  async latestFailures(limit: number): Promise<readonly Failure[]> {
    return latestFailures(this.#read().operations, limit)
  }

  async count(filter: OperationFilter): Promise<number> {
    const tables = this.#read()
    if (countedByCounters(filter)) return countRows(tables.counters(), filter.states, filter.functionNames)
    return countMatches(tables.operations, filter)
  }

  async attemptsOf(operationIds: readonly string[], page: NumberPage): Promise<ReadonlyMap<string, Paged<Attempt>>> {
    return attemptPages(this.#read().attempts, operationIds, page)
  }

  async attemptsById(ids: readonly string[]): Promise<readonly Attempt[]> {
    return this.#read().attempts.those(ids)
  }

  async stepsOf(operationIds: readonly string[]): Promise<ReadonlyMap<string, readonly Step[]>> {
    return stepLists(this.#read().steps, operationIds)
  }

  async stepsById(ids: readonly string[]): Promise<readonly Step[]> {
    return this.#read().steps.those(ids)
  }

  async eventsOf(operationIds: readonly string[], page: NumberPage): Promise<ReadonlyMap<string, Paged<StoredEvent>>> {
    return this.#read().log.pages(operationIds, page)
  }

  async counters(): Promise<readonly FunctionCounters[]> {
    return this.#read().counters()
  }

  async activity(query: ActivityQuery): Promise<readonly ActivityPoint[]> {
    return this.#read().activity.read(query)
  }

  async countCalls(counts: readonly LightCalls[]): Promise<void> {
    const tables = this.#read()
    await this.#turns.run(() => tables.count(sumCalls(counts)))
  }

  head(): LogPosition {
    return this.#tables.log.head()
  }

  async readLog(query: LogQuery): Promise<readonly StoredEvent[]> {
    return this.#read().log.read(query)
  }

  async readBreakerLog(query: BreakerLogQuery): Promise<readonly StoredBreakerEvent[]> {
    return this.#read().log.readBreakers(query)
  }

  async readAudit(query: AuditQuery): Promise<Paged<AuditEntry>> {
    return this.#read().log.audit(query)
  }

  async due(functionName: string, now: number, limit: number): Promise<readonly WaitingOperation[]> {
    return dueOperations(this.#read().operations.waiting(functionName), now, limit)
  }

  async nextDueAt(now: number): Promise<number | null> {
    return this.#read().operations.nextDueAt(now)
  }

  async blocked(functionName: string, limit: number, scope?: string): Promise<readonly WaitingOperation[]> {
    return first(this.#read().operations.blocked(functionName, scope).ascending(), limit)
  }

  async blockedScopes(functionNames: readonly string[]): Promise<readonly BlockedScope[]> {
    const { operations } = this.#read()
    return functionNames.flatMap((name) => operations.blockedScopes(name))
  }

  async running(afterId: string | null, limit: number): Promise<readonly RunningOperation[]> {
    const isPassed = ({ id }: RunningOperation) => afterId !== null && compareText(id, afterId) <= 0
    return first(this.#read().operations.running.ascending(isPassed), limit)
  }

  async overdue(now: number, limit: number): Promise<readonly (WaitingOperation | RunningOperation)[]> {
    return this.#read().operations.overdue(now, limit)
  }

  async nextDeadlineAt(now: number): Promise<number | null> {
    return this.#read().operations.nextDeadlineAt(now)
  }

  async records(kind: RecordKind): Promise<readonly StoreRecord[]> {
    return this.#read().records.of(kind)
  }

  async putRecords(records: readonly StoreRecord[], event?: BreakerEvent | SettingsEvent): Promise<void> {
    const tables = this.#read()
    await this.#turns.run(() => {
      for (const record of records) tables.put(record, event)
      if (event === undefined) return
      if ('changes' in event) this.hooks.announceSettings(tables.log.appendOther(event))
      else this.hooks.announceBreaker(tables.log.appendOther(event))
    })
  }

  async holdsExpired(expired: Expired): Promise<boolean> {
    return this.#read().holdsExpired(expired)
  }

  async deleteFinished(finished: FinishedBefore, limit: number): Promise<number> {
    const tables = this.#read()
    return this.#turns.run(() => tables.deleteFinished(finished, limit))
  }

  async deleteOperations(ids: readonly string[], deletion: Deletion): Promise<readonly string[]> {
    const tables = this.#read()
    return this.#turns.run(() => {
      const events = tables.deleteOperations(ids, deletion)
      this.hooks.announce(events, null)
      return events.map(({ operationId }) => operationId)
    })
  }

  async trimLog(before: number, limit: number): Promise<number> {
    return this.#turns.run(() => this.#read().log.trim(before, limit))
  }

  async trimActivity(before: number, limit: number): Promise<number> {
    return this.#turns.run(() => this.#read().activity.trim(before, limit))
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.commits.idle()
    await this.#turns.run(() => undefined)
  }

  #read(): Tables {
    if (this.#closed) throw closedError()
    return this.#tables
  }
}
