import { describe, expect, test } from 'vitest'
import type { NumberPage } from '../../../src/operation/query.ts'
import { begin, commit, created, finished, following, STORES, T0 } from '../stores.ts'

describe.each(STORES)('what is read of many operations of the $name store at once', ({ open }) => {
  test('comes by operation: the same page of each, and an empty one of those that have nothing', async () => {
    const store = await open()
    await finished(store, 'a')
    await finished(store, 'b')
    await commit(store, created('waits'))
    const ids = ['b', 'waits', 'nobody', 'a', 'b']
    const types = async (page: NumberPage) => {
      const pages = await store.eventsOf(ids, page)
      return Object.fromEntries(Array.from(pages, ([id, { items, hasMore }]) => [id, [items.map(({ type }) => type), hasMore]]))
    }

    expect(await types({ limit: 2 })).toEqual({
      a: [['created', 'attempt_started'], true],
      b: [['created', 'attempt_started'], true],
      waits: [['created'], false],
      nobody: [[], false],
    })
    expect(await types({ limit: 1, fromEnd: true })).toMatchObject({ a: [['succeeded'], true], waits: [['created'], false] })
    const attempts = await store.attemptsOf(ids, { limit: 5 })
    expect(Array.from(attempts, ([id, { items }]) => [id, items.map((attempt) => attempt.id)])).toEqual([
      ['b', ['att_b_0']],
      ['waits', []],
      ['nobody', []],
      ['a', ['att_a_0']],
    ])
  })

  test('has the bounds of the page within each operation', async () => {
    const store = await open()
    await finished(store, 'a')
    const [first] = (await store.eventsOf(['a'], { limit: 1 })).get('a')?.items ?? []
    await finished(store, 'b')

    const pages = await store.eventsOf(['a', 'b'], { limit: 9, after: first?.position ?? 0 })

    expect(Array.from(pages.values(), ({ items }) => items.length)).toEqual([2, 3])
  })
})

describe.each(STORES)('what is read of the $name store by many ids', ({ open }) => {
  test('are steps in the order they finished, and attempts and steps by their ids, each once', async () => {
    const store = await open()
    for (const id of ['a', 'b']) {
      const first = created(id)
      const running = begin(first.operation)
      await commit(store, first, running)
      for (const [name, finishedAt] of [
        ['late', T0 + 2],
        ['early', T0 + 1],
      ] as const) {
        const step = { id: `stp_${id}_${name}`, kind: 'step', operationId: id, name, output: null, startedAt: T0 } as const
        const whole = { ...step, finishedAt, attempt: 1, undoneAt: null, position: 1, unfinished: [] }
        await commit(store, following(running.operation, { type: 'checkpoint', token: `lease_${id}`, steps: [whole] }))
      }
    }

    const steps = await store.stepsOf(['b', 'a', 'nobody', 'b'])
    expect(Array.from(steps, ([id, own]) => [id, own.map(({ name }) => name)])).toEqual([
      ['b', ['early', 'late']],
      ['a', ['early', 'late']],
      ['nobody', []],
    ])
    const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort()
    expect(idsOf(await store.stepsById(['stp_b_late', 'stp_nothing', 'stp_a_early', 'stp_b_late']))).toEqual([
      'stp_a_early',
      'stp_b_late',
    ])
    expect(idsOf(await store.attemptsById(['att_b_0', 'att_a_0', 'att_b_0', 'att_none']))).toEqual(['att_a_0', 'att_b_0'])
    expect(idsOf(await store.operations(['b', 'nobody', 'a', 'b']))).toEqual(['a', 'b'])
  })

  test('is nothing when nothing is asked for, and no event of a circuit breaker', async () => {
    const store = await open()
    const event = { scope: 's', type: 'breaker_opened', state: 'open', forced: false, failureCount: 1 } as const
    await store.putRecords([], { ...event, retryAt: null, reason: null, actor: null, at: T0 })
    await finished(store, 'a')

    expect([...(await store.eventsOf([], { limit: 1 })), ...(await store.stepsOf([]))]).toEqual([])
    expect([await store.operations([]), await store.attemptsById([])]).toEqual([[], []])
    expect((await store.eventsOf(['', 'a'], { limit: 1 })).get('')).toEqual({ items: [], hasMore: false })
  })
})
