import { describe, expect, test } from 'vitest'
import { CursorExpiredError } from '../../../src/index.ts'
import { attemptsOf } from '../../support/store-reads.ts'
import { commit, created, finished, STORES, T0 } from '../stores.ts'

describe.each(STORES)('retention of the $name store', ({ open }) => {
  test('deletes what finished before the instant with all that is its own but its log entries', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'old')
    await finished(store, 'exactly', {}, T0 + 50)
    await commit(store, created('live'))

    expect(await store.deleteFinished(T0 + 50, 100)).toBe(1)
    expect(await store.operation('old')).toBeNull()
    expect([(await attemptsOf(store, 'old', { limit: 9 })).items, await store.attemptsById(['att_old_0'])]).toEqual([[], []])
    expect((await store.readLog({ after: start, limit: 99, operationId: 'old' })).length).toBe(3)
    expect(await store.count({})).toBe(2)
    expect(await store.counters()).toMatchObject([{ created: 3, rows: { success: 1, pending: 1 } }])
  })

  test('deletes in batches as small as they are asked for, of every function', async () => {
    const store = await open()
    for (const functionName of ['f', 'g', 'h']) {
      for (const n of [1, 2]) await finished(store, `${functionName}${n}`, { functionName })
    }

    expect([await store.deleteFinished(T0 + 1, 4), await store.deleteFinished(T0 + 1, 4)]).toEqual([4, 2])
    expect(await store.count({})).toBe(0)
    expect(await store.deleteFinished(T0 + 1, 4)).toBe(0)
  })

  test('trims the log from its beginning, raises its low-water mark and keeps its head', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'a')
    const middle = store.head()
    await finished(store, 'b', {}, T0 + 10)
    const head = store.head()

    expect(await store.trimLog(T0 + 10, 2)).toBe(2)
    expect(await store.trimLog(T0 + 10, 2)).toBe(1)
    expect(await store.trimLog(T0 + 10, 2)).toBe(0)
    await expect(store.readLog({ after: start, limit: 9 })).rejects.toBeInstanceOf(CursorExpiredError)
    expect((await store.readLog({ after: middle, limit: 9 })).map(({ operationId }) => operationId)).toEqual(['b', 'b', 'b'])
    expect(await store.trimLog(T0 + 99, 100)).toBe(3)
    expect(store.head()).toEqual(head)
    await finished(store, 'c')
    expect((await store.readLog({ after: head, limit: 9 })).length).toBe(3)
  })
})
