import { AsyncLocalStorage } from 'node:async_hooks'
import type { Change } from '../../operation/change.ts'
import type { CommitAnswer, OwnTransactions } from '../../operation/store.ts'
import { closedError } from '../closed.ts'
import { withBoundConnection } from './bound-connection.ts'
import type { Connections } from './connections.ts'
import { translated } from './database-error.ts'
import type { Writer } from './writer.ts'

/** Thrown to roll back: the change that belongs to the transaction was refused. */
class Refused extends Error {
  readonly answer: CommitAnswer

  constructor(answer: CommitAnswer) {
    super(`The change was answered ${answer.kind}`)
    this.answer = answer
  }
}

/** Transactions of the program's own entities, each with a change of ours in it. They queue with everything that is written. */
export class SqliteOwnTransactions implements OwnTransactions {
  readonly #connections: Connections
  readonly #writer: Writer
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>()
  readonly #running = new Set<Promise<unknown>>()
  #closed = false

  constructor(connections: Connections, writer: Writer) {
    this.#connections = connections
    this.#writer = writer
  }

  isInside(): boolean {
    return this.#inside.getStore()?.open === true
  }

  async run(work: (entityManager: unknown) => Promise<Change>): Promise<CommitAnswer> {
    if (this.#closed) throw closedError()
    const running = this.#run(work)
    this.#running.add(running)
    try {
      return await running
    } catch (error) {
      if (error instanceof Refused) return error.answer
      throw translated(error)
    } finally {
      this.#running.delete(running)
    }
  }

  /** Takes no more, and waits for those that run. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled(this.#running)
  }

  async #run(work: (entityManager: unknown) => Promise<Change>): Promise<CommitAnswer> {
    const scope = { open: true }
    const written = await this.#connections.orm.em.fork().transactional(async (entityManager) => {
      try {
        const change = await this.#inside.run(scope, () => work(withBoundConnection(entityManager)))
        await entityManager.flush()
        const joined = await this.#writer.join(change)
        if (joined.answer.kind !== 'committed') throw new Refused(joined.answer)
        return joined
      } finally {
        scope.open = false
      }
    })
    written.durable()
    return written.answer
  }
}
