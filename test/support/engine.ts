import { onTestFinished } from 'vitest'
import { createRecovery, type Recovery, type RecoveryOptions } from '../../src/index.ts'
import { FakeClock } from './fake-clock.ts'
import { seededRandom } from './seeded-random.ts'

/** An engine in memory whose time the test owns; it is stopped when the test ends. */
export async function testEngine(options: RecoveryOptions = {}): Promise<{ recovery: Recovery; clock: FakeClock }> {
  const clock = options.clock instanceof FakeClock ? options.clock : new FakeClock()
  const recovery = await createRecovery({ store: 'memory:', random: seededRandom(1), ...options, clock })
  onTestFinished(async () => {
    const stopped = recovery.stop({ timeoutMs: 100 })
    await clock.advance(2000)
    await stopped
  })
  return { recovery, clock }
}

/** A promise and its ends, for functions that must wait until the test lets them go on. */
export function gate<T = void>(): {
  readonly opened: Promise<T>
  readonly open: (value: T) => void
  readonly fail: (error: unknown) => void
} {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  return { opened: promise, open: resolve, fail: reject }
}

/** Resolves when the signal aborts, with its reason. */
export function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason)
    signal.addEventListener('abort', () => resolve(signal.reason), { once: true })
  })
}
