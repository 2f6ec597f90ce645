import { expect, test, vi } from 'vitest'
import { createMemoryStore } from '../../../src/store/memory-store.ts'
import { aborted, gate, testEngine } from '../../support/engine.ts'
import { seededRandom } from '../../support/seeded-random.ts'

const ONCE = { maxRetries: 0, circuitBreaker: false } as const
const MINUTE = 60_000

test('failures are grouped by their reason, and told apart from what is only waiting', async () => {
  const { recovery, clock } = await testEngine()
  recovery.define('pay', (n: number) => Promise.reject(new Error(`No account ${n}`)), ONCE)
  recovery.define('flaky', () => Promise.reject(new Error('again')), { maxRetries: 1, initialDelay: '1h', circuitBreaker: false })
  for (const n of [1, 2, 3]) await recovery.start('pay', n, { id: `pay${n}` })
  await recovery.start('flaky', null)
  await clock.advance(MINUTE)

  expect(await recovery.insight.attention.errors()).toMatchObject({
    groups: [
      { functionName: 'pay', message: expect.stringMatching(/^No account \d$/), exhausted: 3, failed: 0, search: 'No account' },
    ],
    examined: 3,
    isComplete: true,
  })
})

test('only the latest 1,000 failures are looked at, and it says so', async () => {
  const store = createMemoryStore({ random: seededRandom(1) })
  const { recovery, clock } = await testEngine({ store })
  recovery.define('pay', () => Promise.reject(new Error('no')), ONCE)
  const latest = vi.spyOn(store, 'latestFailures')
  for (let n = 0; n < 1001; n++) await recovery.start('pay', null)
  await clock.advance(MINUTE)

  expect(await recovery.insight.attention.errors()).toMatchObject({
    groups: [{ exhausted: 1000 }],
    examined: 1000,
    isComplete: false,
  })
  expect(latest.mock.calls).toEqual([[1001]])
})

test('while nothing happens failures are read once for all who ask, and anew after a failed read', async () => {
  const store = createMemoryStore({ random: seededRandom(1) })
  const { recovery, clock } = await testEngine({ store })
  const { attention } = recovery.insight
  recovery.define('pay', () => Promise.reject(new Error('no')), ONCE)
  const latest = vi.spyOn(store, 'latestFailures').mockRejectedValueOnce(new Error('locked'))

  await expect(attention.errors()).rejects.toThrow('locked')
  await Promise.all([attention.errors(), attention.errors()])
  expect(latest).toHaveBeenCalledTimes(2)
  await recovery.start('pay', null)
  await clock.advance(0)
  expect(await attention.errors()).toMatchObject({ examined: 1 })
  expect(latest).toHaveBeenCalledTimes(3)
})

test('names that the program wants redacted are not told by groups', async () => {
  const { recovery, clock } = await testEngine({ redact: { names: ['pin'] } })
  recovery.define('pay', () => Promise.reject(new Error('pin=1234abcd is refused')), ONCE)
  await recovery.start('pay', null)
  await clock.advance(0)

  const { groups } = await recovery.insight.attention.errors()

  expect(groups).toMatchObject([{ message: 'pin=[redacted] is refused', search: 'is refused' }])
})

test('open, half-open and forced circuit breakers are told, those that opened first before the others', async () => {
  const { recovery, clock } = await testEngine()
  for (const name of ['well', 'first', 'second', 'held']) recovery.define(name, () => 1)
  await recovery.breakers.trip('second', { for: '1h' })
  await recovery.breakers.forceClosed('held')
  await clock.advance(1000)
  await recovery.breakers.trip('first', { for: '1s' })
  await clock.advance(2000)

  const open = recovery.insight.attention.openBreakers()

  expect(open.map(({ scope, state, forced }) => [scope, state, forced])).toEqual([
    ['second', 'open', true],
    ['first', 'half_open', false],
    ['held', 'closed', true],
  ])
})

