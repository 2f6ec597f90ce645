import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/operation/change.ts'
import { ClusterDispatcher } from '../../support/cluster-dispatcher.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { begin, commit, complete, created, following, STORES, T0 } from '../stores.ts'

describe.each(STORES)("a cluster's dispatcher that joins the commits of the $name store", ({ openWithJobs }) => {
  async function joined() {
    const { store, jobs } = await openWithJobs()
    let ids = 0
    store.joinCommits(new ClusterDispatcher(store, new FakeClock(T0), (prefix) => `${prefix}_${++ids}`, jobs))
    return { store, jobs: () => jobs.all().map(({ operationId, dueAt }) => [operationId, dueAt - T0]) }
  }

  test('has a job for what waits or runs, at the instant it is due, and none for what rests', async () => {
    const { store, jobs } = await joined()
    const first = created('op', { runAt: T0 + 5 })
    const paused = following(first.operation, { type: 'pause', actor: null })
    const resumed = following(paused.operation, { type: 'resume', actor: null }, T0 + 7)
    const running = begin(resumed.operation, T0 + 7)
    const handedOver = following(running.operation, { type: 'hand_over', token: 'lease_op' }, T0 + 8)
    const again = begin(handedOver.operation, T0 + 8)
    const life: readonly [Change, unknown[]][] = [
      [first, [['op', 5]]],
      [paused, []],
      [resumed, [['op', 7]]],
      [running, [['op', 7]]],
      [handedOver, [['op', 8]]],
      [again, [['op', 8]]],
      [complete(again.operation, T0 + 9), []],
    ]
    for (const [change, wanted] of life) {
      expect(await commit(store, change)).toEqual(['committed'])
      expect(jobs()).toEqual(wanted)
    }
  })

  test('is told of accepted changes only, and what it refuses is written nowhere while its neighbours are', async () => {
    const { store, jobs } = await joined()
    // A move of a job that is not there: the dispatcher refuses it.
    const bad = { ...created('bad'), dispatch: { kind: 'move', at: T0 } } as const

    expect(await commit(store, created('a'), bad, created('a'), created('b'))).toEqual([
      'committed',
      'rejected',
      'duplicate',
      'committed',
    ])
    expect(jobs()).toEqual([
      ['a', 0],
      ['b', 0],
    ])
    expect(await store.operation('bad')).toBeNull()
  })
})
