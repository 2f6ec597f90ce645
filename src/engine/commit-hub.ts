import type { CommitListener, Dispatched, Dispatcher, Transaction } from '../operation/dispatcher.ts'
import type { Operation } from '../operation/operation.ts'

/** Follows every operation as it is committed. */
interface Follower {
  follow(operation: Operation): void
}

/** Joins every commit: the dispatcher inside the transaction, and once it is durable whoever follows operations. */
export class CommitHub implements CommitListener {
  readonly #dispatcher: Dispatcher
  readonly #followers: readonly Follower[]

  constructor(dispatcher: Dispatcher, followers: readonly Follower[]) {
    this.#dispatcher = dispatcher
    this.#followers = followers
  }

  onCommit(tx: Transaction | null, dispatched: readonly Dispatched[]): (() => void) | Promise<() => void> {
    const joined = this.#dispatcher.onCommit(tx, dispatched)
    if (joined instanceof Promise) return joined.then((after) => () => this.#durable(after, dispatched))
    return () => this.#durable(joined, dispatched)
  }

  #durable(after: () => void, dispatched: readonly Dispatched[]): void {
    for (const { operation } of dispatched) {
      for (const follower of this.#followers) follower.follow(operation)
    }
    after()
  }
}
