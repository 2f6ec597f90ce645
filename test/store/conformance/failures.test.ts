import { describe, expect, test } from 'vitest'
import type { Operation } from '../../../src/operation/operation.ts'
import { INTERRUPTED } from '../../../src/operation/operation-error.ts'
import type { Store } from '../../../src/operation/store.ts'
import { begin, commit, created, finished, following, STORES, T0 } from '../stores.ts'

/** An operation that ended at `T0 + at`. */
async function failed(store: Store, id: string, at: number, retryable = false, functionName = 'work'): Promise<Operation> {
  const first = created(id, { functionName, maxAttempts: 1, input: { secret: id } })
  const running = begin(first.operation)
  const error = { ...INTERRUPTED, message: `no ${id}`, retryable }
  const token = running.operation.token ?? ''
  const end = following(running.operation, { type: 'fail', token, error, timedOut: false, retry: null }, T0 + at)
  await commit(store, first)
  await commit(store, running)
  await commit(store, end)
  return end.operation
}

describe.each(STORES)('the latest failures in the $name store', ({ open }) => {
  test('are those that ended failed or exhausted, the latest first, over all functions', async () => {
    const store = await open()
    await finished(store, 'good')
    await commit(store, created('waiting'))
    await failed(store, 'a', 10)
    await failed(store, 'b', 30, true, 'other')
    await failed(store, 'c', 20)

    const latest = await store.latestFailures(10)

    expect(latest.map(({ id, functionName, state, at, error }) => [id, functionName, state, at, error.message])).toEqual([
      ['b', 'other', 'exhausted', T0 + 30, 'no b'],
      ['c', 'work', 'failed', T0 + 20, 'no c'],
      ['a', 'work', 'failed', T0 + 10, 'no a'],
    ])
    expect(latest[0]).not.toHaveProperty('input')
    expect((await store.latestFailures(2)).map(({ id }) => id)).toEqual(['b', 'c'])
  })

  test('are no longer among them once they are retried', async () => {
    const store = await open()
    const operation = await failed(store, 'a', 10, true)
    const retry = { type: 'retry', force: false, maxAttempts: null, attemptId: 'att_2', circuit: null, actor: null } as const
    await commit(store, following(operation, retry, T0 + 20))

    expect(await store.latestFailures(10)).toEqual([])
  })

  test('are found beyond the number that is read in one piece', async () => {
    const store = await open()
    for (let n = 0; n < 205; n++) await failed(store, `f${n}`, n)

    const latest = await store.latestFailures(203)

    expect(latest.map(({ id }) => id)).toEqual(Array.from({ length: 203 }, (_, n) => `f${204 - n}`))
  })
})
