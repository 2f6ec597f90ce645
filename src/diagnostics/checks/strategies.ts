import type { Recovery } from '../../engine/recovery.ts'
import { attemptsOf, recoveredAfter } from '../evidence.ts'
import { expect } from '../expect.ts'
import { Trial } from '../trial.ts'
import type { Check } from './check.ts'

const DELAYS = { initialDelay: 20, maxDelay: 50, jitter: 'none' } as const
/** What each strategy makes of these delays, in milliseconds. */
const WAITS = {
  fixed: [20, 20, 20],
  linear: [20, 40, 50],
  exponential: [20, 40, 50],
  fibonacci: [20, 20, 40],
} as const

type Name = keyof typeof WAITS
const NAMES = Object.keys(WAITS) as readonly Name[]
const MOST_FAILURES = 3

/** A function that fails and then succeeds is repeated after exactly the waits that its strategy says. */
export const STRATEGIES: Check = {
  name: 'strategies',
  run: (grounds) =>
    Trial.run(grounds, async (trial) => {
      const recovery = await trial.engine()
      const failures = trial.failures(MOST_FAILURES)
      await Promise.all(NAMES.map((name) => waitsAsItSays(recovery, name, failures)))
      return `Functions that failed ${failures === 1 ? 'once' : `${failures} times`} were repeated after the waits of ${NAMES.join(', ')}`
    }),
}

async function waitsAsItSays(recovery: Recovery, strategy: Name, failures: number): Promise<void> {
  const flaky = recovery.define(
    `flaky_${strategy}`,
    (_: null, { attempt }) => {
      if (attempt <= failures) throw new Error('Not yet')
      return attempt
    },
    { ...DELAYS, strategy },
  )
  const { id } = await flaky.start(null)
  await recoveredAfter(failures, recovery, id)
  const attempts = await attemptsOf(recovery, id)
  const waits = attempts.slice(1).map(({ delayBeforeMs }) => delayBeforeMs)
  const wanted = WAITS[strategy].slice(0, failures)
  expect(waits.join() === wanted.join(), `${strategy} waited ${waits.join(', ')} ms instead of ${wanted.join(', ')} ms`)
  for (const [index, { startedAt }] of attempts.entries()) {
    const after = startedAt - (attempts[index - 1]?.finishedAt ?? startedAt)
    const wait = attempts[index]?.delayBeforeMs ?? 0
    expect(after >= wait, `With ${strategy} attempt ${index + 1} began after ${after} ms instead of ${wait} ms`)
  }
}
