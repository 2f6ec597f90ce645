import { expect, test } from 'vitest'
import type { KillPoint } from './kill-switch.ts'
import { beginStory } from './story.ts'
import { SLEEP_MS } from './work.ts'

// Where the process dies, whether its attempt had been put to sleep then, and how many times it is interrupted.
test.each<[KillPoint, boolean, number]>([
  [{ at: 'commit step pause', when: 'inside' }, false, 1],
  [{ at: 'commit step pause', when: 'after' }, false, 1],
  [{ at: 'commit sleeping', when: 'inside' }, false, 1],
  [{ at: 'commit sleeping', when: 'after' }, true, 0],
  [{ at: 'commit attempt_started', when: 'inside', nth: 2 }, true, 0],
  [{ at: 'commit attempt_started', when: 'after', nth: 2 }, false, 1],
  [{ at: 'effect b', when: 'before' }, false, 1],
])('killed at %j, a sleep is slept once, to its end', async (point, asleep, interruptions) => {
  const story = await beginStory('sleep')
  await story.dieAt(point)
  const left = await story.look()
  expect(left.outcomes).toEqual([asleep ? 'sleeping' : 'running'])
  const begun = left.steps.find(({ name }) => name === 'pause')

  const { operation, steps } = await story.finish()

  expect(operation).toMatchObject({ state: 'success', attempt: 1, totalAttempts: 1, failedAttempts: 0, interruptions })
  const [a, pause, b] = ['a', 'pause', 'b'].map((wanted) => steps.find(({ name }) => name === wanted))
  expect((pause?.finishedAt ?? 0) - (pause?.startedAt ?? 0)).toBe(SLEEP_MS)
  expect(pause).toEqual(begun ?? pause)
  expect(b?.startedAt ?? 0).toBeGreaterThanOrEqual(pause?.finishedAt ?? 0)
  expect([a?.output, b?.output]).toEqual([1, 1])
})
