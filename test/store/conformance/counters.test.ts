import { describe, expect, test } from 'vitest'
import type { OperationError } from '../../../src/operation/operation-error.ts'
import { DEADLINE_EXCEEDED } from '../../../src/operation/operation-error.ts'
import { FATAL } from '../../operation/situations.ts'
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

  test('tell exhausted operations among the failed ones until they are retried, deleted ones too', async () => {
    const store = await open()
    const end = (id: string, error: OperationError) => {
      const first = created(id)
      const running = begin(first.operation)
      const fail = { type: 'fail', token: `lease_${id}`, error, timedOut: false, retry: null } as const
      return [first, running, following(running.operation, fail, T0 + 10)] as const
    }
    const exhausted = end('exhausted', ERROR)
    await commit(store, ...exhausted, ...end('old', ERROR), ...end('failed', FATAL))
    expect(await store.counters()).toMatchObject([{ failed: 3, exhausted: 2, rows: { failed: 1, exhausted: 2 } }])

    const retry = { type: 'retry', force: false, maxAttempts: null, attemptId: 'att', circuit: null, actor: null } as const
    await commit(store, following(exhausted[2].operation, retry, T0 + 20))
    await store.deleteFinished({ state: 'exhausted', before: T0 + 99 }, 9)
    expect(await store.counters()).toMatchObject([{ failed: 2, exhausted: 1, rows: { failed: 1, exhausted: 0 } }])
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
