import type { Clock } from '../operation/clock.ts'

/** Resolves after so long. @throws the signal's reason at once when it aborts */
export async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const giveUp = () => reject(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  const timer = clock.timer(ms, resolve)
  try {
    await promise
  } finally {
    timer.cancel()
    signal.removeEventListener('abort', giveUp)
  }
}
