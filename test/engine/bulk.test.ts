import { expect } from 'vitest'
import { InvalidInputError, type OperationFilter, type Recovery } from '../../src/index.ts'
import { testOnEveryBase } from '../support/engine.ts'
import type { FakeClock } from '../support/fake-clock.ts'

type Engine = { readonly recovery: Recovery; readonly clock: FakeClock }

/** `done` succeeded, `ended` is exhausted, `refused` failed for good, `waits` is retried in a minute, `later` has not begun. */
async function withOperations({ recovery, clock }: Engine): Promise<void> {
  recovery.define('good', () => 'fine')
  recovery.define('flaky', () => Promise.reject(new Error('again')), { maxRetries: 1, initialDelay: '1m', jitter: 0 })
  recovery.define('bad', () => Promise.reject(new TypeError('never works')))
  await recovery.start('good', null, { id: 'done' })
  await recovery.start('flaky', null, { id: 'ended' })
  await recovery.start('bad', null, { id: 'refused' })
  await clock.advance(70_000)
  await recovery.start('flaky', null, { id: 'waits' })
  await recovery.start('good', null, { id: 'later', runAt: new Date(clock.now() + 3_600_000) })
  await clock.advance(0)
}

async function states(recovery: Recovery): Promise<Record<string, string>> {
  const ids = ['done', 'ended', 'refused', 'waits', 'later']
  return Object.fromEntries((await recovery.operations(ids)).map(({ id, state }) => [id, state]))
}

testOnEveryBase('pausing and resuming all touches only those in which it can do something', async ({ testEngine }) => {
  const engine = await testEngine()
  await withOperations(engine)
  const { recovery } = engine

  const paused = await recovery.bulk.pause({}, { all: true, actor: 'ann' })
  expect(paused).toEqual({ matched: 2, changed: 2, skipped: [], skippedCount: 0, operation: null })
  expect(await states(recovery)).toMatchObject({ done: 'success', waits: 'paused', later: 'paused' })
  expect((await recovery.events('waits', { limit: 9, fromEnd: true })).items.at(-1)).toMatchObject({
    type: 'paused',
    actor: 'ann',
  })

  expect(await recovery.bulk.resume({ ids: ['waits', 'done'] })).toMatchObject({
    matched: 2,
    changed: 1,
    skipped: [{ id: 'done', code: 'INVALID_TRANSITION', reason: expect.stringContaining('has succeeded') }],
    skippedCount: 1,
  })
  expect(await states(recovery)).toMatchObject({ waits: 'recovering', later: 'paused' })
})

testOnEveryBase('cancelling those that are cancelled already changes and skips nothing', async ({ testEngine }) => {
  const engine = await testEngine()
  await withOperations(engine)
  const { recovery } = engine
  const filter: OperationFilter = { functionNames: ['flaky'], states: ['recovering', 'cancelled'] }

  expect(await recovery.bulk.cancel(filter, { reason: 'enough' })).toMatchObject({ matched: 1, changed: 1 })
  expect(await recovery.bulk.cancel(filter, { reason: 'enough' })).toMatchObject({ matched: 1, changed: 0, skippedCount: 0 })
  const { items } = await recovery.events('waits', { limit: 9, fromEnd: true })
  expect(items.at(-1)).toMatchObject({ type: 'cancelled', data: { reason: 'enough' } })
})

testOnEveryBase(
  'a retry skips those that need force, and takes cancelled ones only when they are named',
  async ({ testEngine }) => {
    const engine = await testEngine()
    await withOperations(engine)
    const { recovery } = engine
    await recovery.cancel('later')

    expect(await recovery.bulk.retry({}, { all: true })).toMatchObject({
      matched: 3,
      changed: 2,
      skipped: [{ id: 'refused', code: 'NEEDS_FORCE' }],
    })
    expect(await recovery.bulk.retry({ states: ['failed', 'cancelled'] }, { force: true, maxAttempts: 7 })).toMatchObject({
      matched: 2,
      changed: 2,
      skippedCount: 0,
    })
    expect(await recovery.operation('later')).toMatchObject({ round: 2, maxAttempts: 7 })
  },
)

testOnEveryBase('deleting leaves what has not ended, and tells of each that is gone', async ({ testEngine }) => {
  const engine = await testEngine()
  await withOperations(engine)
  const { recovery } = engine
  const watched = recovery.watch({ progress: false })
  const ends = recovery.watch({ ends: true })

  expect(await recovery.bulk.delete({ ids: ['done', 'refused', 'waits'] }, { actor: 'ann' })).toEqual({
    matched: 3,
    changed: 2,
    skipped: [{ id: 'waits', code: 'INVALID_TRANSITION', reason: expect.stringContaining('cancel it first') }],
    skippedCount: 1,
    operation: null,
  })
  expect(await states(recovery)).toEqual({ ended: 'exhausted', waits: 'recovering', later: 'pending' })
  const told = [(await watched.next()).value, (await watched.next()).value]
  expect(told).toMatchObject([
    { event: { type: 'deleted', operationId: 'done', actor: 'ann' } },
    { event: { type: 'deleted', operationId: 'refused' } },
  ])
  // The next end of a round is this one: a deletion is none.
  await recovery.cancel('later')
  expect((await ends.next()).value).toMatchObject({ event: { type: 'cancelled', operationId: 'later' } })
})

