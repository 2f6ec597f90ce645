import { describe, expect, test } from 'vitest'
import { CursorExpiredError } from '../../../src/index.ts'
import { attemptsOf } from '../../support/store-reads.ts'
import { commit, created, finished, following, STORES, T0 } from '../stores.ts'

describe.each(STORES)('retention of the $name store', ({ open }) => {
  test('deletes what finished before the instant with all that is its own but its log entries', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'old')
    await finished(store, 'exactly', {}, T0 + 50)
    await commit(store, created('live'))

    expect(await store.deleteFinished({ state: 'success', before: T0 + 50 }, 100)).toBe(1)
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

    expect([
      await store.deleteFinished({ state: 'success', before: T0 + 1 }, 4),
      await store.deleteFinished({ state: 'success', before: T0 + 1 }, 4),
    ]).toEqual([4, 2])
    expect(await store.count({})).toBe(0)
    expect(await store.deleteFinished({ state: 'success', before: T0 + 1 }, 4)).toBe(0)
  })

  test('deletes of one state, and of one function, what is asked for, the oldest first', async () => {
    const store = await open()
    for (const [n, id] of ['a', 'b', 'c'].entries()) await finished(store, id, {}, T0 + 10 - n)
    await finished(store, 'other', { functionName: 'f' })
    const gone = created('gone')
    await commit(store, gone, following(gone.operation, { type: 'cancel', actor: null, reason: null }, T0))

    expect(await store.deleteFinished({ state: 'success', before: T0 + 99, functionName: 'work' }, 1)).toBe(1)
    expect([await store.operation('c'), (await store.operation('b'))?.id]).toEqual([null, 'b'])
    expect(await store.deleteFinished({ state: 'cancelled', before: T0 + 99 }, 9)).toBe(1)
    expect(await store.operation('gone')).toBeNull()
    expect(await store.deleteFinished({ state: 'failed', before: T0 + 99 }, 9)).toBe(0)
    expect(await store.deleteFinished({ state: 'success', before: T0 + 99, functionName: 'work' }, 9)).toBe(2)
    expect((await store.operation('other'))?.id).toBe('other')
    expect(await store.count({})).toBe(1)
  })
})

describe.each(STORES)('the log of the $name store', ({ open }) => {
  test('is trimmed from its beginning: its low-water mark rises and its head stays', async () => {
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

describe.each(STORES)('the oldest of the $name store', ({ open }) => {
  test('says whether anything was kept long enough', async () => {
    const store = await open()
    const finishedBefore = (before: number, functionName?: string) =>
      store.holdsExpired({
        finished: [
          { state: 'failed', before },
          { state: 'success', before, ...(functionName !== undefined && { functionName }) },
        ],
        entriesBefore: null,
      })
    const entriesBefore = (before: number) => store.holdsExpired({ finished: [], entriesBefore: before })
    expect([await finishedBefore(T0 + 99), await entriesBefore(T0 + 99)]).toEqual([false, false])
    await finished(store, 'a', {}, T0 + 20_000)

    expect([await finishedBefore(T0 + 20_000), await finishedBefore(T0 + 20_001)]).toEqual([false, true])
    expect([await finishedBefore(T0 + 20_001, 'f'), await finishedBefore(T0 + 20_001, 'work')]).toEqual([false, true])
    expect([await entriesBefore(T0 + 20_000), await entriesBefore(T0 + 20_001)]).toEqual([false, true])
    await store.trimLog(T0 + 99_999, 99)
    expect(await entriesBefore(T0 + 99_999)).toBe(true)
    await store.trimActivity(T0 + 99_999, 99)
    expect(await entriesBefore(T0 + 99_999)).toBe(false)
  })
})
