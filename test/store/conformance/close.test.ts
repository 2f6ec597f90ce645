import { describe, expect, test } from 'vitest'
import { StoreUnavailableError } from '../../../src/index.ts'
import { begin, commit, created, STORES, T0 } from '../stores.ts'

describe.each(STORES)('a $name store that is closed', ({ open }) => {
  test('has written what came before, and answers everything after with one clear error', async () => {
    const store = await open()
    const before = commit(store, created('a'))
    const closing = store.close()
    const after = commit(store, created('b'))
    await closing

    expect([await before, await after]).toEqual([['committed'], ['unavailable']])
    await expect(store.operation('a')).rejects.toBeInstanceOf(StoreUnavailableError)
    const order = { field: 'created_at', direction: 'asc' } as const
    await expect(store.list({ filter: {}, order, limit: 1 })).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(store.deleteFinished({ state: 'success', before: T0 }, 1)).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(store.trimLog(T0, 1)).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(store.saveProgress([])).resolves.toBeUndefined()
  })

  test('may be closed twice, also while work is under way', async () => {
    const store = await open()
    const first = created('a')
    await commit(store, first, begin(first.operation))
    const progress = { fraction: 0.5, current: null, total: null, unit: null, stage: null, message: null }
    const saving = store.saveProgress([{ operationId: 'a', token: 'lease_a', progress }])
    const deleting = store.deleteFinished({ state: 'success', before: T0 }, 10)
    await Promise.all([store.close(), store.close()])

    await expect(saving).resolves.toBeUndefined()
    await expect(deleting).resolves.toBe(0)
  })
})
