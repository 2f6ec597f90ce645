import { describe, expect, test } from 'vitest'
import { commit, created, STORES } from '../stores.ts'

describe.each(STORES)('calls without an operation in the $name store', ({ open }) => {
  test('are added to the counters of their function, whether it had operations or not', async () => {
    const store = await open()
    await commit(store, created('op', { functionName: 'both' }))
    await store.countCalls([
      { functionName: 'both', calls: 2 },
      { functionName: 'light', calls: 3_000_000_000 },
    ])
    await store.countCalls([{ functionName: 'both', calls: 5 }])

    const counters = await store.counters()
    expect(counters.map(({ functionName, lightCalls, created: made }) => [functionName, lightCalls, made]).toSorted()).toEqual([
      ['both', 7, 1],
      ['light', 3_000_000_000, 0],
    ])
  })

  test('are refused once the store is closed', async () => {
    const store = await open()
    await store.close()

    await expect(store.countCalls([{ functionName: 'light', calls: 1 }])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})
