import type { ActivityPoint } from './activity.ts'
import type { Attempt } from './attempt.ts'
import type { AuditEntry, AuditQuery } from './audit.ts'
import type { BreakerEvent, StoredBreakerEvent } from './breaker-event.ts'
import type { Change } from './change.ts'
import type { FunctionCounters, LightCalls } from './counters.ts'
import type { LogPosition } from './cursor.ts'
import type { CommitListener } from './dispatcher.ts'
import type { StoreUnavailableError } from './errors.ts'
import type { Deletion, StoredEvent } from './event.ts'
import type { Failure } from './failure.ts'
import type { Operation, RunningOperation, WaitingOperation } from './operation.ts'
import type { Progress } from './progress.ts'
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
} from './query.ts'
import type { RecordKind, StoreRecord } from './record.ts'
import type { SettingsEvent, StoredSettingsEvent } from './settings-event.ts'
import type { Step } from './step.ts'

/**
 * What became of one change. A refused change writes neither row nor event and never fails its neighbours.
 *
 * - `conflict`: the row's version moved, or the row is gone: read it and decide anew.
 * - `stale`: the token is no longer the row's: the attempt has lost its lease.
 * - `duplicate`: `holder` has this id, or this function's idempotency key.
 * - `unavailable`: nothing was written (a full disk, a lost connection): it may be tried again.
 * - `rejected`: the database refuses this very change; trying again is useless.
 * - `unknown`: it may or may not have been written: read the row.
 */
export type CommitAnswer =
  | { readonly kind: 'committed' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'duplicate'; readonly holder: string; readonly by: 'id' | 'idempotency key' }
  | { readonly kind: 'unavailable'; readonly error: StoreUnavailableError }
  | { readonly kind: 'rejected'; readonly error: Error }
  | { readonly kind: 'unknown'; readonly error: Error }

export interface BlockedScope {
  readonly functionName: string
  readonly scope: string
  readonly operations: number
}

export interface ProgressWrite {
  readonly operationId: string
  readonly token: string
  readonly progress: Progress
}

/** Transactions of the program's own tables, on a store that keeps its rows in the same database. */
export interface OwnTransactions {
  /**
   * Runs `work` in one transaction and commits the change that it answers with it: both are written, or neither.
   * Nothing else is written meanwhile. Other than `commit` it throws: what `work` threw, or the database's fault.
   *
   * @param work is given the database's entity manager, which is of no use once the transaction has ended
   */
  run(work: (entityManager: unknown) => Promise<Change>): Promise<CommitAnswer>
  /** Whether the caller is inside such a `work`: what it commits is refused, because it would wait for its own end. */
  isInside(): boolean
}

/** What the commits of a store look like from outside: for metrics. */
export interface CommitGauge {
  /** Changes that wait for a transaction. */
  readonly waiting: number
  /** Calls the observer as each transaction begins, with how many changes it holds, and its answer once it has ended. At most one. */
  observe(observer: (changes: number) => () => void): void
}

/** Where operations, attempts, steps and events are kept. Every write of an operation goes through `commit`. */
export interface Store {
  /** For people: such as `sqlite` or `memory`. Never a path or an address with secrets. */
  readonly name: string

  /**
   * Writes each change by itself or not at all, all that came together in one durable transaction, in order.
   * Changes that arrive while a transaction runs, or in the same turn of the loop, share the next one.
   * Answered once durable. Never throws for a database's fault: the answers tell.
   */
  commit(changes: readonly Change[]): Promise<readonly CommitAnswer[]>
  /** Absent on a store that does not tell. */
  readonly commits?: CommitGauge
  /** Absent on a store that has no tables. */
  readonly ownTransactions?: OwnTransactions
  /** Who must join each transaction; at most one, set before the first commit. */
  joinCommits(listener: CommitListener): void
  /** Called after each durable commit with its events, in the order of their positions. Answers the way to stop. */
  onEvents(listener: (events: readonly StoredEvent[]) => void): () => void
  /** The same for the events of circuit breakers: both kinds share the log and its positions. */
  onBreakerEvents(listener: (events: readonly StoredBreakerEvent[]) => void): () => void
  /** The same for changes of settings. */
  onSettingsEvent(listener: (event: StoredSettingsEvent) => void): () => void
  /** Stores progress of running attempts that still hold their token; no event, no version. Never throws. */
  saveProgress(writes: readonly ProgressWrite[]): Promise<void>

