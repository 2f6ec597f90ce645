import { expect, test } from 'vitest'
import { simulateCollapse } from '../../bench/outage/collapse.ts'
import { FULL_JITTER, LEARNED, simulateLearning } from '../../bench/outage/learning.ts'
import { POLICIES } from '../../bench/outage/policies.ts'
import { Timeline } from '../../bench/outage/timeline.ts'
import { WORLDS } from '../../bench/outage/worlds.ts'

test('the simulated collapse is the same for the same seed, and another for another', () => {
  const once = simulateCollapse(POLICIES.waiting, 7)

  expect(simulateCollapse(POLICIES.waiting, 7)).toEqual(once)
  expect(simulateCollapse(POLICIES.waiting, 8)).not.toEqual(once)
})

test('what is learned in simulated outages is the same for the same seed, and another for another', () => {
  const once = simulateLearning(LEARNED, WORLDS.failover, 7)

  expect(simulateLearning(LEARNED, WORLDS.failover, 7)).toEqual(once)
  expect(simulateLearning(LEARNED, WORLDS.failover, 8)).not.toEqual(once)
})

test('the strategy has no part in how long the outages last', () => {
  const lengths: number[][] = [[], []]
  for (const [i, strategy] of [LEARNED, FULL_JITTER].entries()) {
    const outageMs = (n: number, random: () => number) => {
      const ms = WORLDS.failover.outageMs(n, random)
      lengths[i]?.push(ms)
      return ms
    }
    simulateLearning(strategy, { name: 'watched', outageMs }, 7)
  }

  expect(lengths[0]).toHaveLength(300)
  expect(lengths[0]).toEqual(lengths[1])
})

test('a timeline runs what is due in order of time, and of planning at the same instant', () => {
  const timeline = new Timeline()
  const seen: string[] = []
  for (const [name, at] of [
    ['c', 30],
    ['a', 10],
    ['b', 20],
    ['b, later', 20],
  ] as const) {
    timeline.at(at, () => {
      seen.push(`${name} at ${timeline.now}`)
      if (name === 'a') timeline.after(5, () => seen.push(`between at ${timeline.now}`))
    })
  }
  timeline.run()

  expect(seen).toEqual(['a at 10', 'between at 15', 'b at 20', 'b, later at 20', 'c at 30'])
})
