import { attemptsOf, recoveredAfter } from '../evidence.ts'
import { expect } from '../expect.ts'
import { Trial } from '../trial.ts'
import type { Check } from './check.ts'

const WAITS = [20, 40, 50]

/** A function that fails and then succeeds is repeated after exactly the waits that its policy says. */
export const STRATEGIES: Check = {
  name: 'strategies',
  run: (grounds) =>
    Trial.run(grounds, async (trial) => {
      const recovery = await trial.engine()
      const failures = trial.failures(WAITS.length)
      const flaky = recovery.define(
        'flaky',
        (_: null, { attempt }) => {
          if (attempt <= failures) throw new Error('Not yet')
          return attempt
        },
        { initialDelay: 20, backoffFactor: 2, maxDelay: 50, jitter: 0 },
      )
      const { id } = await flaky.start(null)
      await recoveredAfter(failures, recovery, id)
      const attempts = await attemptsOf(recovery, id)
      const waits = attempts.slice(1).map(({ delayBeforeMs }) => delayBeforeMs)
      const wanted = WAITS.slice(0, failures)
      expect(waits.join() === wanted.join(), `The waits were ${waits.join(', ')} ms instead of ${wanted.join(', ')} ms`)
      for (const [index, { startedAt }] of attempts.entries()) {
        const before = attempts[index - 1]?.finishedAt ?? startedAt
        const wait = attempts[index]?.delayBeforeMs ?? 0
        expect(startedAt - before >= wait, `Attempt ${index + 1} began after ${startedAt - before} ms instead of ${wait} ms`)
      }
      return `A function that failed ${failures} times was repeated after ${wanted.join(', ')} ms and succeeded`
    }),
}