testOnEveryBase('what failed before is told from what succeeded at once', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  recovery.define('late', (_input, { attempt }) => (attempt === 1 ? Promise.reject(new Error('again')) : 'fine'), { jitter: 0 })
  recovery.define('good', () => 'fine')
  await recovery.start('late', null, { id: 'recovered' })
  await recovery.start('good', null, { id: 'at-once' })
  await clock.advance(60_000)

  expect(await recovery.bulk.delete({ recovered: false })).toMatchObject({ matched: 1, changed: 1 })
  expect(await recovery.operation('recovered')).toMatchObject({ state: 'success', failedAttempts: 1 })
  expect(await recovery.bulk.delete({ recovered: true, hasFailedAttempts: true })).toMatchObject({ matched: 1, changed: 1 })
})

testOnEveryBase('who follows an operation sees its deletion as the last update', async ({ testEngine }) => {
  const engine = await testEngine()
  await withOperations(engine)
  const updates = engine.recovery.handle('done').updates()
  const seen = updates.next()
  await engine.recovery.bulk.delete({ ids: ['done'] })

  expect((await seen).value).toMatchObject({ event: { type: 'deleted' } })
  expect((await updates.next()).done).toBe(true)
})

testOnEveryBase('those that an open circuit breaker holds back are skipped with what to do', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  recovery.define('call', () => Promise.reject(new Error('down')), { maxRetries: 0, circuitBreaker: { threshold: 1 } })
  await recovery.start('call', null, { id: 'a' })
  await clock.advance(0)

  expect(await recovery.bulk.retry({ states: ['exhausted'] })).toMatchObject({
    matched: 1,
    changed: 0,
    skipped: [{ id: 'a', code: 'CIRCUIT_OPEN', reason: expect.stringContaining('reset it') }],
  })
})

testOnEveryBase(
  'two callers who cancel the same at once do no harm, and each change is counted by one',
  async ({ testEngine }) => {
    const { recovery } = await testEngine()
    recovery.define('work', () => 1)
    const runAt = new Date('2030-01-01')
    await Promise.all(Array.from({ length: 150 }, () => recovery.start('work', null, { runAt })))

    const results = await Promise.all([recovery.bulk.cancel({}, { all: true }), recovery.bulk.cancel({}, { all: true })])

    expect(results.reduce((sum, { changed }) => sum + changed, 0)).toBe(150)
    expect(results.every(({ skippedCount }) => skippedCount === 0)).toBe(true)
    expect(await recovery.count({ states: ['cancelled'] })).toBe(150)
  },
)

const mistakes: readonly (readonly [filter: unknown, options: object, field: string])[] = [
  [{}, {}, 'filter'],
  [{ states: undefined }, {}, 'filter'],
  [{ search: '', metadata: {} }, {}, 'filter'],
  [{ states: ['failed'] }, { all: true }, 'all'],
  [{ state: 'failed' }, {}, 'filter.state'],
  [{ recovered: 'yes' }, {}, 'filter.recovered'],
  [{ ids: ['a'], hasFailedAttempts: null }, {}, 'filter.hasFailedAttempts'],
  [null, { all: true }, 'filter'],
  [{ metadata: { a: undefined } }, {}, 'filter'],
  [{ ids: ['a'] }, { reason: 'x'.repeat(1001) }, 'reason'],
  [{ ids: ['a'] }, { actor: 'x'.repeat(256) }, 'actor'],
  [{ ids: ['a'] }, { maxAttempts: 3 }, 'maxAttempts'],
]

testOnEveryBase('a filter or an option that cannot be meant is refused, and nothing is changed', async ({ testEngine }) => {
  const engine = await testEngine()
  await withOperations(engine)
  const { recovery } = engine
  for (const [filter, options, field] of mistakes) {
    const refused = recovery.bulk.cancel(filter as OperationFilter, options)
    await expect(refused, JSON.stringify(filter)).rejects.toMatchObject({ name: InvalidInputError.name, field })
  }

  await expect(recovery.bulk.retry({ ids: ['ended'] }, { maxAttempts: 0 })).rejects.toMatchObject({ field: 'maxAttempts' })
  expect(await states(recovery)).toMatchObject({ ended: 'exhausted', waits: 'recovering', later: 'pending' })
})
