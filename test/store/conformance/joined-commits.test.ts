import { describe, expect, test } from 'vitest'
import type { Dispatched } from '../../../src/operation/dispatcher.ts'
import { commit, created, STORES } from '../stores.ts'

describe.each(STORES)('a dispatcher that joins the commits of the $name store', ({ open }) => {
  test('is told of the accepted changes of one turn at once, and comes after the events', async () => {
    const store = await open()
    const told: string[] = []
    store.onEvents((events) => told.push(`events ${events.length}`))
    store.joinCommits({
      onCommit: (_tx, dispatched) => {
        told.push(`inside ${dispatched.map(({ operation, intent }) => `${operation.id} ${intent.kind}`).join(', ')}`)
        return () => told.push('after')
      },
    })
    const answers = await Promise.all([commit(store, created('a')), commit(store, created('b'), created('b'))])

    expect(answers).toEqual([['committed'], ['committed', 'duplicate']])
    expect(told).toEqual(['inside a enqueue, b enqueue', 'events 2', 'after'])
  })

  test('takes a change down with it and spares its neighbours', async () => {
    const store = await open()
    const refusing = async (_tx: unknown, dispatched: readonly Dispatched[]) => {
      if (dispatched.some(({ operation }) => operation.id === 'poison')) throw new Error('no')
      return () => undefined
    }
    store.joinCommits({ onCommit: refusing })

    expect(await commit(store, created('a'), created('poison'), created('b'))).toEqual(['committed', 'rejected', 'committed'])
    expect(await store.operation('poison')).toBeNull()
    expect((await store.operations(['a', 'b', 'poison'])).map(({ id }) => id).sort()).toEqual(['a', 'b'])
    expect(await store.count({})).toBe(2)
  })
})
