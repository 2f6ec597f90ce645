import { expect, test } from 'vitest'
import { MAX_BREAKERS } from '../../src/engine/input-scopes.ts'
import { type FunctionOptions, InvalidInputError, type Recovery, recoverable } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { STORES } from '../store/stores.ts'
import { testEngine } from '../support/engine.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { lives, only, statesOf, TOUCHY, testWorld } from './breaker-world.ts'

const BY_HOST = { ...TOUCHY.circuitBreaker, scope: ({ host }: { readonly host: string }) => host }

/** A function that calls a host, and the hosts that are down. */
function hosts(recovery: Recovery, circuitBreaker: FunctionOptions['circuitBreaker'] = BY_HOST) {
  const down = new Set<unknown>(['a.test'])
  const calls: unknown[] = []
  const work = async ({ host }: { readonly host: unknown }) => {
    calls.push(host)
    if (down.has(host)) throw new Error('down')
  }
  recovery.define('call', work, { maxRetries: 0, ...(circuitBreaker !== undefined && { circuitBreaker }) })
  return { down, calls }
}

async function call(recovery: Recovery, clock: FakeClock, host: unknown, times = 1): Promise<readonly string[]> {
  const started = await Promise.all(Array.from({ length: times }, () => recovery.start('call', { host })))
  await clock.advance(0)
  return started.map(({ operation }) => operation.id)
}

test.each(STORES)(
  'a host that is down holds up its own operations only, and they go on when it is well again, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { down, calls } = hosts(recovery)
    await call(recovery, clock, 'a.test', 2)
    const waiting = await call(recovery, clock, 'a.test', 3)
    const fine = await call(recovery, clock, 'b.test', 2)

    expect(await statesOf(recovery, waiting)).toEqual(Array(3).fill('blocked pending'))
    expect(await statesOf(recovery, fine)).toEqual(['success', 'success'])
    expect(await only(recovery, waiting[0] as string)).toMatchObject({ blockedBy: 'call:a.test' })
    const scopes = recovery.breakers.list().map(({ scope, state }) => `${scope} ${state}`)
    expect(scopes).toEqual(['call closed', 'call:a.test open', 'call:b.test closed'])
    expect(
      await Promise.all(['call', 'call:a.test', 'call:b.test'].map((scope) => recovery.breakers.blockedOperations(scope))),
    ).toEqual([0, 3, 0])
    await expect(recovery.retry(waiting[0] as string)).rejects.toMatchObject({ code: 'CIRCUIT_OPEN', scope: 'call:a.test' })
    down.clear()
    await clock.advance(10_000)
    await clock.advance(1000)
    expect(await statesOf(recovery, waiting)).toEqual(Array(3).fill('success'))
    expect(calls).toHaveLength(7)
  },
)

test.each(STORES)(
  'a probe of one host wakes none of another, however many wait for that, on the $name store',
  async ({ open }) => {
    const { recovery, clock, written } = await testWorld(open)
    const { down } = hosts(recovery)
    down.add('b.test')
    await call(recovery, clock, 'a.test', 2)
    const few = await call(recovery, clock, 'a.test', 1)
    await recovery.breakers.trip('call', { for: 1 })
    await clock.advance(1)
    await call(recovery, clock, 'b.test', 2)
    const many = await call(recovery, clock, 'b.test', 80)
    await recovery.breakers.trip('call:b.test')
    down.delete('a.test')
    const before = written.count()
    await clock.advance(20_000)

    expect(await statesOf(recovery, few)).toEqual(['success'])
    expect(new Set(await statesOf(recovery, many))).toEqual(new Set(['blocked pending']))
    expect(written.types().slice(before)).toEqual(['unblocked', 'attempt_started', 'succeeded'])
  },
)

test.each(STORES)(
  "a person who trips the function's own stops every host, and lets them all go on by a reset, on the $name store",
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { calls } = hosts(recovery)
    await recovery.breakers.trip('call')
    const ids = [...(await call(recovery, clock, 'b.test')), ...(await call(recovery, clock, 'c.test'))]
    expect(await statesOf(recovery, ids)).toEqual(['blocked pending', 'blocked pending'])
    expect(await recovery.breakers.blockedOperations('call')).toBe(2)
    await recovery.breakers.reset('call')
    await clock.advance(1000)

    expect(await statesOf(recovery, ids)).toEqual(['success', 'success'])
    expect(calls.toSorted()).toEqual(['b.test', 'c.test'])
  },
)

test('after a time that a person set, what was stopped goes on without a failure of another host', async () => {
  const { recovery, clock } = await testEngine()
  hosts(recovery)
  await recovery.breakers.trip('call', { for: '1m' })
  const ids = [...(await call(recovery, clock, 'b.test', 3)), ...(await call(recovery, clock, 'c.test'))]
  await clock.advance(60_000)

  expect(await statesOf(recovery, ids)).toEqual(Array(4).fill('success'))
})

test('open breakers of hosts, and what waits for them, outlive a restart; a host at rest is not stored', async () => {
  const { clock, live } = await lives()
  const first = await live((recovery) => hosts(recovery))
  await call(first, clock, 'a.test', 2)
  await call(first, clock, 'b.test')
  const ids = await call(first, clock, 'a.test', 2)
  const known = first.breakers.find('call:a.test')
  await first.stop()

  const second = await live((recovery) => hosts(recovery).down.clear())
  expect(second.breakers.find('call:a.test')).toEqual(known)
  expect(second.breakers.list().map(({ scope }) => scope)).toEqual(['call', 'call:a.test'])
  await clock.advance(11_000)
  expect(await statesOf(second, ids)).toEqual(['success', 'success'])
})

