import { describe, expect, test } from 'vitest'
import type { AuditEntry, AuditQuery } from '../../../src/operation/audit.ts'
import type { BreakerEvent } from '../../../src/operation/breaker-event.ts'
import { creation } from '../../../src/operation/creation.ts'
import type { PendingOperation } from '../../../src/operation/operation.ts'
import type { SettingsEvent, StoredSettingsEvent } from '../../../src/operation/settings-event.ts'
import type { Store } from '../../../src/operation/store.ts'
import { commit, created, finished, following, STORES, T0 } from '../stores.ts'

const RESET: BreakerEvent = {
  scope: 'api',
  type: 'breaker_reset',
  state: 'closed',
  forced: false,
  failureCount: 0,
  retryAt: null,
  reason: 'mended',
  actor: 'ada',
  at: T0,
}
const CHANGED: SettingsEvent = { type: 'settings_changed', changes: { maxRetries: 3, maxDelay: null }, actor: 'ada', at: T0 + 1 }
const SETTINGS_RECORD = { kind: 'settings', key: 'runtime', value: { maxRetries: 3 } } as const

/** A life with and without people: `a` was started by ada and cancelled by bob, `b` by nobody. */
async function fill(store: Store): Promise<void> {
  const { operation } = created('a')
  await commit(store, creation(operation as PendingOperation, 'ada'))
  await finished(store, 'b')
  await commit(store, following(operation, { type: 'cancel', actor: 'bob', reason: 'no need' }))
  await store.putRecords([], RESET)
  await store.putRecords([], { ...RESET, actor: null })
  await store.putRecords([SETTINGS_RECORD], CHANGED)
}

async function told(store: Store, query: Partial<AuditQuery> = {}): Promise<readonly string[]> {
  const { items } = await store.readAudit({ limit: 10, ...query })
  return items.map(({ actor, action }) => `${actor} ${action}`)
}

const ALL = ['ada created', 'bob cancelled', 'ada breaker_reset', 'ada settings_changed']

describe.each(STORES)('the audit trail of the $name store', ({ open }) => {
  test('holds what people did to operations, breakers and settings, and nothing else', async () => {
    const store = await open()
    await fill(store)
    const { items, hasMore } = await store.readAudit({ limit: 10 })
    expect(hasMore).toBe(false)
    expect(items.map(({ actor, action }) => `${actor} ${action}`)).toEqual(ALL)
    const nothing = { operationId: null, functionName: null, scope: null }
    expect(items.slice(1)).toEqual([
      expect.objectContaining({ operationId: 'a', functionName: 'work', scope: null, data: { reason: 'no need' }, at: T0 }),
      expect.objectContaining({ ...nothing, scope: 'api', data: { state: 'closed', forced: false, reason: 'mended' } }),
      expect.objectContaining({ ...nothing, data: CHANGED.changes, at: T0 + 1, position: store.head().position }),
    ])
  })

  test('is read by actor, by operation and by both', async () => {
    const store = await open()
    await fill(store)
    expect(await told(store, { actor: 'ada' })).toEqual([ALL[0], ALL[2], ALL[3]])
    expect(await told(store, { actor: 'eve' })).toEqual([])
    expect(await told(store, { operationId: 'a' })).toEqual([ALL[0], ALL[1]])
    expect(await told(store, { operationId: 'a', actor: 'bob' })).toEqual([ALL[1]])
    expect(await told(store, { operationId: 'b' })).toEqual([])
    expect(await told(store, { operationId: '' })).toEqual([])
  })
})

describe.each(STORES)('the pages and news of the audit trail of the $name store', ({ open }) => {
  test('is read in pages from both ends', async () => {
    const store = await open()
    await fill(store)
    const { items } = await store.readAudit({ limit: 10 })
    const [first, second, third] = items.map(({ position }: AuditEntry) => position) as [number, number, number]
    expect(await store.readAudit({ limit: 2 })).toEqual({ items: items.slice(0, 2), hasMore: true })
    expect(await store.readAudit({ limit: 2, after: second })).toEqual({ items: items.slice(2), hasMore: false })
    expect(await store.readAudit({ limit: 2, fromEnd: true })).toEqual({ items: items.slice(2), hasMore: true })
    expect(await store.readAudit({ limit: 9, after: first, before: third })).toEqual({ items: [items[1]], hasMore: false })
    expect(await told(store, { limit: 1, actor: 'ada', fromEnd: true })).toEqual([ALL[3]])
  })

  test('a change of settings is written with its record, and only its own listeners hear of it', async () => {
    const store = await open()
    const start = store.head()
    const heard: StoredSettingsEvent[] = []
    const others: unknown[] = []
    store.onEvents((events) => others.push(...events))
    store.onBreakerEvents((events) => others.push(...events))
    const stop = store.onSettingsEvent((event) => heard.push(event))
    await store.putRecords([SETTINGS_RECORD], CHANGED)
    stop()
    const { position } = store.head()
    await store.putRecords([], CHANGED)
    expect(heard).toEqual([{ ...CHANGED, position }])
    expect(others).toEqual([])
    expect(await store.records('settings')).toEqual([SETTINGS_RECORD])
    expect(await store.readLog({ after: start, limit: 9 })).toEqual([])
    expect(await store.readBreakerLog({ after: start, limit: 9 })).toEqual([])
    expect(store.head().position).toBe(position + 1)
  })

  test('ends where the log was trimmed', async () => {
    const store = await open()
    await fill(store)
    await store.trimLog(T0 + 1, 100)
    expect(await told(store)).toEqual([ALL[3]])
  })
})
