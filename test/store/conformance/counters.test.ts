import { describe, expect, test } from 'vitest'
import type { OperationError } from '../../../src/operation/operation-error.ts'
import { DEADLINE_EXCEEDED } from '../../../src/operation/operation-error.ts'
import { begin, commit, complete, created, finished, following, STORES, T0 } from '../stores.ts'

const ERROR: OperationError = { ...DEADLINE_EXCEEDED, code: null, message: 'no' }

describe.each(STORES)('counters of the $name store', ({ open }) => {
  test('follow each commit, and refused changes count for nothing', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    const retry = { delayMs: 10, strategy: 'exponential' }
    const failed = following(running.operation, { type: 'fail', token: 'lease_op', error: ERROR, timedOut: false, retry })
    const again = begin(failed.operation, T0 + 10)
    await commit(store, first, running, failed)
    await commit(store, again, again, complete(again.operation, T0 + 30), created('op'))

    expect(await store.counters()).toMatchObject([
      { functionName: 'work', created: 1, recovered: 1, failed: 0, retryAttempts: 1, recoveryMs: 30, rows: { success: 1 } },
    ])
  })

  test('answer counts by state and function, and other filters are counted row by row', async () => {
    const store = await open()
    await finished(store, 'a')
    await commit(store, created('b'), created('c', { functionName: 'other', metadata: { k: 1 } }))

    expect(await store.count({ states: ['pending', 'pending', 'success'] })).toBe(3)
    expect(await store.count({ states: ['pending'], functionNames: ['work'] })).toBe(1)
    expect(await store.count({ functionNames: ['none'] })).toBe(0)
    expect(await store.count({ metadata: { k: 1 } })).toBe(1)
    expect(await store.count({ ids: ['a', 'c', 'nobody'], states: ['pending'] })).toBe(1)
  })
})
