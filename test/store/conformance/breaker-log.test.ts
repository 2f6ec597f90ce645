import { describe, expect, test } from 'vitest'
import { CursorExpiredError } from '../../../src/index.ts'
import type { BreakerEvent, StoredBreakerEvent } from '../../../src/operation/breaker-event.ts'
import type { StoredEvent } from '../../../src/operation/event.ts'
import { eventsOf } from '../../support/store-reads.ts'
import { finished, STORES, T0 } from '../stores.ts'

const OPENED: BreakerEvent = {
  scope: 'api',
  type: 'breaker_opened',
  state: 'open',
  forced: false,
  failureCount: 5,
  retryAt: T0 + 1000,
  reason: 'connect ECONNREFUSED',
  actor: null,
  at: T0,
}
const RESET: BreakerEvent = { ...OPENED, type: 'breaker_reset', state: 'closed', failureCount: 0, retryAt: null, actor: 'Ada' }
const RECORD = { kind: 'breaker', key: 'api', value: { id: 'cb_1' } } as const

describe.each(STORES)('events of breakers in the log of the $name store', ({ open }) => {
  test('are written with their record and read back as they were, by scope too', async () => {
    const store = await open()
    const start = store.head()
    await store.putRecords([RECORD], OPENED)
    await store.putRecords([{ ...RECORD, key: 'other' }], { ...RESET, scope: 'other' })
    const all = await store.readBreakerLog({ after: start, limit: 10 })

    expect(all).toEqual([
      { ...OPENED, position: all[0]?.position },
      { ...RESET, scope: 'other', position: store.head().position },
    ])
    expect(await store.readBreakerLog({ after: start, limit: 10, scope: 'other' })).toEqual([all[1]])
    expect(await store.readBreakerLog({ after: start, limit: 1 })).toEqual([all[0]])
    expect(await store.readBreakerLog({ after: { ...start, position: all[0]?.position ?? 0 }, limit: 9 })).toEqual([all[1]])
    expect((await store.records('breaker')).map(({ key }) => key)).toEqual(['api', 'other'])
  })

  test('share positions with those of operations, which never see them', async () => {
    const store = await open()
    const start = store.head()
    const [heard, broken]: [StoredEvent[], StoredBreakerEvent[]] = [[], []]
    store.onEvents((events) => heard.push(...events))
    const stop = store.onBreakerEvents((events) => broken.push(...events))
    await finished(store, 'a')
    await store.putRecords([RECORD], OPENED)
    await finished(store, 'b')
    stop()
    await store.putRecords([], RESET)

    const positions = [...heard, ...broken].map(({ position }) => position).toSorted((a, b) => a - b)
    expect(positions).toEqual(positions.map((_, index) => (positions[0] as number) + index))
    expect(broken).toMatchObject([
      { type: 'breaker_opened', position: heard[2]?.position === undefined ? 0 : heard[2].position + 1 },
    ])
    const operations = await store.readLog({ after: start, limit: 4 })
    expect(operations.map(({ operationId }) => operationId)).toEqual(['a', 'a', 'a', 'b'])
    expect(await store.readLog({ after: start, limit: 9, operationId: '' })).toEqual([])
    expect((await eventsOf(store, '', { limit: 9 })).items).toEqual([])
    expect(await store.count({})).toBe(2)
  })

  test('are trimmed with the log, and a cursor before them expires', async () => {
    const store = await open()
    const start = store.head()
    await store.putRecords([RECORD], OPENED)
    const opened = store.head()
    await store.putRecords([RECORD], { ...RESET, at: T0 + 100 })

    expect(await store.trimLog(T0 + 50, 10)).toBe(1)
    await expect(store.readBreakerLog({ after: start, limit: 1 })).rejects.toBeInstanceOf(CursorExpiredError)
    expect(await store.readBreakerLog({ after: opened, limit: 9 })).toMatchObject([{ type: 'breaker_reset' }])
  })
})
