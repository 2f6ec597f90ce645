import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/operation/change.ts'
import type { Operation } from '../../../src/operation/operation.ts'
import type { OperationError } from '../../../src/operation/operation-error.ts'
import type { Store } from '../../../src/operation/store.ts'
import { begin, commit, created, following, STORES, T0 } from '../stores.ts'

const ERROR: OperationError = {
  message: 'no',
  name: 'Error',
  code: null,
  category: 'network',
  subcategory: 'network_connection',
  severity: 'medium',
  recoverability: 1,
  confidence: 1,
  retryable: true,
  remedy: 'Wait.',
  retryAfterMs: null,
  stack: null,
  cause: null,
}

function blocked(operation: Operation, until = T0 + 500): Change {
  return following(operation, { type: 'blocked', scope: 'api', until, whenOpen: 'wait', error: ERROR }, until - 500)
}

/** Commits one after the other; answers the last row. */
async function all(store: Store, ...changes: Change[]): Promise<Operation> {
  for (const change of changes) expect(await commit(store, change)).toEqual(['committed'])
  return (changes.at(-1) as Change).operation
}

/** One that is pending and one that is recovering, both blocked; beside them one of each that is due. */
async function fill(store: Store) {
  const [pending, recovering] = [created('pending'), created('recovering', { priority: 3 })]
  const running = begin(recovering.operation)
  const retry = { delayMs: 0, strategy: 'fixed' }
  const failed = following(running.operation, { type: 'fail', token: 'lease_recovering', error: ERROR, timedOut: false, retry })
  await all(store, pending, recovering, running, failed, created('due'), created('early', { priority: 3, runAt: T0 - 1 }, T0 - 9))
  return {
    pending: await all(store, blocked(pending.operation)),
    recovering: await all(store, blocked(failed.operation)),
    early: await all(store, blocked((await store.operation('early')) as Operation, T0 + 499)),
  }
}

describe.each(STORES)('blocked operations of the $name store', ({ open }) => {
  test('are never due, and come by priority and due time when they are asked for', async () => {
    const store = await open()
    await fill(store)

    expect((await store.due('work', T0 + 9999, 10)).map(({ id }) => id)).toEqual(['due'])
    expect(await store.nextDueAt(T0 + 1)).toBeNull()
    expect((await store.blocked('work', 10)).map(({ id }) => id)).toEqual(['early', 'recovering', 'pending'])
    expect((await store.blocked('work', 1)).map(({ id }) => id)).toEqual(['early'])
    expect(await store.blocked('other', 10)).toEqual([])
  })

  test('are counted and listed among those of their state, and counted apart', async () => {
    const store = await open()
    await fill(store)
    const ids = async (states: readonly ('pending' | 'recovering')[], field: 'created_at' | 'next_attempt_at' | 'priority') =>
      (await store.list({ filter: { states }, order: { field, direction: 'asc' }, limit: 10 })).operations.map(({ id }) => id)

    expect(await store.counters()).toMatchObject([{ blocked: 3, rows: { pending: 3, recovering: 1 } }])
    expect(await store.count({ states: ['pending'] })).toBe(3)
    expect(await ids(['recovering'], 'created_at')).toEqual(['recovering'])
    expect(await ids(['pending', 'recovering'], 'next_attempt_at')).toEqual(['due', 'early', 'pending', 'recovering'])
    expect(await ids(['pending', 'recovering'], 'priority')).toEqual(['due', 'pending', 'early', 'recovering'])
    expect(await ids(['pending'], 'created_at')).toEqual(['early', 'due', 'pending'])
  })

  test('are due again once they are unblocked, and are blocked no more when they end', async () => {
    const store = await open()
    const { pending, recovering, early } = await fill(store)
    await all(store, following(pending, { type: 'unblock', at: T0 + 50 }))
    await all(store, following(recovering, { type: 'pause', actor: null }))

    expect((await store.due('work', T0 + 49, 10)).map(({ id }) => id)).toEqual(['due'])
    expect((await store.due('work', T0 + 50, 10)).map(({ id }) => id)).toEqual(['due', 'pending'])
    expect((await store.blocked('work', 10)).map(({ id }) => id)).toEqual(['early'])
    await all(store, following(early, { type: 'cancel', actor: null, reason: null }))
    expect(await store.counters()).toMatchObject([{ blocked: 0, rows: { pending: 2, recovering: 0, paused: 1, cancelled: 1 } }])
    expect(await store.blocked('work', 10)).toEqual([])
  })

  test('expire like all that wait', async () => {
    const store = await open()
    const first = created('op', { deadlineMs: 10 })
    await all(store, first, blocked(first.operation))

    expect((await store.overdue(T0 + 10, 10)).map(({ id }) => id)).toEqual(['op'])
  })
})
