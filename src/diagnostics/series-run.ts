import type { FaultSeries } from './fault-series.ts'
import type { Grounds } from './grounds.ts'
import { Trial } from './trial.ts'

/** What came of a series. */
export interface SeriesOutcome {
  readonly iterations: number
  readonly succeeded: number
  /** Mean seconds from the first failure to the success. */
  readonly averageRecoveryTime: number
  /** Why the first of those that failed did; null when none did. */
  readonly fault: unknown
}

const AT_ONCE = 10

/** Runs up to `iterations` operations of a series, and begins none after `durationMs`. */
export function runSeries(
  grounds: Grounds,
  series: FaultSeries,
  { iterations, durationMs }: { readonly iterations: number; readonly durationMs: number },
  onEach: () => void = () => undefined,
): Promise<SeriesOutcome> {
  return Trial.run(grounds, async (trial) => {
    const recovery = await trial.engine()
    const work = await series.prepare(trial, recovery)
    const until = grounds.clock.now() + durationMs
    let begun = 0
    let succeeded = 0
    let fault: unknown = null
    const worker = async () => {
      // The first ones are begun in any case: a series of nothing would say nothing.
      while (begun < iterations && (begun < AT_ONCE || grounds.clock.now() < until) && !grounds.signal.aborted) {
        const number = begun++
        try {
          await work.run({ number, failures: trial.failures(1 + (number % 2)) })
          succeeded++
        } catch (error) {
          fault ??= error
        }
        onEach()
      }
    }
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, iterations) }, worker))
    const { averageRecoveryTime } = await recovery.performance()
    return { iterations: begun, succeeded, averageRecoveryTime, fault }
  })
}