  operation(id: string): Promise<Operation | null>
  /** Those that exist, in no order. */
  operations(ids: readonly string[]): Promise<readonly Operation[]>
  list(query: OperationQuery): Promise<OperationPage>
  /** The operations that ended failed or exhausted last, the latest first. */
  latestFailures(limit: number): Promise<readonly Failure[]>
  /** Exact, and from the counters alone when the filter names only states and functions. */
  count(filter: OperationFilter): Promise<number>
  /** The same page of each of these operations, by their id: each that was asked for has an entry. */
  attemptsOf(operationIds: readonly string[], page: NumberPage): Promise<ReadonlyMap<string, Paged<Attempt>>>
  /** Those that exist, in no order. */
  attemptsById(ids: readonly string[]): Promise<readonly Attempt[]>
  /** In the order they finished, by the id of their operation: each that was asked for has an entry. */
  stepsOf(operationIds: readonly string[]): Promise<ReadonlyMap<string, readonly Step[]>>
  /** Those that exist, in no order. */
  stepsById(ids: readonly string[]): Promise<readonly Step[]>
  /** As `attemptsOf`; numbered by their positions. */
  eventsOf(operationIds: readonly string[], page: NumberPage): Promise<ReadonlyMap<string, Paged<StoredEvent>>>
  counters(): Promise<readonly FunctionCounters[]>
  /** What became of operations, for each function and span in which anything did, by rising time. */
  activity(query: ActivityQuery): Promise<readonly ActivityPoint[]>
  /**
   * Adds to the counters of calls that made no operation.
   *
   * @throws StoreUnavailableError when they could not be written
   */
  countCalls(counts: readonly LightCalls[]): Promise<void>

  /** The place after the last committed event. */
  head(): LogPosition
  /**
   * The events of operations after a place, by rising position.
   *
   * @throws CursorExpiredError when the place is of another log, was skipped or trimmed away, or lies beyond the head
   */
  readLog(query: LogQuery): Promise<readonly StoredEvent[]>
  /**
   * The events of circuit breakers after a place, by rising position.
   *
   * @throws CursorExpiredError as `readLog` does
   */
  readBreakerLog(query: BreakerLogQuery): Promise<readonly StoredBreakerEvent[]>

  /** The entries of the log that name an actor, of all kinds; by index, whatever else the log holds. */
  readAudit(query: AuditQuery): Promise<Paged<AuditEntry>>

  /** Waiting operations of this function that are due and not blocked: highest priority first, then the longest due. */
  due(functionName: string, now: number, limit: number): Promise<readonly WaitingOperation[]>
  /** The earliest instant later than `now` at which any operation is due; blocked ones are not. */
  nextDueAt(now: number): Promise<number | null>
  /**
   * Operations of this function that wait for their circuit breaker: highest priority first, then earliest `dueAt`.
   *
   * @param scope only those that the breaker of this scope refused
   */
  blocked(functionName: string, limit: number, scope?: string): Promise<readonly WaitingOperation[]>
  /** The scopes that operations of these functions are blocked by, and how many by each; in no order. */
  blockedScopes(functionNames: readonly string[]): Promise<readonly BlockedScope[]>
  /** Operations whose row holds a token, by id after `afterId`. At a start they are the interrupted ones. */
  running(afterId: string | null, limit: number): Promise<readonly RunningOperation[]>
  /** Waiting and running operations whose deadline is not later than `now`, earliest first. */
  overdue(now: number, limit: number): Promise<readonly (WaitingOperation | RunningOperation)[]>
  /** The earliest deadline later than `now` of a waiting or running operation. */
  nextDeadlineAt(now: number): Promise<number | null>

  /** The records of a kind, by key. */
  records(kind: RecordKind): Promise<readonly StoreRecord[]>
  /**
   * Writes all of these records and the event of what changed them, or nothing; answered once durable.
   *
   * @throws StoreUnavailableError when they cannot be written now
   */
  putRecords(records: readonly StoreRecord[], event?: BreakerEvent | SettingsEvent): Promise<void>

  /** Whether anything of it is there: as cheap with a million operations as with none. */
  holdsExpired(expired: Expired): Promise<boolean>
  /** Deletes up to `limit` of the oldest of them, with all that is theirs but log entries; answers how many. */
  deleteFinished(finished: FinishedBefore, limit: number): Promise<number>
  /**
   * Deletes those of these operations that are finished now, with all that is theirs but log entries, and writes a `deleted`
   * event of each: all of it or nothing. Answers their ids. Totals of the counters do not go down.
   *
   * @throws StoreUnavailableError
   */
  deleteOperations(ids: readonly string[], deletion: Deletion): Promise<readonly string[]>
  /** Deletes up to `limit` of the oldest log entries from before the instant; answers how many. Raises the low-water mark. */
  trimLog(before: number, limit: number): Promise<number>

  /** Deletes up to `limit` of the oldest points of activity from before the instant; answers how many. */
  trimActivity(before: number, limit: number): Promise<number>

  /** Waits for what is being written, then lets go of everything. */
  close(): Promise<void>
}
