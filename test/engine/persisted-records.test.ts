import { expect, test } from 'vitest'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { startMany, TOUCHY, world } from './breaker-world.ts'

// These names lie in databases: one that is here is never renamed and never removed.

test('a breaker is stored by its scope, with the names of its state that are known', async () => {
  const store = createMemoryStore({ random: () => 0.5 })
  const { recovery, clock } = await testEngine({ store })
  world(recovery, { ...TOUCHY, circuitBreaker: { ...TOUCHY.circuitBreaker, scope: 'api' } })
  const stored = async () => {
    await clock.advance(1000)
    const [{ kind, key, value }] = (await store.records('breaker')) as [{ kind: string; key: string; value: { state: object } }]
    return [kind, key, Object.keys(value).join(' '), value.state]
  }
  const about = ['breaker', 'api', 'id trips lastError state']
  const since = expect.any(Number)
  const tripped = { since, openedAt: since, openings: expect.any(Number), failures: expect.any(Number), retryAt: since }

  expect(await stored()).toEqual([...about, { kind: 'closed', since, failures: 0 }])
  await startMany(recovery, clock, 2)
  expect(await stored()).toEqual([...about, { kind: 'open', ...tripped }])
  await recovery.breakers.trip('api', { for: '1m' })
  const beneath = { kind: 'open', ...tripped }
  expect(await stored()).toEqual([...about, { kind: 'forced_open', since, until: since, beneath }])
  await recovery.breakers.forceClosed('api')
  expect(await stored()).toEqual([...about, { kind: 'forced_closed', since, beneath }])
  await recovery.breakers.reset('api')
  await recovery.breakers.trip('api')
  const closed = { kind: 'closed', since, failures: 0 }
  expect(await stored()).toEqual([...about, { kind: 'forced_open', since, until: null, beneath: closed }])
})

test('settings are stored as one record, by their names and without those that were reset', async () => {
  const store = createMemoryStore({ random: () => 0.5 })
  const { recovery } = await testEngine({ store })
  const values = { maxRetries: 4, initialDelay: 1, backoffFactor: 3, maxDelay: 9, concurrency: 2 }
  const more = { circuitBreakerThreshold: 6, circuitBreakerTimeout: 7, retention: 5000, eventRetention: 6000 }
  await recovery.settings.update({ ...values, ...more })
  expect(await store.records('settings')).toEqual([{ kind: 'settings', key: 'runtime', value: { ...values, ...more } }])
  await recovery.settings.update(Object.fromEntries(Object.keys(values).map((name) => [name, null])))
  expect(await store.records('settings')).toMatchObject([{ value: more }])
  await recovery.settings.update(Object.fromEntries(Object.keys(more).map((name) => [name, null])))
  expect(await store.records('settings')).toEqual([])
})
