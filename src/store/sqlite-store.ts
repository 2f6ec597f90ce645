import type { ActivityPoint } from '../operation/activity.ts'
import type { Attempt } from '../operation/attempt.ts'
import type { AuditEntry, AuditQuery } from '../operation/audit.ts'
import type { BreakerEvent, StoredBreakerEvent } from '../operation/breaker-event.ts'
import type { Change } from '../operation/change.ts'
import type { FunctionCounters, LightCalls } from '../operation/counters.ts'
import type { LogPosition } from '../operation/cursor.ts'
import type { Deletion, StoredEvent } from '../operation/event.ts'
import type { Operation, RunningOperation, WaitingOperation } from '../operation/operation.ts'
import type {
  ActivityQuery,
  BreakerLogQuery,
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
import { closedError, insideError } from './closed.ts'
import { CommitHooks, type ReportError } from './commit-hooks.ts'
import { CommitQueue } from './commit-queue.ts'
import { commitIsolated } from './isolation.ts'
import { translated } from './sqlite/database-error.ts'
import { DeletionWriter } from './sqlite/deletion.ts'
import { type OpenDatabase, type OpenOptions, openDatabase } from './sqlite/open.ts'
import { SqliteOwnTransactions } from './sqlite/own-transactions.ts'
import { Reader } from './sqlite/reader.ts'
import { RecordWriter } from './sqlite/records.ts'
import { Retention } from './sqlite/retention.ts'
import { FunctionIds } from './sqlite/shelf.ts'
import { Writer } from './sqlite/writer.ts'

export interface SqliteStoreOptions extends OpenOptions {
  /** Told of what a listener threw, and of progress that could not be stored. Default: a warning of the process. */
  readonly onError?: ReportError
}

/**
 * Opens the store in a SQLite file: takes its lock, brings its tables up to date.
 *
 * @throws StoreUnavailableError when it cannot be used: in use, damaged, of a newer version, not allowed
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const database = await openDatabase(options)
  return new SqliteStore(database, new CommitHooks(options.onError))
}

class SqliteStore extends AnnouncingStore implements Store {
  readonly name = 'sqlite'
  readonly #database: OpenDatabase
  readonly #reader: Reader
  readonly #writer: Writer
  readonly #retention: Retention
  readonly #deletions: DeletionWriter
  readonly ownTransactions: SqliteOwnTransactions
  readonly #records: RecordWriter
  readonly commits = new CommitQueue((changes) => commitIsolated(changes, (part) => this.#writer.transact(part)))
  #closing: Promise<void> | null = null

  constructor(database: OpenDatabase, hooks: CommitHooks) {
    super(hooks)
    this.#database = database
    const { connections, transactions, log, vault } = database
    const functions = new FunctionIds(connections.writer)
    const parts = { database: connections.writer, transactions, functions, hooks, log, vault }
    this.#reader = new Reader(connections.reader, vault, (error) => hooks.report(error))
    this.#writer = new Writer(parts)
    this.ownTransactions = new SqliteOwnTransactions(connections, this.#writer)
    this.#retention = new Retention(connections.writer, transactions, functions, log)
    this.#deletions = new DeletionWriter(parts)
    this.#records = new RecordWriter(parts)
  }

  async commit(changes: readonly Change[]): Promise<readonly CommitAnswer[]> {
    if (this.#closing !== null) return changes.map(() => ({ kind: 'unavailable', error: closedError() }))
    if (this.ownTransactions.isInside()) return changes.map(() => ({ kind: 'rejected', error: insideError() }))
    return this.commits.add(changes)
  }

  async saveProgress(writes: readonly ProgressWrite[]): Promise<void> {
    if (this.#closing === null) await this.#writer.saveProgress(writes)
  }

  operation(id: string): Promise<Operation | null> {
    return this.#read(({ operations }) => operations.one(id))
  }

  operations(ids: readonly string[]): Promise<readonly Operation[]> {
    return this.#read(({ operations }) => operations.many(ids))
  }

  list(query: OperationQuery): Promise<OperationPage> {
    return this.#read(({ lists }) => lists.list(query))
  }

  latestFailures: Store['latestFailures'] = (limit) => this.#read(({ failures }) => failures.latest(limit))

  count(filter: OperationFilter): Promise<number> {
    return this.#read(({ lists }) => lists.count(filter))
  }

  attemptsOf(operationIds: readonly string[], page: NumberPage): Promise<ReadonlyMap<string, Paged<Attempt>>> {
    return this.#read(({ children }) => children.attemptsOf(operationIds, page))
  }

  attemptsById(ids: readonly string[]): Promise<readonly Attempt[]> {
    return this.#read(({ children }) => children.attemptsById(ids))
  }

  stepsOf(operationIds: readonly string[]): Promise<ReadonlyMap<string, readonly Step[]>> {
    return this.#read(({ children }) => children.stepsOf(operationIds))
  }

  stepsById(ids: readonly string[]): Promise<readonly Step[]> {
    return this.#read(({ children }) => children.stepsById(ids))
  }

  eventsOf(operationIds: readonly string[], page: NumberPage): Promise<ReadonlyMap<string, Paged<StoredEvent>>> {
    return this.#read(({ children }) => children.eventsOf(operationIds, page))
  }

  counters(): Promise<readonly FunctionCounters[]> {
    return this.#read(({ operations }) => operations.functions().map(({ id: _id, ...counters }) => counters))
  }

  activity(query: ActivityQuery): Promise<readonly ActivityPoint[]> {
    return this.#read(({ activity }) => activity.read(query))
  }

  async countCalls(counts: readonly LightCalls[]): Promise<void> {
    if (this.#closing !== null) throw closedError()
    await this.#writer.countCalls(counts)
  }

  head(): LogPosition {
    return this.#database.log.place
  }

  readLog(query: LogQuery): Promise<readonly StoredEvent[]> {
    return this.#read(({ children }) => {
      this.#database.log.check(query.after)
      return children.log(query)
    })
  }

  readBreakerLog(query: BreakerLogQuery): Promise<readonly StoredBreakerEvent[]> {
    return this.#read(({ children }) => {
      this.#database.log.check(query.after)
      return children.breakerLog(query)
    })
  }

  readAudit(query: AuditQuery): Promise<Paged<AuditEntry>> {
    return this.#read(({ audit }) => audit.read(query))
  }

  due(functionName: string, now: number, limit: number): Promise<readonly WaitingOperation[]> {
    return this.#read(({ due }) => due.due(functionName, now, limit))
  }

  nextDueAt(now: number): Promise<number | null> {
    return this.#read(({ due }) => due.nextDueAt(now))
  }

  blocked(functionName: string, limit: number, scope?: string): Promise<readonly WaitingOperation[]> {
    return this.#read(({ due }) => due.blocked(functionName, limit, scope))
  }

  blockedScopes(functionNames: readonly string[]): Promise<readonly BlockedScope[]> {
    return this.#read(({ due }) => due.blockedScopes(functionNames))
  }

  running(afterId: string | null, limit: number): Promise<readonly RunningOperation[]> {
    return this.#read(({ operations }) => operations.running(afterId, limit))
  }

  overdue(now: number, limit: number): Promise<readonly (WaitingOperation | RunningOperation)[]> {
    return this.#read(({ operations }) => operations.overdue(now, limit))
  }

  nextDeadlineAt(now: number): Promise<number | null> {
    return this.#read(({ operations }) => operations.nextDeadlineAt(now))
  }

  records(kind: RecordKind): Promise<readonly StoreRecord[]> {
    return this.#read(({ records }) => records.ofKind(kind))
  }

  async putRecords(records: readonly StoreRecord[], event?: BreakerEvent | SettingsEvent): Promise<void> {
    this.#mustAccept()
    await this.#records.put(records, event)
  }

  holdsExpired: Store['holdsExpired'] = (expired) => this.#read((reader) => reader.expired.holds(expired))

  deleteFinished: Store['deleteFinished'] = async (finished, limit) => {
    this.#mustAccept()
    return this.#retention.deleteFinished(finished, limit)
  }

  async deleteOperations(ids: readonly string[], deletion: Deletion): Promise<readonly string[]> {
    this.#mustAccept()
    return this.#deletions.delete(ids, deletion)
  }

  async trimLog(before: number, limit: number): Promise<number> {
    this.#mustAccept()
    return this.#retention.trimLog(before, limit)
  }

  async trimActivity(before: number, limit: number): Promise<number> {
    this.#mustAccept()
    return this.#retention.trimActivity(before, limit)
  }

  #mustAccept(): void {
    if (this.#closing !== null) throw closedError()
    if (this.ownTransactions.isInside()) throw insideError()
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.ownTransactions.close()
    await this.commits.idle()
    // Progress and retention do not go through that queue: they wait for the same connection, in the order they came.
    await this.#database.connections.exclusively(async () => undefined)
    await this.#database.close()
  }

  async #read<T>(read: (reader: Reader) => T | Promise<T>): Promise<T> {
    if (this.#closing !== null) throw closedError()
    try {
      return await read(this.#reader)
    } catch (error) {
      // A long search reads in slices, and the store may be closed between two of them.
      throw this.#closing === null ? translated(error) : closedError()
    }
  }
}
