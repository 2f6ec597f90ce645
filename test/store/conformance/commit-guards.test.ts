import { describe, expect, test } from 'vitest'
import { attemptsOf, eventsOf } from '../../support/store-reads.ts'
import { begin, commit, complete, created, following, STORES } from '../stores.ts'

describe.each(STORES)('commit guards of the $name store', ({ open }) => {
  test('a row is read back as it was written, field by field', async () => {
    const store = await open()
    const change = created('op', {
      input: { a: [1, 'ü', null] },
      metadata: { k: 'v' },
      priority: 7,
      deadlineMs: 5,
      idempotencyKey: 'x',
    })
    await commit(store, change)

    expect(await store.operation('op')).toEqual(change.operation)
    expect(await store.operation('nobody')).toBeNull()
  })

  test('an id and a key are taken once, and the holder is named', async () => {
    const store = await open()
    await commit(store, created('op', { idempotencyKey: 'key' }))
    const answers = await store.commit([created('op'), created('other', { idempotencyKey: 'key' }), created('third')])

    expect(answers).toEqual([
      { kind: 'duplicate', holder: 'op', by: 'id' },
      { kind: 'duplicate', holder: 'op', by: 'idempotency key' },
      { kind: 'committed' },
    ])
  })

  test('a person who was not first gets a conflict and an attempt without its lease is stale', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    await commit(store, first)
    await commit(store, running)
    const paused = following(running.operation, { type: 'pause', actor: null })

    expect(await commit(store, paused, following(running.operation, { type: 'cancel', actor: null, reason: null }))).toEqual([
      'committed',
      'conflict',
    ])
    expect(await commit(store, complete(running.operation))).toEqual(['stale'])
    const { items } = await eventsOf(store, 'op', { limit: 9 })
    expect(items.map((event) => event.type)).toEqual(['created', 'attempt_started', 'paused'])
    expect((await attemptsOf(store, 'op', { limit: 9 })).items).toMatchObject([{ outcome: 'paused' }])
  })
})
