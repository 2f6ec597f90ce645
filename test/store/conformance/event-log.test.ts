import { describe, expect, test } from 'vitest'
import { CursorExpiredError } from '../../../src/index.ts'
import { finished, STORES, T0 } from '../stores.ts'

const LIFE = ['created', 'attempt_started', 'succeeded']

describe.each(STORES)('the log of the $name store', ({ open }) => {
  test('gives what comes after a place, in the order of the commits', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'op')
    await finished(store, 'other')
    const all = await store.readLog({ after: start, limit: 100 })
    const own = await store.readLog({ after: start, limit: 2, operationId: 'other' })

    expect(all.map(({ type }) => type)).toEqual([...LIFE, ...LIFE])
    expect(own.map(({ operationId, type }) => [operationId, type])).toEqual([
      ['other', 'created'],
      ['other', 'attempt_started'],
    ])
    expect(store.head().position).toBe(all.at(-1)?.position)
    expect(await store.readLog({ after: store.head(), limit: 1 })).toEqual([])
  })

  test('refuses places of another log, beyond the head and before what was trimmed', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'op')
    const { epoch, position } = store.head()
    const expired = (after: { epoch: string; position: number }) =>
      expect(store.readLog({ after, limit: 1 })).rejects.toBeInstanceOf(CursorExpiredError)

    await expired({ epoch: 'ffffffff', position })
    await expired({ epoch, position: position + 1 })
    expect(await store.trimLog(T0 + 1, 100)).toBe(3)
    await expired(start)
    expect(store.head()).toEqual({ epoch, position })
    expect(await store.readLog({ after: { epoch, position }, limit: 1 })).toEqual([])
  })
})
