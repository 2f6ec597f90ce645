import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../../src/operation/event.ts'
import { eventsOf } from '../../support/store-reads.ts'
import { begin, commit, created, finished, following, STORES, T0 } from '../stores.ts'

const BY_ANN = { actor: 'ann', at: T0 + 100 } as const

describe.each(STORES)('deletion by a person in the $name store', ({ open }) => {
  test('deletes what is finished with all that is its own but its log entries, and leaves the rest', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'done', { idempotencyKey: 'key', metadata: { n: 1 } })
    const live = created('live')
    await commit(store, live, begin(live.operation))

    expect(await store.deleteOperations(['done', 'live', 'nobody', 'done'], BY_ANN)).toEqual(['done'])
    expect([await store.operation('done'), await store.attemptsById(['att_done_0'])]).toEqual([null, []])
    expect(await store.operation('live')).toMatchObject({ state: 'in_progress' })
    expect(await store.count({ metadata: { n: 1 } })).toBe(0)
    const log = await store.readLog({ after: start, limit: 99, operationId: 'done' })
    expect(log.map(({ type }) => type)).toEqual(['created', 'attempt_started', 'succeeded', 'deleted'])
  })

  test('is told to listeners as an event of its own, which keeps who asked', async () => {
    const store = await open()
    await finished(store, 'a')
    await finished(store, 'b')
    const told: StoredEvent[] = []
    store.onEvents((events) => told.push(...events))
    await store.deleteOperations(['a', 'b'], { ...BY_ANN, bulk: 'op_bulk' })

    const deleted = { type: 'deleted', state: 'success', actor: 'ann', data: { bulk: 'op_bulk' }, at: T0 + 100, durationMs: null }
    expect(told).toMatchObject([
      { ...deleted, operationId: 'a' },
      { ...deleted, operationId: 'b' },
    ])
    expect(told[1]?.position).toBe(store.head().position)
    expect((await eventsOf(store, 'a', { limit: 1, fromEnd: true })).items).toMatchObject([{ type: 'deleted' }])
  })

  test('takes rows out of the counters, and nothing else', async () => {
    const store = await open()
    await finished(store, 'a')
    await finished(store, 'b', { functionName: 'other' })
    await store.deleteOperations(['a', 'b'], BY_ANN)

    expect(await store.counters()).toMatchObject([
      { functionName: 'work', created: 1, rows: { success: 0 } },
      { functionName: 'other', created: 1, rows: { success: 0 } },
    ])
  })
})

describe.each(STORES)('after a deletion by a person, or beside one, in the $name store', ({ open }) => {
  test('frees the id and the idempotency key', async () => {
    const store = await open()
    await finished(store, 'a', { idempotencyKey: 'key' })
    await store.deleteOperations(['a'], BY_ANN)

    expect(await commit(store, created('a', { idempotencyKey: 'key' }))).toEqual(['committed'])
  })

  test('of an operation that is retried at the same moment loses to whoever comes first', async () => {
    const store = await open()
    const fail = { type: 'cancel', actor: null, reason: null } as const
    const retry = { type: 'retry', actor: null, force: true, maxAttempts: null, attemptId: 'att_n', circuit: null } as const
    const ended = [created('a'), created('b')].map((change) => [change, following(change.operation, fail)] as const)
    for (const [first, second] of ended) await commit(store, first, second)
    const retries = ended.map(([, { operation }]) => following(operation, retry))

    const retried = commit(store, retries[0] as never)
    const deleted = store.deleteOperations(['b'], BY_ANN)
    expect(await deleted).toEqual(['b'])
    expect(await retried).toEqual(['committed'])
    expect(await store.deleteOperations(['a'], BY_ANN)).toEqual([])
    expect(await commit(store, retries[1] as never)).toEqual(['conflict'])
    expect(await store.operation('a')).toMatchObject({ state: 'recovering' })
  })
})
