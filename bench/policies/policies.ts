import { createRecovery } from '../../src/index.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Benchmark, Report, Target } from '../benchmark.ts'
import { figure } from '../print.ts'
import { median, shuffled } from '../statistics.ts'
import {
  BARE,
  type Call,
  COCKATIEL_ALL,
  COCKATIEL_BREAKER_TOO,
  COCKATIEL_RETRY,
  type Contender,
  HAND,
  OPOSSUM,
  OUR_ALL,
  OUR_BREAKER_TOO,
  OUR_RETRY,
  ourOnFailure,
  P_RETRY,
} from './contenders.ts'

const ROUNDS = 20
const CALLS = 20_000
const FAILING_CALLS = 5000
/** Of a contender that waits for a timer even when it is not to wait. */
const FAILING_CALLS_WITH_TIMER = 200
/** More than the calls in which a wrapped function learns that nobody asks for `currentOperation()`. */
const WARM_UP = 5000

export const policies: Benchmark = {
  name: 'policies',
  summary: 'what wrapping a call costs, against cockatiel, opossum, p-retry and a hand-written loop',
  run: measure,
}

/** Nanoseconds a call, in each round, by the name of the contender. */
type Measured = ReadonlyMap<string, readonly number[]>

async function measure(seed: number, note: (text: string) => void): Promise<Report> {
  const random = seededRandom(seed)
  const recovery = await createRecovery({ store: 'memory:' })
  try {
    const ours = [OUR_RETRY, OUR_BREAKER_TOO, OUR_ALL, ourOnFailure(recovery)]
    const others = [COCKATIEL_RETRY, COCKATIEL_BREAKER_TOO, COCKATIEL_ALL, OPOSSUM, P_RETRY]
    const succeeding = await rounds([BARE, HAND, ...ours, ...others], succeeds, CALLS)
    const failing = await rounds([BARE, HAND, OUR_RETRY, OUR_ALL, COCKATIEL_RETRY, P_RETRY], failsOnce, FAILING_CALLS)
    return report(succeeding, failing)
  } finally {
    await recovery.stop()
  }

  /** Every contender once in each round, in an order of its own: what slows the machine down slows all of them. */
  async function rounds(contenders: readonly Contender[], work: () => Call, calls: number): Promise<Measured> {
    const made = contenders.map(({ name, make }) => ({
      name,
      call: make(work()),
      calls: work === failsOnce && name === COCKATIEL_RETRY.name ? FAILING_CALLS_WITH_TIMER : calls,
      nanoseconds: [] as number[],
    }))
    for (const one of made) await timed(one.call, Math.min(one.calls, WARM_UP))
    for (let round = 1; round <= ROUNDS; round++) {
      note(`${work.name}: round ${round} of ${ROUNDS}`)
      for (const one of shuffled(made, random)) one.nanoseconds.push(await timed(one.call, one.calls))
    }
    return new Map(made.map(({ name, nanoseconds }) => [name, nanoseconds]))
  }
}

function succeeds(): Call {
  return async (value) => value
}

/** Fails, and succeeds when it is called again. */
function failsOnce(): Call {
  const error = new Error('fails once')
  let failed = true
  return async (value) => {
    failed = !failed
    if (!failed) throw error
    return value
  }
}

/** Nanoseconds a call, of calls one after another. */
async function timed(call: Call, calls: number): Promise<number> {
  const startedAt = performance.now()
  for (let i = 0; i < calls; i++) await call(i).catch(ignore)
  return ((performance.now() - startedAt) * 1e6) / calls
}

/** The bare call of the failing work fails: that is its cost. */
const ignore = () => undefined

function report(succeeding: Measured, failing: Measured): Report {
  const overhead = overheads(succeeding)
  const retried = overheads(failing)
  return {
    parameters: { rounds: ROUNDS, 'calls a round': CALLS, 'failing calls a round': FAILING_CALLS },
    table: [
      ['a call that succeeds, ns over the bare call', 'lowest', 'median'],
      ...rows(overhead),
      ['', '', ''],
      ['a call that fails once and is retried at once, ns over the bare call', 'lowest', 'median'],
      ...rows(retried),
    ],
    targets: [...targets(overhead), ...failureTargets(retried)],
  }
}

interface Overhead {
  readonly lowest: number
  readonly median: number
}

/** The lowest over the lowest, the median over the median. */
function overheads(measured: Measured): ReadonlyMap<string, Overhead> {
  const bare = measured.get(BARE.name) as readonly number[]
  const entries = [...measured].filter(([name]) => name !== BARE.name)
  return new Map(
    entries.map(([name, ns]) => [name, { lowest: Math.min(...ns) - Math.min(...bare), median: median(ns) - median(bare) }]),
  )
}

function rows(overhead: ReadonlyMap<string, Overhead>): string[][] {
  return Array.from(overhead, ([name, { lowest, median: middle }]) => [
    name,
    figure(Math.round(lowest)),
    figure(Math.round(middle)),
  ])
}

function ratio(overhead: ReadonlyMap<string, Overhead>, one: Contender, other: Contender): number {
  return (overhead.get(one.name) as Overhead).lowest / (overhead.get(other.name) as Overhead).lowest
}

function targets(overhead: ReadonlyMap<string, Overhead>): Target[] {
  return [
    { name: 'our retry / that of cockatiel', value: ratio(overhead, OUR_RETRY, COCKATIEL_RETRY), atMost: 1.5 },
    { name: 'retry, breaker and timeout of cockatiel / ours', value: ratio(overhead, COCKATIEL_ALL, OUR_ALL), atLeast: 10 },
    { name: 'our retry, breaker and timeout', value: (overhead.get(OUR_ALL.name) as Overhead).lowest, atMost: 500, unit: 'ns' },
  ]
}

function failureTargets(retried: ReadonlyMap<string, Overhead>): Target[] {
  return [{ name: 'our retry without a wait / that of p-retry', value: ratio(retried, OUR_RETRY, P_RETRY), atMost: 1 }]
}
