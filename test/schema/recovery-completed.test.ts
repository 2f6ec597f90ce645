import { expect, test } from 'vitest'
import { RecoveryCompletions } from '../../src/client/documents/updates.ts'
import { take, testApi } from './harness.ts'

const FOLLOW = RecoveryCompletions.toString()

test('each end is told once, with what it took', async () => {
  const { recovery, clock, follow } = await testApi()
  const options = { initialDelay: '4s', jitter: 0, maxRetries: 1 } as const
  recovery.define('flaky', (_, ctx) => (ctx.attempt === 1 ? Promise.reject(new Error('again')) : 1), options)
  recovery.define('broken', () => Promise.reject(new Error('again')), options)
  const taken = take(await follow(FOLLOW), 3)
  await recovery.start('flaky', null, { id: 'recovers' })
  await recovery.start('broken', null, { id: 'exhausts' })
  await recovery.start('flaky', null, { id: 'never', runAt: new Date('2027-01-01') })
  await clock.advance(10_000)
  await recovery.cancel('never')

  const ended = { cursor: expect.stringMatching(/^evt_/), timestamp: '2026-01-01T00:00:04.000Z' }
  const ends = (await taken) as { operationId: string }[]
  expect(ends.slice(0, 2).sort((a, b) => (a.operationId < b.operationId ? -1 : 1))).toEqual([
    { ...ended, operationId: 'exhausts', success: false, finalState: 'EXHAUSTED', totalAttempts: 2, duration: 4 },
    { ...ended, operationId: 'recovers', success: true, finalState: 'SUCCESS', totalAttempts: 2, duration: 4 },
  ])
  expect(ends[2]).toMatchObject({ operationId: 'never', success: false, finalState: 'CANCELLED', totalAttempts: 0, duration: 0 })
})

test('an operation that is retried after its end ends again, counting its new round', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('broken', () => Promise.reject(new Error('again')), { maxRetries: 0 })
  const taken = take(await follow(FOLLOW, { operationId: 'mine' }), 2)
  await recovery.start('broken', null, { id: 'mine' })
  await clock.advance(1000)
  await recovery.retry('mine')
  await clock.advance(1000)

  expect(await taken).toMatchObject([
    { finalState: 'EXHAUSTED', totalAttempts: 1, duration: 0 },
    { finalState: 'EXHAUSTED', totalAttempts: 2, duration: 0 },
  ])
})

test('ends that were missed are told after a cursor, of one function when asked', async () => {
  const { recovery, clock, follow } = await testApi()
  recovery.define('good', (_, ctx) => ctx.progress({ fraction: 1 }))
  recovery.define('other', () => 1)
  const after = recovery.eventCursor()
  await recovery.start('other', null)
  await recovery.start('good', null, { id: 'mine' })
  await clock.advance(0)

  const ends = await follow(
    'subscription ($after: String) { recoveryCompleted(after: $after, functionName: "good") { operationId operation { state } } }',
    { after },
  )

  expect(await take(ends, 1)).toEqual([{ operationId: 'mine', operation: { state: 'SUCCESS' } }])
})