test.each<[string, FunctionOptions['circuitBreaker']]>([
  ['one breaker for all', TOUCHY.circuitBreaker],
  ['none', false],
  ['other scopes', { ...BY_HOST, scope: () => 'all' }],
])('what a host had blocked goes on after a deployment with %s', async (_what, circuitBreaker) => {
  const { clock, live } = await lives()
  const first = await live((recovery) => hosts(recovery))
  await first.breakers.trip('call')
  const early = await call(first, clock, 'a.test')
  await first.breakers.reset('call')
  await clock.advance(1000)
  await call(first, clock, 'a.test')
  const ids = await call(first, clock, 'a.test', 2)
  expect([await statesOf(first, early), await statesOf(first, ids)]).toEqual([['exhausted'], Array(2).fill('blocked pending')])
  await first.stop()

  const second = await live((recovery) => hosts(recovery, circuitBreaker).down.clear())
  await clock.advance(11_000)
  expect(await statesOf(second, ids)).toEqual(['success', 'success'])
})

test.each<[string, (input: never) => unknown]>([
  [
    'throws',
    () => {
      throw new Error('no host')
    },
  ],
  ['answers no text', () => 7],
  ['answers a promise that rejects', () => Promise.reject(new Error('no host'))],
  ['answers an empty text', () => ''],
  ['answers half a character', () => '\ud800'],
  ['answers more than a scope can hold', () => 'x'.repeat(255)],
  [
    'changes its copy of the input',
    (input: { host: string }) => {
      input.host = 'z.test'
    },
  ],
])('an input whose scope %s has the breaker of the function', async (_what, scope) => {
  const { recovery, clock } = await testEngine()
  const { calls } = hosts(recovery, { ...TOUCHY.circuitBreaker, scope })
  await call(recovery, clock, 'a.test', 2)
  await call(recovery, clock, 'b.test')

  expect(recovery.breakers.list()).toMatchObject([{ scope: 'call', state: 'open', failureCount: 2 }])
  expect(calls).toEqual(['a.test', 'a.test'])
})

test('a scope holds no secret, and is none that another function has', async () => {
  const { recovery, clock } = await testEngine()
  hosts(recovery)
  recovery.define('taken', () => 1, { circuitBreaker: { scope: 'call:b.test' } })
  await call(recovery, clock, 'https://ada:hunter2@a.test')
  await call(recovery, clock, 'b.test')

  expect(recovery.breakers.list().map(({ scope }) => scope)).toEqual(['call', 'call:b.test', 'call:https://[redacted]@a.test'])
})

test('settings that change at run time hold for every host, those to come too', async () => {
  const { recovery, clock } = await testEngine()
  hosts(recovery, { scope: BY_HOST.scope })
  await call(recovery, clock, 'b.test')
  await recovery.settings.update({ circuitBreakerThreshold: 3 })
  await call(recovery, clock, 'a.test', 3)

  expect(recovery.breakers.list()).toMatchObject([{ threshold: 3 }, { threshold: 3 }, { threshold: 3, state: 'open' }])
})

test('hosts at rest give way when there are too many, with what is stored of them; those that failed stay', async () => {
  const store = createMemoryStore({ random: () => 0.5 })
  const { recovery, clock } = await testEngine({ store })
  const { down } = hosts(recovery)
  const stored = async () => (await store.records('breaker')).map(({ key }) => key)
  await call(recovery, clock, 'a.test')
  down.add('b.test')
  await call(recovery, clock, 'b.test')
  down.delete('b.test')
  await call(recovery, clock, 'b.test')
  await clock.advance(1000)
  expect(await stored()).toEqual(['call', 'call:a.test', 'call:b.test'])
  for (let n = 0; n < MAX_BREAKERS - 1; n++) recovery.breakers.ofOperation({ functionName: 'call', input: { host: `${n}.test` } })
  await clock.advance(0)
  expect(await stored()).toEqual(['call', 'call:a.test'])
  expect(recovery.breakers.list()).toHaveLength(MAX_BREAKERS + 1)
  expect(recovery.breakers.find('call:b.test')).toBeNull()

  for (const { scope } of recovery.breakers.list()) await recovery.breakers.forceClosed(scope)
  expect(recovery.breakers.ofOperation({ functionName: 'call', input: { host: 'new.test' } })).toMatchObject({ scope: 'call' })
})

test('a trip counts although its breaker has given way, also after a restart', async () => {
  const { clock, live } = await lives()
  const first = await live(hosts)
  await call(first, clock, 'a.test', 2)
  await clock.advance(60_000)
  await first.breakers.reset('call:a.test')
  expect(first.breakers.find('call:a.test')).toMatchObject({ state: 'closed', trips: 1 })
  for (let n = 0; n < MAX_BREAKERS; n++) first.breakers.ofOperation({ functionName: 'call', input: { host: `${n}.test` } })
  expect(first.breakers.find('call:a.test')).toBeNull()
  await first.stop()

  const second = await live(hosts)
  expect(second.breakers.list()).toMatchObject([{ scope: 'call', trips: 1 }])
  expect(await second.performance()).toMatchObject({ circuitBreakerTrips: 1 })
  expect(await second.performance({ window: '1h' })).toMatchObject({ circuitBreakerTrips: 1 })
})

test('a wrapped function cannot have one: its calls have no input', () => {
  const scope = () => 'a.test'
  expect(() => recoverable(async () => 1, { circuitBreaker: { scope } })).toThrow(InvalidInputError)
})
