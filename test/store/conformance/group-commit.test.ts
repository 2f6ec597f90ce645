import { describe, expect, test } from 'vitest'
import type { Dispatched } from '../../../src/operation/dispatcher.ts'
import type { Store } from '../../../src/operation/store.ts'
import { begin, commit, created, following, STORES } from '../stores.ts'

/** How many changes each transaction of the store holds. */
function batchesOf(store: Store): number[] {
  const sizes: number[] = []
  const onCommit = (_tx: unknown, { length }: readonly Dispatched[]) => {
    sizes.push(length)
    return () => undefined
  }
  store.joinCommits({ onCommit })
  return sizes
}

describe.each(STORES)('group commit of the $name store', ({ open }) => {
  test('what comes in one turn of the loop shares a transaction of at most 64 changes, in order', async () => {
    const store = await open()
    const sizes = batchesOf(store)
    const start = store.head()
    await Promise.all(Array.from({ length: 150 }, (_, n) => commit(store, created(`op-${n}`))))

    expect(sizes).toEqual([64, 64, 22])
    const events = await store.readLog({ after: start, limit: 200 })
    expect(events.map(({ operationId }) => operationId)).toEqual(Array.from({ length: 150 }, (_, n) => `op-${n}`))
  })

  test('what comes while a transaction is open waits for the next, and shares it', async () => {
    const store = await open()
    const sizes: number[] = []
    const later: Promise<unknown>[] = []
    store.joinCommits({
      onCommit: async (_tx, { length }) => {
        sizes.push(length)
        if (sizes.length === 1) later.push(commit(store, created('b')), commit(store, created('c'), created('d')))
        return () => undefined
      },
    })
    await commit(store, created('a'))
    await Promise.all(later)

    expect(sizes).toEqual([1, 3])
  })
})

describe.each(STORES)('a batch of changes in the $name store', ({ open }) => {
  test('more changes of one caller than fit are all answered, each by itself', async () => {
    const store = await open()
    const changes = Array.from({ length: 130 }, (_, n) => created(`op-${n % 100}`))
    const answers = await commit(store, ...changes)

    expect(answers.slice(0, 100).every((answer) => answer === 'committed')).toBe(true)
    expect(answers.slice(100)).toEqual(Array.from({ length: 30 }, () => 'duplicate'))
  })

  test('changes of one operation in one batch build on one another, and of two claims the first wins', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)

    expect(await commit(store, first, running, running)).toEqual(['committed', 'committed', 'conflict'])
    expect(await store.operation('op')).toMatchObject({ state: 'in_progress', version: 2 })
  })

  test('a change that the store cannot write is refused alone, and writes nothing', async () => {
    const store = await open()
    const first = created('op')
    await commit(store, first)
    // Another attempt has this id already: the row of the second can not be written.
    const good = begin(first.operation)
    const other = created('other')
    const bad = { ...begin(other.operation), attempt: good.attempt }
    const head = store.head()
    const answers = await commit(store, good, other, bad, created('third'))

    expect(answers).toEqual(['committed', 'committed', 'rejected', 'committed'])
    expect(await store.operation('other')).toMatchObject({ state: 'pending', version: 1 })
    expect((await store.readLog({ after: head, limit: 9 })).map(({ type }) => type)).toEqual([
      'attempt_started',
      'created',
      'created',
    ])
    expect(await store.counters()).toMatchObject([{ created: 3, rows: { pending: 2, in_progress: 1 } }])
  })

  test('a change of a row that is gone is a conflict, and of an attempt it is stale', async () => {
    const store = await open()
    const running = begin(created('nobody').operation)
    const checkpoint = { type: 'checkpoint', token: 'lease_nobody', steps: [], checkpoint: 1 } as const

    expect(await commit(store, running, following(running.operation, checkpoint))).toEqual(['conflict', 'stale'])
  })
})
