import type { ActivityPoint } from '../operation/activity.ts'
import type { Attempt } from '../operation/attempt.ts'
import type { BreakerEvent, StoredBreakerEvent } from '../operation/breaker-event.ts'
import type { Change } from '../operation/change.ts'
import type { Random } from '../operation/clock.ts'
import type { FunctionCounters, LightCalls } from '../operation/counters.ts'
import type { LogPosition } from '../operation/cursor.ts'
import type { CommitListener } from '../operation/dispatcher.ts'
import type { StoredEvent } from '../operation/event.ts'
import type { Operation, RunningOperation, WaitingOperation } from '../operation/operation.ts'
import type { RecordKind, StoreRecord } from '../operation/record.ts'
import type { Step } from '../operation/step.ts'
import type {
  ActivityQuery,
  BlockedScope,
  BreakerLogQuery,
  CommitAnswer,
  CommitGauge,
  Expired,
  FinishedBefore,
  LogQuery,
  NumberPage,
  OperationFilter,
  OperationPage,
  OperationQuery,
  ProgressWrite,
  Store,
} from '../operation/store.ts'
import { closedError } from './closed.ts'
import { CommitHooks, type ReportError } from './commit-hooks.ts'
import { CommitQueue } from './commit-queue.ts'
import { countRows, sumCalls } from './counter-sums.ts'
import { newEpoch } from './epoch.ts'
import { countedByCounters, matcher } from './filter.ts'
import { commitIsolated } from './isolation.ts'
import { dueOperations, first } from './memory/due.ts'
import { EventLog } from './memory/event-log.ts'
import { listPage } from './memory/list.ts'
import { Tables } from './memory/tables.ts'
import { MemoryTransaction } from './memory/transaction.ts'
import { cutPage, type Paged } from './number-page.ts'
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

class MemoryStore implements Store {
  readonly name = 'memory'
  readonly #hooks: CommitHooks
  readonly #tables: Tables
  readonly #turns = new TurnTaking()
  readonly #queue = new CommitQueue((changes) => this.#turns.run(() => commitIsolated(changes, (part) => this.#transact(part))))
  #closed = false

  constructor({ random, maxEvents = 100_000, onError }: MemoryStoreOptions) {
    this.#hooks = new CommitHooks(onError)
    this.#tables = new Tables(new EventLog(newEpoch(random), maxEvents))
  }

  async commit(changes: readonly Change[]): Promise<readonly CommitAnswer[]> {
    if (this.#closed) return changes.map(() => ({ kind: 'unavailable', error: closedError() }))
    return this.#queue.add(changes)
  }

  async #transact(changes: readonly Change[]): Promise<readonly CommitAnswer[]> {
    const transaction = new MemoryTransaction(this.#tables)
    const answers = changes.map((change) => transaction.apply(change))
    const joined = this.#hooks.enter(null, transaction.accepted)
    const afterCommit = joined instanceof Promise ? await joined : joined
    this.#hooks.announce(transaction.commit(), afterCommit)
    return answers
  }

  get commits(): CommitGauge {
    return this.#queue
  }

  joinCommits(listener: CommitListener): void {
    this.#hooks.join(listener)
  }

  onEvents(listener: (events: readonly StoredEvent[]) => void): () => void {
    return this.#hooks.onEvents(listener)
  }

  onBreakerEvents(listener: (events: readonly StoredBreakerEvent[]) => void): () => void {
    return this.#hooks.onBreakerEvents(listener)
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

  async count(filter: OperationFilter): Promise<number> {
    const tables = this.#read()
    if (countedByCounters(filter)) return countRows(tables.counters(), filter.states, filter.functionNames)
    const matches = matcher(filter)
    let count = 0
    for (const operation of tables.operations.all()) if (matches(operation)) count += 1
    return count
  }

  async attempts(operationId: string, page: NumberPage): Promise<Paged<Attempt>> {
    const rows = [...this.#read().attempts.of(operationId)].sort((a, b) => a.sequence - b.sequence)
    return cutPage(rows, page, (attempt) => attempt.sequence)
  }

  async attempt(id: string): Promise<Attempt | null> {
    return this.#read().attempts.get(id) ?? null
  }

  async steps(operationId: string): Promise<readonly Step[]> {
    return [...this.#read().steps.of(operationId)].sort((a, b) => a.finishedAt - b.finishedAt)
  }

  async step(id: string): Promise<Step | null> {
    return this.#read().steps.get(id) ?? null
  }

  async operationEvents(operationId: string, page: NumberPage): Promise<Paged<StoredEvent>> {
    return this.#read().log.page(operationId, page)
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

  async due(functionName: string, now: number, limit: number): Promise<readonly WaitingOperation[]> {
    return dueOperations(this.#read().operations.waiting(functionName), now, limit)
  }

  async nextDueAt(now: number): Promise<number | null> {
    return this.#read().operations.nextDueAt(now)
  }

  async blocked(functionName: string, limit: number, scope?: string): Promise<readonly WaitingOperation[]> {
    return first(this.#read().operations.blocked(functionName, scope).ascending(), limit)
  }

  async blockedScopes(functionName: string): Promise<readonly BlockedScope[]> {
    return this.#read().operations.blockedScopes(functionName)
  }

  async running(afterId: string | null, limit: number): Promise<readonly RunningOperation[]> {
    const isPassed = ({ id }: RunningOperation) => afterId !== null && compareText(id, afterId) <= 0
    return first(this.#read().operations.running.ascending(isPassed), limit)
  }

  async overdue(now: number, limit: number): Promise<readonly (WaitingOperation | RunningOperation)[]> {
    return first(this.#read().operations.deadlines.ascending(), limit).filter(({ deadlineAt }) => Number(deadlineAt) <= now)
  }

  async nextDeadlineAt(now: number): Promise<number | null> {
    return this.#read().operations.nextDeadlineAt(now)
  }

  async records(kind: RecordKind): Promise<readonly StoreRecord[]> {
    return this.#read().records.of(kind)
  }

  async putRecords(records: readonly StoreRecord[], event?: BreakerEvent): Promise<void> {
    const tables = this.#read()
    await this.#turns.run(() => {
      for (const record of records) tables.put(record, event)
      if (event !== undefined) this.#hooks.announceBreaker(tables.log.appendBreaker(event))
    })
  }

  async holdsExpired(expired: Expired): Promise<boolean> {
    return this.#read().holdsExpired(expired)
  }

  async deleteFinished(finished: FinishedBefore, limit: number): Promise<number> {
    const tables = this.#read()
    return this.#turns.run(() => tables.deleteFinished(finished, limit))
  }

  async trimLog(before: number, limit: number): Promise<number> {
    return this.#turns.run(() => this.#read().log.trim(before, limit))
  }

  async trimActivity(before: number, limit: number): Promise<number> {
    return this.#turns.run(() => this.#read().activity.trim(before, limit))
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#queue.idle()
    await this.#turns.run(() => undefined)
  }

  #read(): Tables {
    if (this.#closed) throw closedError()
    return this.#tables
  }
}
