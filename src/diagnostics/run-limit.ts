import type { Clock } from '../operation/clock.ts'

/** Runs `work` with a signal that also aborts after `limitMs`. */
export async function withLimit<T>(
  clock: Clock,
  signal: AbortSignal,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const abort = () => controller.abort(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  const late = clock.timer(limitMs, () => controller.abort(new Error(`It was not over after ${limitMs / 1000} s`)))
  try {
    return await work(controller.signal)
  } finally {
    late.cancel()
    signal.removeEventListener('abort', abort)
  }
}
