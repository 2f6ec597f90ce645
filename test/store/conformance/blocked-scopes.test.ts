import { describe, expect, test } from 'vitest'
import type { Operation } from '../../../src/operation/operation.ts'
import type { Store } from '../../../src/operation/store.ts'
import { ERROR } from '../../operation/situations.ts'
import { begin, commit, created, following, STORES, T0 } from '../stores.ts'

/** An operation that the breaker of a scope has refused, before its first attempt or after a failed one. */
async function blocked(store: Store, id: string, scope: string, parts: object = {}, failed = false): Promise<Operation> {
  const first = created(id, parts)
  const changes = [first]
  if (failed) {
    const running = begin(first.operation)
    const retry = { delayMs: 0, strategy: 'fixed' }
    const fail = { type: 'fail', token: `lease_${id}`, error: ERROR, timedOut: false, retry } as const
    changes.push(running, following(running.operation, fail))
  }
  const due = changes.at(-1)?.operation as Operation
  changes.push(following(due, { type: 'blocked', scope, until: T0 + 500, whenOpen: 'wait', error: ERROR }))
  for (const change of changes) expect(await commit(store, change)).toEqual(['committed'])
  return changes.at(-1)?.operation as Operation
}

describe.each(STORES)('the scopes that block operations of the $name store', ({ open }) => {
  test('find and count what they block, by priority, whatever its state', async () => {
    const store = await open()
    await blocked(store, 'low', 'api')
    const high = await blocked(store, 'high', 'api', { priority: 3 }, true)
    const web = await blocked(store, 'elsewhere', 'web')
    await blocked(store, 'foreign', 'api', { functionName: 'else' })
    const ids = async (scope: string, limit = 10) => (await store.blocked('work', limit, scope)).map(({ id }) => id)
    const scopes = async () => (await store.blockedScopes(['work'])).toSorted((a, b) => (a.scope < b.scope ? -1 : 1))

    expect(await ids('api')).toEqual(['high', 'low'])
    expect([await ids('api', 1), await ids('web'), await ids('none')]).toEqual([['high'], ['elsewhere'], []])
    expect(await scopes()).toEqual([
      { functionName: 'work', scope: 'api', operations: 2 },
      { functionName: 'work', scope: 'web', operations: 1 },
    ])
    await commit(store, following(web, { type: 'unblock', at: T0 + 600 }))
    await commit(store, following(high, { type: 'cancel', actor: null, reason: null }))
    expect([await ids('api'), await ids('web'), await scopes()]).toEqual([
      ['low'],
      [],
      [{ functionName: 'work', scope: 'api', operations: 1 }],
    ])
  })

  test('are none where nothing is blocked', async () => {
    const store = await open()
    const only = await blocked(store, 'only', 'api')
    await commit(store, following(only, { type: 'pause', actor: null }))

    expect([await store.blockedScopes(['work']), await store.blockedScopes(['nobody'])]).toEqual([[], []])
    expect([await store.blocked('work', 9, 'api'), await store.blocked('nobody', 9, 'api')]).toEqual([[], []])
  })
})
