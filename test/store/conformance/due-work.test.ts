import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../support/store-reads.ts'
import { begin, commit, created, finished, following, STORES, T0 } from '../stores.ts'

describe.each(STORES)('what is due in the $name store', ({ open }) => {
  test('comes by priority, then by how long it is due, for one function only', async () => {
    const store = await open()
    await commit(
      store,
      created('low', { priority: -1 }),
      created('late', { priority: 5, runAt: T0 + 2 }),
      created('early', { priority: 5, runAt: T0 + 1 }),
      created('future', { priority: 9, runAt: T0 + 50 }),
      created('foreign', { functionName: 'other' }),
    )

    expect((await store.due('work', T0 + 10, 10)).map(({ id }) => id)).toEqual(['early', 'late', 'low'])
    expect((await store.due('work', T0 + 10, 2)).map(({ id }) => id)).toEqual(['early', 'late'])
    expect(await store.nextDueAt(T0 + 10)).toBe(T0 + 50)
    expect(await store.nextDueAt(T0 + 50)).toBeNull()
  })

  test('deadlines and running rows are found, and gone once the operation ended', async () => {
    const store = await open()
    const first = created('op', { deadlineMs: 10 })
    const running = begin(first.operation)
    await commit(store, first, created('later', { deadlineMs: 20 }))
    await commit(store, running)

    expect((await store.running(null, 10)).map(({ id }) => id)).toEqual(['op'])
    expect(await store.running('op', 10)).toEqual([])
    expect((await store.overdue(T0 + 10, 10)).map(({ id }) => id)).toEqual(['op'])
    expect(await store.nextDeadlineAt(T0 + 10)).toBe(T0 + 20)
    await commit(store, following(running.operation, { type: 'expire' }, T0 + 10))
    expect([await store.overdue(T0 + 10, 10), await store.running(null, 10)]).toEqual([[], []])
  })

  test('old finished operations are deleted, and only the counters of rows forget them', async () => {
    const store = await open()
    await finished(store, 'old')
    await finished(store, 'new', {}, T0 + 100)
    await commit(store, created('live'))

    expect(await store.deleteFinished(T0 + 50, 100)).toBe(1)
    expect([await store.operation('old'), (await attemptsOf(store, 'old', { limit: 9 })).items]).toEqual([null, []])
    expect(await store.counters()).toMatchObject([{ created: 3, rows: { success: 1, pending: 1 } }])
  })
})
