import type { Statement } from 'better-sqlite3'
import { type Deletion, deletionEvent, type StoredEvent } from '../../operation/event.ts'
import type { FinishedOperation } from '../../operation/operation.ts'
import { isFinished } from '../../operation/state.ts'
import type { CommitHooks } from '../commit-hooks.ts'
import { sumDeletions } from '../counter-sums.ts'
import type { Vault } from '../encryption/vault.ts'
import type { LogRange } from '../log-range.ts'
import { insertInto } from './change-writer.ts'
import { EVENT_COLUMNS, eventValues } from './child-rows.ts'
import { CounterWriter } from './counter-writer.ts'
import { MetadataIndex } from './metadata-index.ts'
import type { OperationRow, SqlValue } from './operation-row.ts'
import { OperationRows } from './operation-rows.ts'
import type { FunctionIds } from './shelf.ts'
import type { Transactions } from './transactions.ts'
import type { WriterParts } from './writer.ts'

/** Deletes operations that a person wants gone, and tells it in the log: all in one transaction. */
export class DeletionWriter {
  readonly #transactions: Transactions
  readonly #functions: FunctionIds
  readonly #vault: Vault | null
  readonly #rows: OperationRows
  readonly #hooks: CommitHooks
  readonly #log: LogRange
  readonly #counters: CounterWriter
  readonly #metadata: MetadataIndex
  readonly #find: Statement<[string], OperationRow>
  readonly #delete: Statement<[string]>
  readonly #insertEvent: Statement<[SqlValue[]]>

  constructor({ database, transactions, functions, hooks, log, vault }: WriterParts) {
    this.#vault = vault
    this.#rows = new OperationRows(vault, (error) => hooks.report(error))
    this.#transactions = transactions
    this.#functions = functions
    this.#hooks = hooks
    this.#log = log
    this.#counters = new CounterWriter(database)
    this.#metadata = new MetadataIndex(database)
    this.#find = database.prepare('select * from recovery_operations where id = ?')
    this.#delete = database.prepare('delete from recovery_operations where id = ?')
    this.#insertEvent = database.prepare<[SqlValue[]]>(insertInto('recovery_events', EVENT_COLUMNS))
  }

  /** @throws StoreUnavailableError */
  async delete(ids: readonly string[], deletion: Deletion): Promise<readonly string[]> {
    const deleted = await this.#transactions.run({
      task: () => this.#deleteAll(ids, deletion),
      durable: (events) => this.#announce(events),
      undone: () => this.#functions.forget(),
    })
    return deleted.map(({ operationId }) => operationId)
  }

  #deleteAll(ids: readonly string[], deletion: Deletion): readonly StoredEvent[] {
    const events: StoredEvent[] = []
    for (const id of new Set(ids)) {
      const operation = this.#finished(id)
      if (operation === null) continue
      this.#metadata.remove(id)
      this.#delete.run(id)
      const event = deletionEvent(operation, deletion)
      events.push({ ...event, position: Number(this.#insertEvent.run(eventValues(event, this.#vault)).lastInsertRowid) })
    }
    this.#counters.add(sumDeletions(events), this.#functions)
    return events
  }

  /** Read inside the transaction: one that is being retried at this moment is not finished any more. A damaged one can be deleted, too. */
  #finished(id: string): FinishedOperation | null {
    const row = this.#find.get(id)
    return row !== undefined && isFinished(row.state) ? (this.#rows.shown(row) as FinishedOperation) : null
  }

  #announce(events: readonly StoredEvent[]): void {
    const last = events.at(-1)
    if (last !== undefined) this.#log.advance(last.position)
    this.#hooks.announce(events, null)
  }
}
