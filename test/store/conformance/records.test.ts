import { describe, expect, test } from 'vitest'
import { STORES } from '../stores.ts'

describe.each(STORES)('the records of the $name store', ({ open }) => {
  test('are read back by kind, in the order of their keys, with what was last put', async () => {
    const store = await open()
    await store.putRecords([
      { kind: 'samples', key: 'b', value: [1, 2] },
      { kind: 'samples', key: 'a', value: [3] },
      { kind: 'settings', key: 'a', value: { maxRetries: 2 } },
    ])
    await store.putRecords([{ kind: 'samples', key: 'b', value: [4] }])

    expect(await store.records('samples')).toEqual([
      { kind: 'samples', key: 'a', value: [3] },
      { kind: 'samples', key: 'b', value: [4] },
    ])
    expect(await store.records('breaker')).toEqual([])
  })

  test('are gone once they are put as null', async () => {
    const store = await open()
    await store.putRecords([{ kind: 'settings', key: 'a', value: 1 }])
    await store.putRecords([
      { kind: 'settings', key: 'a', value: null },
      { kind: 'settings', key: 'never there', value: null },
    ])

    expect(await store.records('settings')).toEqual([])
  })

  test('share nothing with the caller', async () => {
    const store = await open()
    const value = { list: [1] }
    await store.putRecords([{ kind: 'settings', key: 'a', value }])
    value.list.push(2)

    expect(await store.records('settings')).toEqual([{ kind: 'settings', key: 'a', value: { list: [1] } }])
  })

  test('are refused once the store is closed', async () => {
    const store = await open()
    await store.close()

    await expect(store.putRecords([])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(store.records('settings')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})
