import { expect, test } from 'vitest'
import { lengthMs, longestMs, partOfWidth } from '../../../../src/dashboard/pages/operation/attempt-scale.ts'
import { readMaxAttempts } from '../../../../src/dashboard/pages/operation/max-attempts.ts'
import { type Head, ShownOperation } from '../../../../src/dashboard/pages/operation/shown-operation.ts'
import { situationOf } from '../../../../src/dashboard/pages/operation/situation.ts'

const AT = '2026-01-01T00:00:10.000Z'
const BEFORE = Date.parse('2026-01-01T00:00:00.000Z')
const AFTER = Date.parse('2026-01-01T00:01:00.000Z')
const ACTIONS = ['CANCEL', 'PAUSE'] as const
const OPEN = { scope: 'api', state: 'OPEN', forced: false, retryAt: AT } as const

const STOPPED = { scope: 'api', state: 'OPEN', forced: true, retryAt: null } as const
const HELD_BACK = { text: 'Held back by its circuit breaker, which is open until it is reset.', breaker: 'api' }

function head(parts: Partial<Head>): Head {
  return {
    state: 'PENDING',
    attempt: 0,
    nextAttemptAt: null,
    circuitBreaker: null,
    progress: null,
    availableActions: ACTIONS,
    ...parts,
  } as Head
}

test.each([
  [{ state: 'PENDING', nextAttemptAt: AT }, BEFORE, { text: 'It begins', at: AT }],
  [{ state: 'PENDING', nextAttemptAt: AT }, AFTER, { text: 'Due: it begins as soon as a server has room for it.' }],
  [{ state: 'PENDING' }, BEFORE, { text: 'It waits to begin.' }],
  [{ state: 'RECOVERING', attempt: 1, nextAttemptAt: AT }, BEFORE, { text: 'Next attempt', at: AT }],
  [{ state: 'RECOVERING', attempt: 2 }, BEFORE, { text: 'An attempt runs.' }],
  [
    { state: 'RECOVERING', nextAttemptAt: AT, circuitBreaker: OPEN },
    BEFORE,
    { text: 'Held back by its circuit breaker, which is open; next attempt', breaker: 'api', at: AT },
  ],
  [{ circuitBreaker: OPEN }, BEFORE, { text: 'Held back by its circuit breaker, which is open.', breaker: 'api' }],
  [{ state: 'RECOVERING', circuitBreaker: OPEN }, BEFORE, { text: 'An attempt runs.' }],
  [{ state: 'RECOVERING', circuitBreaker: STOPPED, availableActions: ['RETRY', 'CANCEL', 'PAUSE'] }, BEFORE, HELD_BACK],
  [{ state: 'RECOVERING', circuitBreaker: STOPPED, availableActions: [] }, BEFORE, HELD_BACK],
  [{ state: 'RECOVERING', circuitBreaker: OPEN, availableActions: [] }, BEFORE, { text: 'An attempt runs.' }],
  [{ state: 'PAUSED' }, BEFORE, { text: 'Paused: nothing happens until it is resumed.' }],
  [{ state: 'EXHAUSTED' }, BEFORE, { text: 'Its attempts or its time are used up.' }],
] as [Partial<Head>, number, object][])('%o is told in words', (parts, now, situation) => {
  expect(situationOf(head(parts), now)).toEqual(situation)
})

test('an answer that was overtaken changes nothing, and one that is gone stays as it was', () => {
  const shown = new ShownOperation()
  shown.answered(null)
  expect(shown.presence.value).toBe('missing')
  shown.answered(head({ state: 'RECOVERING', updatedAt: '2026-01-01T00:00:02Z' }))
  shown.answered(head({ state: 'PENDING', updatedAt: '2026-01-01T00:00:01Z' }))
  shown.answered(null)
  expect([shown.presence.value, shown.head.value?.state]).toEqual(['gone', 'RECOVERING'])
  shown.progressed({ fraction: 0.5 })
  shown.progressed(null)
  expect(shown.progress.value).toEqual({ fraction: 0.5 })
})

test('attempts are drawn to one scale, and the shortest can still be seen', () => {
  const attempts = [
    { startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:05Z' },
    { startedAt: '2026-01-01T00:00:00Z', finishedAt: null },
  ]
  expect(longestMs(attempts, BEFORE + 20_000)).toBe(20_000)
  expect(lengthMs({ startedAt: AT, finishedAt: null }, BEFORE)).toBe(0)
  expect([partOfWidth(10_000, 20_000), partOfWidth(1, 20_000), partOfWidth(0, 0), partOfWidth(3, 2)]).toEqual([
    0.5, 0.02, 0.02, 1,
  ])
})

test.each([
  ['', null, true],
  [' 7 ', 7, true],
  ['1001', 1001, true],
  ['1002', null, false],
  ['0', null, false],
  ['1.5', null, false],
  ['many', null, false],
])('%o attempts', (text, value, isGood) => {
  const read = readMaxAttempts(text)
  expect([read.value, read.fault === null]).toEqual([value, isGood])
})
