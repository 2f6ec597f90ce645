import { expect, it } from 'vitest'
import type { OverviewStatusQuery } from '../../../../src/dashboard/gql/graphql.ts'
import { figuresInAll, figuresNow } from '../../../../src/dashboard/pages/overview/figures.ts'
import { windowNamed } from '../../../../src/dashboard/pages/overview/windows.ts'

const NEW: OverviewStatusQuery = {
  recoveryStatus: {
    eventCursor: 'cursor',
    totalOperations: 1,
    activeOperations: 0,
    recoveredOperations: 0,
    failedOperations: 0,
    retryAttempts: 0,
    averageRecoveryTime: 0,
    byState: [{ state: 'SUCCESS', count: 1 }],
  },
  performance: { circuitBreakerTrips: 0 },
  viewer: { mayOperate: true },
}

const BUSY: OverviewStatusQuery = {
  ...NEW,
  recoveryStatus: {
    ...NEW.recoveryStatus,
    activeOperations: 1003,
    recoveredOperations: 3,
    failedOperations: 1,
    averageRecoveryTime: 61.2,
    byState: [
      { state: 'RECOVERING', count: 3 },
      { state: 'PENDING', count: 1000 },
      { state: 'FAILED', count: 2 },
    ],
  },
}

const LATELY = {
  created: 4,
  succeeded: 4,
  failed: 4,
  exhausted: 1,
  recovered: 1,
  retryAttempts: 2,
  circuitBreakerTrips: 0,
  averageRecoveryTime: 2.5,
}

it('says what is active by state, and colours only what failed', () => {
  expect(figuresNow(BUSY.recoveryStatus, LATELY, windowNamed('15m'))).toMatchObject([
    { value: '1,003', note: '1,000 pending · 3 recovering', tone: null },
    { label: 'Failed', value: '2', href: '/operations?state=FAILED', tone: 'failed' },
    { label: 'Exhausted', value: '0', href: '/operations?state=EXHAUSTED', tone: null },
  ])
  expect(figuresNow(NEW.recoveryStatus, null, windowNamed('15m'))[0]?.note).toBe('nothing to do')
})

it('says of what failed and what is exhausted now how many ended so in the window, once that is known', () => {
  const notes = (lately: typeof LATELY | null) =>
    figuresNow(BUSY.recoveryStatus, lately, windowNamed('24h')).map(({ note }) => note)
  expect(notes(LATELY).slice(1)).toEqual([
    'by an error that no retry mends; 3 in 24h',
    'all attempts or their time used up; 1 in 24h',
  ])
  expect(notes(null).slice(1)).toEqual(['by an error that no retry mends', 'all attempts or their time used up'])
})

it('says of each figure what of it is of the window', () => {
  const figures = figuresInAll(BUSY, LATELY, windowNamed('15m'))
  expect(figures.map(({ label, value, note }) => `${label}: ${value}; ${note}`)).toEqual([
    'Total operations: 1; 4 in 15m',
    'Recovered: 3; 1 in 15m',
    'Success rate: 75.0%; of those in trouble; 20.0% in 15m',
    'Avg. recovery time: 1m 1s; 2.5s in 15m',
    'Retry attempts: 0; 2 in 15m',
    'Breaker trips: 0; 0 in 15m',
  ])
})

it('leads from each figure to just what it counts', () => {
  const figures = figuresInAll(BUSY, LATELY, windowNamed('15m'))
  expect(figures.map(({ label, href }) => `${label}: ${href}`)).toEqual([
    'Total operations: /operations',
    'Recovered: /operations?history=recovered',
    'Success rate: /operations?state=SUCCESS&state=FAILED&state=EXHAUSTED&history=failed-attempts',
    'Avg. recovery time: /operations?history=recovered',
    'Retry attempts: /operations?history=failed-attempts',
    'Breaker trips: /circuit-breakers',
  ])
})

it('has no rate and no mean over nothing, and says nothing of a window that is not there yet', () => {
  const none = { ...LATELY, recovered: 0, failed: 0, averageRecoveryTime: 0 }
  const [, , rate, mean] = figuresInAll(NEW, none, windowNamed('1h'))
  expect([rate, mean]).toMatchObject([
    { value: '–', note: 'of those in trouble; none in 1h' },
    { value: '–', note: 'none in 1h' },
  ])
  expect(figuresInAll(NEW, null, windowNamed('1h'))[0]?.note).toBe('')
})
