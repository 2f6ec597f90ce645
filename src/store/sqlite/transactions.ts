import type { Database, Statement } from 'better-sqlite3'
import { UnknownOutcomeError } from '../isolation.ts'
import type { Connections } from './connections.ts'
import { translated } from './database-error.ts'

/** What is written in one transaction. */
export interface Work<T> {
  /** Inside the transaction; what it throws rolls everything back. While it is synchronous, so is the transaction. */
  task(): T | Promise<T>
  /** Once it is durable, before anybody else writes. */
  durable?(value: T): void
  /** When the commit failed and SQLite has ended the transaction itself: whether it was written; null when none can tell. */
  wasWritten?(value: T): boolean | null
  /** Nothing was written. */
  undone?(): void
}

/** The one queue of everything that is written. */
export class Transactions {
  readonly #connections: Connections
  readonly #database: Database
  readonly #begin: Statement
  readonly #commit: Statement
  readonly #rollback: Statement

  constructor(connections: Connections) {
    this.#connections = connections
    this.#database = connections.writer
    this.#begin = this.#database.prepare('begin immediate')
    this.#commit = this.#database.prepare('commit')
    this.#rollback = this.#database.prepare('rollback')
  }

  /** @throws StoreUnavailableError, UnknownOutcomeError, or what the task threw */
  run<T>(work: Work<T>): Promise<T> {
    return this.#connections.exclusively(async () => {
      try {
        this.#begin.run()
        const result = work.task()
        // No await on the hot path: begin to commit is then one synchronous piece.
        const value = result instanceof Promise ? await result : result
        this.#end(work, value)
        work.durable?.(value)
        return value
      } catch (error) {
        this.#undo()
        work.undone?.()
        throw translated(error)
      }
    })
  }

  #end<T>(work: Work<T>, value: T): void {
    try {
      this.#commit.run()
    } catch (cause) {
      if (this.#database.inTransaction) throw cause
      const written = this.#look(() => work.wasWritten?.(value) ?? null)
      if (written === null) throw new UnknownOutcomeError('SQLite did not say whether the transaction was written', { cause })
      if (!written) throw cause
    }
  }

  #look(wasWritten: () => boolean | null): boolean | null {
    try {
      return wasWritten()
    } catch {
      return null
    }
  }

  /** SQLite has already rolled back after some faults, such as a full disk. */
  #undo(): void {
    if (this.#database.inTransaction) this.#rollback.run()
  }
}
