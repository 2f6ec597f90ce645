import { describe, expect, test } from 'vitest'
import { NO_ACTIVITY } from '../../../src/operation/activity.ts'
import { DEADLINE_EXCEEDED } from '../../../src/operation/operation-error.ts'
import { begin, commit, created, finished, following, STORES, T0 } from '../stores.ts'

const HOUR = 3_600_000
const fail = { type: 'fail', token: 'lease_op', error: DEADLINE_EXCEEDED, timedOut: false, retry: null } as const
const retry = { type: 'retry', force: false, maxAttempts: null, attemptId: 'att', circuit: null, actor: null } as const
const all = { from: T0 - HOUR, until: T0 + HOUR, spanMs: 10_000 }

describe.each(STORES)('activity of the $name store', ({ open }) => {
  test('tells what became of operations, by function and span, and merges spans when asked', async () => {
    const store = await open()
    await finished(store, 'a')
    await finished(store, 'b', { functionName: 'other' }, T0 + 9999)
    await finished(store, 'c', {}, T0 + 20_000)
    const one = { ...NO_ACTIVITY, created: 1, succeeded: 1 }

    expect(await store.activity(all)).toEqual([
      { ...one, functionName: 'work', at: T0 },
      { ...one, functionName: 'other', at: T0 },
      { ...one, functionName: 'work', at: T0 + 20_000 },
    ])
    expect(await store.activity({ from: T0 - 10_000, until: T0 + 60_000, spanMs: 70_000 })).toEqual([
      { ...one, functionName: 'work', at: T0 - 10_000, created: 2, succeeded: 2 },
      { ...one, functionName: 'other', at: T0 - 10_000 },
    ])
    expect(await store.activity({ from: T0 + 10_000, until: T0 + 20_000, spanMs: 10_000 })).toEqual([])
  })

  test('takes a failure back when the operation is retried, however much later', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    const failed = following(running.operation, fail, T0 + 10)
    await commit(store, first, running, failed)
    expect(await store.activity(all)).toMatchObject([{ at: T0, created: 1, failed: 1, exhausted: 1 }])

    await commit(store, following(failed.operation, retry, T0 + 50_000))
    expect(await store.activity(all)).toMatchObject([{ at: T0, created: 1, failed: 0, exhausted: 0 }])
  })

  test('is trimmed from its old end, and nothing is taken back of what is gone', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    const failed = following(running.operation, fail, T0 + 10)
    await commit(store, first, running, failed)
    await finished(store, 'later', {}, T0 + 30_000)

    expect(await store.trimActivity(T0 + 10_000, 10)).toBe(1)
    expect(await store.trimActivity(T0 + 10_000, 10)).toBe(0)
    await commit(store, following(failed.operation, retry, T0 + 50_000))
    expect(await store.activity(all)).toMatchObject([{ at: T0 + 30_000, failed: 0, exhausted: 0 }])
  })

  test('counts nothing of a change that was refused', async () => {
    const store = await open()
    const first = created('op')
    await commit(store, first, first, created('op'))

    expect(await store.activity(all)).toMatchObject([{ created: 1 }])
  })
})

describe.each(STORES)('activity of circuit breakers in the $name store', ({ open }) => {
  test('tells how often they opened, and not what a note without an event repeats', async () => {
    const store = await open()
    const record = (trips: number) => ({ kind: 'breaker', key: 'scope', value: { trips } }) as const
    const event = { scope: 'scope', type: 'breaker_opened', state: 'open', forced: false, failureCount: 5 } as const
    const opened = (at: number) => ({ ...event, retryAt: null, reason: null, actor: null, at })
    await store.putRecords([record(1)], opened(T0))
    await store.putRecords([record(1)])
    await store.putRecords([record(1)], opened(T0 + 10_000))
    await store.putRecords([record(3)], opened(T0 + 20_000))
    await finished(store, 'a', {}, T0 + 20_000)

    expect(await store.activity(all)).toEqual(
      expect.arrayContaining([
        { ...NO_ACTIVITY, functionName: '', at: T0, trips: 1 },
        { ...NO_ACTIVITY, functionName: '', at: T0 + 20_000, trips: 2 },
        { ...NO_ACTIVITY, functionName: 'work', at: T0 + 20_000, created: 1, succeeded: 1 },
      ]),
    )
  })
})
