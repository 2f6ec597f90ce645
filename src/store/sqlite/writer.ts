import type { Database, Statement } from 'better-sqlite3'
import type { Change } from '../../operation/change.ts'
import type { LightCalls } from '../../operation/counters.ts'
import type { StoredEvent } from '../../operation/event.ts'
import type { CommitAnswer, ProgressWrite } from '../../operation/store.ts'
import { sumActivity } from '../activity-sums.ts'
import type { CommitHooks } from '../commit-hooks.ts'
import { sumCalls, sumCounters } from '../counter-sums.ts'
import type { Vault } from '../encryption/vault.ts'
import type { LogRange } from '../log-range.ts'
import { ActivityWriter } from './activity.ts'
import { ChangeWriter } from './change-writer.ts'
import { CounterWriter } from './counter-writer.ts'
import { JoinedTransaction } from './joined-transaction.ts'
import { progressText, type SqlValue } from './operation-row.ts'
import type { FunctionIds } from './shelf.ts'
import type { Transactions } from './transactions.ts'

const PROGRESS_BATCH = 256

interface Batch {
  readonly answers: readonly CommitAnswer[]
  readonly events: readonly StoredEvent[]
  readonly afterCommit: (() => void) | null
}

/** What everything that writes is made of. */
export interface WriterParts {
  readonly database: Database
  readonly transactions: Transactions
  readonly functions: FunctionIds
  readonly hooks: CommitHooks
  readonly log: LogRange
  readonly vault: Vault | null
}

/** Writes commits and progress. */
export class Writer {
  readonly #database: Database
  readonly #transactions: Transactions
  readonly #hooks: CommitHooks
  readonly #log: LogRange
  readonly #functions: FunctionIds
  readonly #vault: Vault | null
  readonly #changes: ChangeWriter
  readonly #counters: CounterWriter
  readonly #activity: ActivityWriter
  readonly #lastPosition: Statement<[], { position: number | null }>
  readonly #saveProgress: Statement<[SqlValue[]]>

  constructor(parts: WriterParts) {
    const { database, transactions, functions, hooks, log, vault } = parts
    this.#database = database
    this.#transactions = transactions
    this.#hooks = hooks
    this.#log = log
    this.#functions = functions
    this.#vault = vault
    this.#changes = new ChangeWriter(database, functions, vault)
    this.#counters = new CounterWriter(this.#database)
    this.#activity = new ActivityWriter(this.#database)
    this.#lastPosition = this.#database.prepare('select max(position) as position from recovery_events')
    this.#saveProgress = this.#database.prepare<[SqlValue[]]>(
      'update recovery_operations set progress = ? where id = ? and token = ?',
    )
  }

  /** One transaction; the events are announced before anybody else writes. */
  async transact(changes: readonly Change[]): Promise<readonly CommitAnswer[]> {
    const joined = new JoinedTransaction(this.#database)
    const batch = await this.#transactions.run<Batch>({
      task: () => this.#writeAll(changes, joined),
      durable: ({ events, afterCommit }) => {
        joined.end()
        this.#announce(events, afterCommit)
      },
      wasWritten: ({ events }) => this.#wasWritten(events),
      undone: () => {
        joined.end()
        this.#functions.forget()
      },
    })
    return batch.answers
  }

  /** Writes a change inside a transaction that somebody else has opened, and ends; `durable` is to be called after that. */
  async join(change: Change): Promise<{ readonly answer: CommitAnswer; readonly durable: () => void }> {
    const joined = new JoinedTransaction(this.#database)
    try {
      const { answers, events, afterCommit } = await this.#writeAll([change], joined)
      return { answer: answers[0] as CommitAnswer, durable: () => this.#announce(events, afterCommit) }
    } finally {
      joined.end()
    }
  }

  #announce(events: readonly StoredEvent[], afterCommit: (() => void) | null): void {
    const last = events.at(-1)
    if (last !== undefined) this.#log.advance(last.position)
    this.#hooks.announce(events, afterCommit)
  }

  #writeAll(changes: readonly Change[], transaction: JoinedTransaction): Batch | Promise<Batch> {
    const answers: CommitAnswer[] = []
    const accepted: Change[] = []
    const events: StoredEvent[] = []
    for (const change of changes) {
      const answer = this.#changes.write(change)
      answers.push(answer)
      if (answer.kind !== 'committed') continue
      accepted.push(change)
      if (change.event !== null) events.push({ ...change.event, position: this.#changes.append(change.event) })
    }
    this.#counters.add(sumCounters(accepted), this.#functions)
    this.#activity.add(sumActivity(accepted), this.#functions)
    const joined = this.#hooks.enter(transaction, accepted)
    if (!(joined instanceof Promise)) return { answers, events, afterCommit: joined }
    return joined.then((afterCommit) => ({ answers, events, afterCommit }))
  }

  /** Positions rise and nobody else writes, so the last one tells whether its transaction is there. */
  #wasWritten(events: readonly StoredEvent[]): boolean | null {
    const last = events.at(-1)
    if (last === undefined) return null
    return (this.#lastPosition.get()?.position ?? 0) >= last.position
  }

  /** @throws StoreUnavailableError */
  countCalls(counts: readonly LightCalls[]): Promise<void> {
    return this.#transactions.run({
      task: () => this.#counters.add(sumCalls(counts), this.#functions),
      undone: () => this.#functions.forget(),
    })
  }

  /** Never throws: progress that cannot be stored now is reported, and stored again a second later. */
  async saveProgress(writes: readonly ProgressWrite[]): Promise<void> {
    for (let from = 0; from < writes.length; from += PROGRESS_BATCH) {
      const part = writes.slice(from, from + PROGRESS_BATCH)
      try {
        await this.#transactions.run({
          task: () => {
            for (const { operationId, token, progress } of part) {
              this.#saveProgress.run([progressText(progress, operationId, this.#vault), operationId, token])
            }
          },
        })
      } catch (error) {
        this.#hooks.report(error)
      }
    }
  }
}
