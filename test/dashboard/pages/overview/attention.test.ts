import { describe, expect, it } from 'vitest'
import { parseFilter } from '../../../../src/dashboard/pages/operations/filter-address.ts'
import {
  type Attention,
  concernsAttention,
  type ErrorGroup,
  groupHref,
  needsForce,
  retriedText,
  retryInput,
  sizeOf,
} from '../../../../src/dashboard/pages/overview/attention.ts'
import type { Update } from '../../../../src/dashboard/pages/overview/running.ts'
import { update } from './updates.ts'

function group(states: ErrorGroup['filter']['states'], search: string | null = null): ErrorGroup {
  return {
    key: 'key',
    functionName: 'install & run',
    message: 'connect ECONNREFUSED',
    category: 'NETWORK',
    count: 3,
    remedy: 'Check that the other side runs.',
    latestAt: '2026-03-12T09:00:00.000Z',
    filter: { functionNames: ['install & run'], categories: ['NETWORK'], states, search },
  }
}

const ATTENTION: Attention = {
  errors: { groupCount: 7, isComplete: true, groups: [group(['FAILED'])] },
  openCircuitBreakers: [],
  stuck: {
    count: 2,
    isComplete: true,
    operations: [{ operationId: 'op-stuck', functionName: 'f', reason: 'No slot is free.', since: '2026-03-12T09:00:00.000Z' }],
  },
}

describe('a group of errors', () => {
  it('leads to the list of its operations', () => {
    const href = groupHref(group(['FAILED', 'EXHAUSTED'], 'connect "x" & y'))
    expect(parseFilter(href.slice(href.indexOf('?'))).filter).toMatchObject({
      states: ['FAILED', 'EXHAUSTED'],
      functions: ['install & run'],
      categories: ['NETWORK'],
      search: 'connect "x" & y',
    })
  })

  it('is retried by the same filter, by force only when some of it ended by an error that no retry mends', () => {
    expect(retryInput(group(['EXHAUSTED'], 'text'))).toEqual({
      filter: { states: ['EXHAUSTED'], functionNames: ['install & run'], categories: ['NETWORK'], search: 'text' },
      force: false,
    })
    expect(retryInput(group(['FAILED', 'EXHAUSTED'])).filter).not.toHaveProperty('search')
    expect(needsForce(group(['FAILED', 'EXHAUSTED']))).toBe(true)
  })

  it.each([
    [{ changed: 1, matched: 1, skippedCount: 0, operation: null }, '1 operation retried'],
    [{ changed: 10, matched: 12, skippedCount: 2, operation: null }, '10 operations retried, 2 left as they were'],
    [
      { changed: 0, matched: 1200, skippedCount: 0, operation: { id: 'op' } },
      'About 1,200 operations are being retried in the background',
    ],
  ])('tells what came of it: %#', (result, text) => expect(retriedText(result)).toBe(text))
})

describe('what needs attention', () => {
  it('counts all reasons, breakers and operations, those that are not shown too', () => {
    expect(sizeOf(ATTENTION)).toBe(9)
  })

  it.each<[string, Partial<Update>, boolean]>([
    ['a failure', { type: 'attempt_failed', state: 'FAILED' }, true],
    ['an operation whose time is up', { type: 'expired', state: 'EXHAUSTED' }, true],
    ['a retry of one that ended', { type: 'retried', state: 'RECOVERING' }, true],
    ['a success', { type: 'succeeded', state: 'SUCCESS' }, false],
    ['a report of progress', { type: null, state: 'IN_PROGRESS' }, false],
    ['a report of progress of what was stuck', { type: null, state: 'IN_PROGRESS', operationId: 'op-stuck' }, true],
  ])('may be something else after %s: %#', (_, changes, expected) => {
    expect(concernsAttention(ATTENTION, update(changes))).toBe(expected)
  })
})
