interface Failure {
  readonly failure: unknown
}

/** What a subscription field resolves: an update, or why there will be none any more. */
export type Received<U> = { readonly update: U } | Failure

/**
 * The updates, and when they fail, the failure as a last item. An iterator that throws would tear down the client's
 * connection; as an item, the failure becomes an ordinary result with errors, followed by the end of this subscription alone.
 *
 * Not a generator: its `return()` would wait for the update that a quiet subscription may never get.
 */
export function failureAsLast<U>(updates: AsyncIterableIterator<U>): AsyncIterableIterator<Received<U>> {
  let failed = false
  return {
    async next() {
      if (failed) return { done: true, value: undefined }
      try {
        const { done, value } = await updates.next()
        return done === true ? { done, value: undefined } : { done: false, value: { update: value } }
      } catch (failure) {
        failed = true
        return { done: false, value: { failure } }
      }
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
  if ('failure' in item) throw item.failure
  return item.update
}
