import { describe, expect, test } from 'vitest'
import { commit, created, finished, STORES, T0 } from '../stores.ts'

describe.each(STORES)('idempotency keys of the $name store', ({ open }) => {
  test('are taken per function, and none is no key', async () => {
    const store = await open()
    const same = { idempotencyKey: 'key' }

    expect(
      await commit(
        store,
        created('a', same),
        created('b', { ...same, functionName: 'other' }),
        created('c'),
        created('d'),
        created('e', { ...same, functionName: 'work key' }),
      ),
    ).toEqual(['committed', 'committed', 'committed', 'committed', 'committed'])
    expect(await store.commit([created('f', same)])).toEqual([{ kind: 'duplicate', holder: 'a', by: 'idempotency key' }])
  })

  test('are taken by the first of one batch, and of callers in one turn', async () => {
    const store = await open()
    const same = { idempotencyKey: 'key' }
    const answers = await Promise.all([
      store.commit([created('a', same), created('b', same)]),
      store.commit([created('c', same)]),
    ])

    const taken = { kind: 'duplicate', holder: 'a', by: 'idempotency key' }
    expect(answers).toEqual([[{ kind: 'committed' }, taken], [taken]])
    expect(await store.count({})).toBe(1)
  })

  test('are kept while the row exists, also after its end, and free once retention has deleted it', async () => {
    const store = await open()
    await finished(store, 'a', { idempotencyKey: 'key' })
    expect(await commit(store, created('b', { idempotencyKey: 'key' }))).toEqual(['duplicate'])
    await store.deleteFinished({ state: 'success', before: T0 + 1 }, 10)

    expect(await commit(store, created('b', { idempotencyKey: 'key' }))).toEqual(['committed'])
  })
})
