import type { Random } from '../../src/operation/clock.ts'
import { classify } from '../../src/policy/classifier.ts'
import { exponential } from '../../src/policy/exponential.ts'
import { learned, outageSample, withSample } from '../../src/policy/learned.ts'
import type { Strategy } from '../../src/policy/strategy.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import { OUTAGES, type World } from './worlds.ts'

/** The mean of the outages of a world, under one strategy. */
export interface Learning {
  /** Retries until one succeeds. */
  readonly attempts: number
  /** From the end of the outage to the success, in milliseconds. */
  readonly lagMs: number
}

const DELAYS = { initial: '100ms', max: '60s' } as const
export const LEARNED = learned(DELAYS)
/** What `learned` is until it has learned, for ever. */
export const FULL_JITTER = exponential({ ...DELAYS, jitter: 'full' })
/** The first wait of the library's default. */
export const SLOW_FULL_JITTER = exponential({ ...DELAYS, initial: '1s', jitter: 'full' })

/** What an attempt costs: as much as half a second of lag. */
const ATTEMPT_COST_MS = 500
const DOWN = classify(Object.assign(new Error('down'), { status: 503 }), 0).error

export function costMs({ attempts, lagMs }: Learning): number {
  return lagMs + ATTEMPT_COST_MS * attempts
}

/** One operation goes through each outage of the world, one after another. The same seed, the same outages and answer. */
export function simulateLearning(strategy: Strategy, world: World, seed: number): Learning {
  const [fate, random] = [seededRandom(seed), seededRandom(seed + 0x9e37)]
  const [from, to] = world.measured ?? [0, OUTAGES]
  let samples: readonly number[] = []
  let [attempts, lagMs] = [0, 0]
  for (let n = 0; n < to; n++) {
    const outageMs = world.outageMs(n, fate)
    const passed = passThrough(strategy, outageMs, samples, random)
    samples = withSample(samples, outageSample(passed.lastFailureMs, passed.successMs, random))
    if (n < from) continue
    attempts += passed.attempts
    lagMs += passed.successMs - outageMs
  }
  return { attempts: attempts / (to - from), lagMs: lagMs / (to - from) }
}

/** One outage: the first failure is at 0, the retries are told by when they are made. */
function passThrough(strategy: Strategy, outageMs: number, samples: readonly number[], random: Random) {
  let [lastFailureMs, successMs, attempts] = [0, 0, 0]
  let previousMs: number | null = null
  do {
    lastFailureMs = successMs
    attempts++
    const elapsedMs = lastFailureMs
    previousMs = strategy.delay({ failures: attempts, previousMs, elapsedMs, error: DOWN, samples, random })
    // Two calls are never at the same instant.
    successMs += Math.max(1, previousMs)
  } while (successMs < outageMs)
  return { lastFailureMs, successMs, attempts }
}
