import type { Outlet } from './outlet.ts'
import { textOf } from './shared-result.ts'

type Done = IteratorResult<never, undefined>

const DONE = { done: true, value: undefined } as const
const TAIL = Buffer.from('}')

/** The bytes of the text last asked for: a shared text is asked for by one subscriber after the other. */
const last = { text: '', bytes: Buffer.alloc(0) }

function bytesOf(text: string): Buffer {
  if (last.text !== text) {
    last.text = text
    last.bytes = Buffer.from(text)
  }
  return last.bytes
}

/**
 * Sends all results of one subscription to its client, as `next` messages of graphql-transport-ws. The next result is
 * asked for only while the network takes what was sent, so what a slow client has not read waits in the engine, which
 * falls back to its log, and not here.
 *
 * To the protocol it is a stream of no results that ends when the last one was sent: what it would do for each result
 * is done here, once for all subscribers where it can be.
 */
export class Delivery implements AsyncGenerator<never, undefined> {
  readonly #results: AsyncIterator<object>
  readonly #outlet: Outlet
  readonly #head: Buffer
  #goOn: () => void = () => undefined
  #ended = false

  constructor(results: AsyncIterable<object>, outlet: Outlet, id: string) {
    this.#results = results[Symbol.asyncIterator]()
    this.#outlet = outlet
    this.#head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`)
  }

  /** Resolves when the subscription has come to its end. */
  async next(): Promise<Done> {
    for (let next = await this.#results.next(); next.done !== true; next = await this.#results.next()) {
      // The client has completed it, and is promised to be told nothing more.
      if (this.#ended) break
      const room = this.#outlet.send([this.#head, bytesOf(textOf(next.value)), TAIL])
      if (room !== null) await this.#until(room)
    }
    return DONE
  }

  async return(): Promise<Done> {
    this.#ended = true
    this.#goOn()
    await this.#results.return?.()
    return DONE
  }

  /** The end of it does not wait for the network. */
  #until(room: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn = resolve
      void room.then(resolve)
    })
  }

  async throw(error: unknown): Promise<Done> {
    await this.return()
    throw error
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return()
  }
}
