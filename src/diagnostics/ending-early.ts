/** What `work` comes to, or the signal's reason as soon as it aborts: work that takes no notice of it is not waited for. */
export async function endingEarly<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  const working = work()
  // When it loses the race nobody looks at how it ends.
  working.catch(() => undefined)
  try {
    return await Promise.race([working, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
