import { expect, test } from 'vitest'
import { RecoveryUpdates } from '../../src/client/documents/updates.ts'
import { gate } from '../support/engine.ts'
import { take, testApi } from './harness.ts'

const FOLLOW = RecoveryUpdates.toString()
const ONCE_MORE = { initialDelay: '10s', jitter: 0, maxRetries: 1 } as const

test('a subscriber sees an operation from its start to its end', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('flaky', (_, ctx) => (ctx.attempt === 1 ? Promise.reject(new Error('again')) : 1), ONCE_MORE)
  const updates = await follow(FOLLOW)
  const taken = take(updates, 5)
  await recovery.start('flaky', null, { id: 'mine' })
  await clock.advance(20_000)

  const same = {
    operationId: 'mine',
    functionName: 'flaky',
    maxAttempts: 2,
    progress: null,
    cursor: expect.stringMatching(/^evt_/),
  }
  const [start, retry] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:10.000Z']
  expect(await taken).toEqual([
    { ...same, type: 'created', state: 'PENDING', attempt: 0, error: null, nextAttemptAt: start, timestamp: start },
    { ...same, type: 'attempt_started', state: 'IN_PROGRESS', attempt: 1, error: null, nextAttemptAt: null, timestamp: start },
    { ...same, type: 'attempt_failed', state: 'RECOVERING', attempt: 1, error: 'again', nextAttemptAt: retry, timestamp: start },
    { ...same, type: 'attempt_started', state: 'RECOVERING', attempt: 2, error: 'again', nextAttemptAt: null, timestamp: retry },
    { ...same, type: 'succeeded', state: 'SUCCESS', attempt: 2, error: null, nextAttemptAt: null, timestamp: retry },
  ])
})

test('a subscriber sees the progress of what runs', async () => {
  const { recovery, clock, follow } = await testApi()
  const end = gate()
  recovery.define('load', async (_, ctx) => {
    ctx.progress({ current: 512, total: 1024, unit: 'bytes', stage: 'fetch' })
    await end.opened
  })
  const updates = await follow(FOLLOW)
  const taken = take(updates, 3)
  await recovery.start('load', null, { id: 'mine' })
  await clock.advance(5000)

  const [, begun, progressed] = (await taken) as { cursor: string }[]
  expect(progressed).toEqual({
    ...begun,
    type: null,
    progress: { fraction: 0.5, current: 512, total: 1024, unit: 'bytes', rate: null, stage: 'fetch', message: null },
    timestamp: expect.any(String),
  })
  end.open()
})

test('a query and a subscription after its event cursor leave no gap and overlap nowhere', async () => {
  const { recovery, clock, data, follow } = await testApi()
  recovery.define('good', () => 1)
  await recovery.start('good', null)
  await clock.advance(0)
  const { operations } = await data('{ operations { eventCursor } }')
  await recovery.start('good', null, { id: 'between' })
  await clock.advance(0)

  const updates = await follow(FOLLOW, { after: (operations as { eventCursor: string }).eventCursor })
  const replayed = await take(updates, 2)
  const live = take(updates, 4)
  await recovery.start('good', null, { id: 'later' })
  await clock.advance(0)

  const seen = [...replayed, ...(await live)] as { operationId: string; state: string; cursor: string }[]
  expect(seen.map(({ operationId, state }) => `${operationId} ${state}`)).toEqual([
    'between PENDING',
    'between IN_PROGRESS',
    'between SUCCESS',
    'later PENDING',
    'later IN_PROGRESS',
    'later SUCCESS',
  ])
  expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(6)
})

test('a subscriber that comes back after its last cursor goes on where it stopped', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('good', () => 1)
  const first = await follow(FOLLOW)
  const taken = take(first, 2)
  await recovery.start('good', null)
  await clock.advance(0)
  const cursor = ((await taken) as { cursor: string }[])[1]?.cursor
  await first.return()

  expect(await take(await follow(FOLLOW, { after: cursor }), 1)).toMatchObject([{ state: 'SUCCESS' }])
})

test('a subscriber can ask for one operation, which may be started later', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('good', () => 1)
  const taken = take(await follow(FOLLOW, { operationId: 'mine' }), 3)
  await recovery.start('good', null, { id: 'other' })
  await recovery.start('good', null, { id: 'mine' })
  await clock.advance(0)

  expect(await taken).toMatchObject([{ state: 'PENDING' }, { state: 'IN_PROGRESS' }, { state: 'SUCCESS' }])
})

test('a subscriber can ask for one function and for some states', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('good', () => 1)
  recovery.define('other', () => 1)
  const taken = take(await follow(FOLLOW, { functionName: 'good', states: ['SUCCESS', 'PAUSED'] }), 2)
  for (const [name, id] of [
    ['good', 'a'],
    ['other', 'b'],
    ['good', 'c'],
  ] as const)
    await recovery.start(name, null, { id })
  await clock.advance(0)

  expect(await taken).toMatchObject([
    { operationId: 'a', state: 'SUCCESS' },
    { operationId: 'c', state: 'SUCCESS' },
  ])
})

test('the operation of an update is the operation now, not then', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('good', () => 'fine')
  const after = recovery.eventCursor()
  await recovery.start('good', null)
  await clock.advance(0)
  const updates = await follow(
    'subscription ($after: String) { recoveryUpdate(after: $after) { state operation { state result eventCursor } } }',
    {
      after,
    },
  )

  const now = { state: 'SUCCESS', result: 'fine', eventCursor: recovery.eventCursor() }
  expect(await take(updates, 3)).toEqual([
    { state: 'PENDING', operation: now },
    { state: 'IN_PROGRESS', operation: now },
    { state: 'SUCCESS', operation: now },
  ])
})

test('an update says what happened, and the last one of an operation holds its end', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('flaky', (_, ctx) => (ctx.attempt === 1 ? Promise.reject(new Error('again')) : 1), ONCE_MORE)
  const ends = 'subscription { recoveryUpdate { type completed { success finalState totalAttempts duration timestamp } } }'
  const taken = take(await follow(ends), 5)
  await recovery.start('flaky', null)
  await clock.advance(20_000)

  const completed = {
    success: true,
    finalState: 'SUCCESS',
    totalAttempts: 2,
    duration: 10,
    timestamp: '2026-01-01T00:00:10.000Z',
  }
  expect(await taken).toEqual([
    { type: 'created', completed: null },
    { type: 'attempt_started', completed: null },
    { type: 'attempt_failed', completed: null },
    { type: 'attempt_started', completed: null },
    { type: 'succeeded', completed },
  ])
})

test('a subscriber who does not ask for progress is told of changes only', async () => {
  const { recovery, clock, follow } = await testApi()
  const end = gate()
  recovery.define('load', async (_, ctx) => {
    ctx.progress({ fraction: 0.5 })
    await end.opened
  })
  const [quiet, all] = [await follow('subscription { recoveryUpdate(progress: false) { type } }'), await follow(FOLLOW)]
  const taken = take(quiet, 3)
  const progressed = take(all, 3)
  await recovery.start('load', null)
  await clock.advance(5000)
  expect((await progressed)[2]).toMatchObject({ progress: { fraction: 0.5 } })
  end.open()
  await clock.advance(0)

  expect(await taken).toEqual([{ type: 'created' }, { type: 'attempt_started' }, { type: 'succeeded' }])
})