test('what waits for a slot for more than a minute is overdue, and says which slots are taken', async () => {
  const { recovery, clock } = await testEngine({ concurrency: 2 })
  const { attention } = recovery.insight
  const { opened, open } = gate()
  recovery.define('narrow', () => opened, { concurrency: 1 })
  recovery.define('wide', () => opened)
  for (const id of ['n1', 'n2']) await recovery.start('narrow', null, { id })
  await clock.advance(MINUTE)
  expect((await attention.stuck()).operations).toEqual([])

  await clock.advance(1)
  expect(await attention.stuck()).toMatchObject({
    operations: [{ operationId: 'n2', kind: 'overdue', reason: expect.stringContaining('1 of 1 of "narrow" are taken') }],
    isComplete: true,
  })
  for (const id of ['w1', 'w2']) await recovery.start('wide', null, { id })
  await clock.advance(MINUTE + 1)
  expect((await attention.stuck()).operations).toMatchObject([
    { operationId: 'n2' },
    { operationId: 'w2', kind: 'overdue', reason: expect.stringContaining('2 of 2 of this server are taken') },
  ])
  open()
  await clock.advance(1)
  expect((await attention.stuck()).operations).toEqual([])
})

test('what waits for a function that nobody registered is told, and what waits for a circuit breaker is not', async () => {
  const store = createMemoryStore({ random: seededRandom(1) })
  const first = await testEngine({ store, open: false })
  first.recovery.define('gone', () => 1)
  await first.recovery.start('gone', null, { id: 'g' })
  const { recovery, clock } = await testEngine({ store, clock: first.clock })
  recovery.define('broken', () => 1)
  await recovery.breakers.trip('broken')
  await recovery.start('broken', null)
  await clock.advance(MINUTE + 1)

  expect(await recovery.insight.attention.stuck()).toMatchObject({
    operations: [{ operationId: 'g', kind: 'unknown_function', functionName: 'gone', since: clock.now() - MINUTE - 1 }],
  })
})

test('of each function 50 that are overdue are looked at, and it says when there are more', async () => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  recovery.define('hangs', (_, { signal }) => aborted(signal))
  for (let n = 0; n < 52; n++) await recovery.start('hangs', null)
  await clock.advance(MINUTE + 1)

  const { operations, isComplete } = await recovery.insight.attention.stuck()

  expect([operations.length, isComplete]).toEqual([50, false])
})

test('an attempt that reports or stores something is not silent, and one that does neither is', async () => {
  const { recovery, clock } = await testEngine()
  const [report, store] = [gate(), gate()]
  recovery.define('silent', (_, { signal }) => aborted(signal))
  recovery.define('reports', async (_, { progress, signal }) => {
    await report.opened
    progress({ fraction: 0.5 })
    await aborted(signal)
  })
  recovery.define('stores', async (_, { step, signal }) => {
    await store.opened
    await step('one', () => 1)
    await aborted(signal)
  })
  for (const name of ['silent', 'reports', 'stores']) await recovery.start(name, null, { id: name })
  await clock.advance(9 * MINUTE)
  report.open()
  store.open()
  await clock.advance(MINUTE + 1)

  const { operations } = await recovery.insight.attention.stuck()

  expect(operations.map(({ operationId, kind }) => [operationId, kind])).toEqual([['silent', 'silent']])
})

test('a function that ignores its signal is told until it settles, also after its slot was given to others', async () => {
  const { recovery, clock } = await testEngine({ abortGrace: '30s' })
  const { attention } = recovery.insight
  const { opened, open } = gate()
  recovery.define('deaf', () => opened)
  recovery.define('timed', () => opened, { timeout: '5s', maxRetries: 0 })
  await recovery.start('deaf', null, { id: 'd' })
  await recovery.start('timed', null, { id: 't' })
  await clock.advance(0)
  await recovery.cancel('d')
  await clock.advance(10_000)
  expect((await attention.stuck()).operations).toEqual([])

  for (const ms of [10_000, 60_000]) {
    await clock.advance(ms)
    expect((await attention.stuck()).operations).toMatchObject([
      { operationId: 'd', kind: 'ignores_signal', reason: expect.stringContaining('It was cancelled') },
      { operationId: 't', kind: 'ignores_signal', reason: expect.stringContaining('longer than its timeout') },
    ])
  }
  open()
  await clock.advance(0)
  expect((await attention.stuck()).operations).toEqual([])
})
