/** Why a stream of updates came to its end. */
export class StreamFailure {
  readonly reason: unknown

  constructor(reason: unknown) {
    this.reason = reason
  }
}

/** What a subscription field resolves: an update, or why there will be none any more. */
export type Received<U> = U | StreamFailure

/**
 * The updates, and when they fail, the failure as a last item. An iterator that throws would tear down the client's
 * connection; as an item, the failure becomes an ordinary result with errors, followed by the end of this subscription alone.
 *
 * The updates are passed on as the very objects they are: whoever executes the subscription knows by that which of them
 * many subscribers share.
 *
 * Not a generator: its `return()` would wait for the update that a quiet subscription may never get.
 */
export function failureAsLast<U>(updates: AsyncIterableIterator<U>): AsyncIterableIterator<Received<U>> {
  let failed = false
  const asLast = (reason: unknown) => {
    failed = true
    return { done: false, value: new StreamFailure(reason) } as const
  }
  return {
    next() {
      return failed ? Promise.resolve({ done: true, value: undefined }) : updates.next().catch(asLast)
    },
    async return() {
      await updates.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** The update itself; throws the failure. */
export function received<U>(item: Received<U>): U {
  if (item instanceof StreamFailure) throw item.reason
  return item
}
