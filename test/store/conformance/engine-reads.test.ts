import { describe, expect, test } from 'vitest'
import { attemptsOf, eventsOf } from '../../support/store-reads.ts'
import { begin, commit, created, finished, following, STORES, T0 } from '../stores.ts'

describe.each(STORES)('what the engine must look after in the $name store', ({ open }) => {
  test('running rows come by id in batches, and paused or finished ones never', async () => {
    const store = await open()
    for (const id of ['c', 'a', 'b', 'd']) {
      const first = created(id)
      await commit(store, first, begin(first.operation))
    }
    const row = await store.operation('d')
    if (row !== null) await commit(store, following(row, { type: 'pause', actor: null }))
    await finished(store, 'e')

    expect((await store.running(null, 2)).map(({ id }) => id)).toEqual(['a', 'b'])
    expect((await store.running('b', 2)).map(({ id }) => id)).toEqual(['c'])
    expect(await store.running('c', 2)).toEqual([])
  })

  test('overdue rows come by deadline in batches, waiting and running ones but no paused one', async () => {
    const store = await open()
    const paused = created('paused', { deadlineMs: 1 })
    const running = created('running', { deadlineMs: 3 })
    await commit(
      store,
      paused,
      running,
      created('second', { deadlineMs: 2 }),
      created('later', { deadlineMs: 9 }),
      created('none'),
    )
    await commit(store, following(paused.operation, { type: 'pause', actor: null }), begin(running.operation))

    expect((await store.overdue(T0 + 5, 10)).map(({ id }) => id)).toEqual(['second', 'running'])
    expect((await store.overdue(T0 + 5, 1)).map(({ id }) => id)).toEqual(['second'])
    expect([await store.nextDeadlineAt(T0), await store.nextDeadlineAt(T0 + 3)]).toEqual([T0 + 2, T0 + 9])
    expect(await store.nextDeadlineAt(T0 + 9)).toBeNull()
  })

  test('pages of attempts and of events go forwards and backwards by their numbers', async () => {
    const store = await open()
    await finished(store, 'op')
    const { items } = await eventsOf(store, 'op', { limit: 9 })
    const [one, two, three] = items.map(({ position }) => position) as [number, number, number]
    const positions = async (page: { limit: number; after?: number; before?: number; fromEnd?: boolean }) => {
      const found = await eventsOf(store, 'op', page)
      return [found.items.map(({ position }) => position), found.hasMore]
    }

    expect(await positions({ limit: 2 })).toEqual([[one, two], true])
    expect(await positions({ limit: 2, fromEnd: true })).toEqual([[two, three], true])
    expect(await positions({ limit: 9, after: one, before: three })).toEqual([[two], false])
    expect(await attemptsOf(store, 'op', { limit: 1, after: 1 })).toEqual({ items: [], hasMore: false })
    expect((await store.attemptsById(['att_op_0']))[0]).toMatchObject({ sequence: 1, outcome: 'success', server: 'srv' })
  })
})
