import { expect, test } from 'vitest'
import {
  attemptText,
  badgeOf,
  hasEnded,
  isHeldByBreaker,
  isMoving,
  progressOf,
} from '../../../../src/dashboard/pages/downloads/download-status.ts'
import { tookMs } from '../../../../src/dashboard/text/durations.ts'
import { progressTexts } from '../../../../src/dashboard/text/progress.ts'
import { STATE_NAMES } from '../../../../src/dashboard/text/states.ts'
import { at, download } from './download.ts'

const PROGRESS = { fraction: 0.45, current: 1_890_000_000, total: 4_200_000_000, rate: 12_582_912, stage: 'downloading' }

test('each state has the badge that downloads always had', () => {
  expect(STATE_NAMES.map((state) => [state, badgeOf(state).label, badgeOf(state).as])).toEqual([
    ['PENDING', 'Pending', 'PENDING'],
    ['IN_PROGRESS', 'Downloading', 'IN_PROGRESS'],
    ['RECOVERING', 'Recovering', 'RECOVERING'],
    ['PAUSED', 'Paused', 'PAUSED'],
    ['SUCCESS', 'Completed', 'SUCCESS'],
    ['FAILED', 'Failed', 'FAILED'],
    ['EXHAUSTED', 'Failed', 'FAILED'],
    ['CANCELLED', 'Cancelled', 'CANCELLED'],
  ])
})

test('a download has ended when it is completed, failed or cancelled', () => {
  expect(STATE_NAMES.filter((state) => hasEnded({ state }))).toEqual(['SUCCESS', 'FAILED', 'EXHAUSTED', 'CANCELLED'])
})

test('attempts are told of once there is a second one to come', () => {
  expect(attemptText(download({ state: 'PENDING', attempt: 0 }))).toBeNull()
  expect(attemptText(download({ attempt: 1 }))).toBeNull()
  expect(attemptText(download({ state: 'RECOVERING', attempt: 0 }))).toBeNull()
  expect(attemptText(download({ state: 'RECOVERING', attempt: 1 }))).toBe('Attempt 1/6')
  expect(attemptText(download({ state: 'PAUSED', attempt: 3, maxAttempts: 5 }))).toBe('Attempt 3/5')
})

test('a recovering download moves only while it waits for no attempt', () => {
  expect(isMoving(download({ state: 'IN_PROGRESS' }))).toBe(true)
  expect(isMoving(download({ state: 'RECOVERING' }))).toBe(true)
  expect(isMoving(download({ state: 'RECOVERING', nextAttemptAt: at(1) }))).toBe(false)
  expect(isMoving(download({ state: 'PAUSED' }))).toBe(false)
})

test('progress is told in percent, units of 1024, rate and time left', () => {
  const shown = progressOf(download({ progress: PROGRESS }))
  expect(shown?.stage).toBeNull()
  expect(progressTexts(shown ?? {})).toEqual(['45.0%', '1.76 GB / 3.91 GB', '12.00 MB/s', '3m 4s left'])
})

test('what does not move has no rate and no stage', () => {
  const progress = { ...PROGRESS, stage: 'verifying' }
  expect(progressOf(download({ progress }))).toMatchObject({ rate: 12_582_912, stage: 'Verifying …' })
  for (const state of ['PAUSED', 'EXHAUSTED', 'SUCCESS'] as const) {
    expect(progressOf(download({ state, progress }))).toMatchObject({ rate: null, stage: null, fraction: 0.45 })
  }
  expect(progressOf(download())).toBeNull()
})

test('only what waits is held by an open circuit breaker', () => {
  const circuitBreaker = { scope: 'download:example.com', state: 'OPEN', forced: false } as const
  expect(isHeldByBreaker(download({ state: 'PENDING', circuitBreaker }))).toBe(true)
  expect(isHeldByBreaker(download({ state: 'RECOVERING', nextAttemptAt: at(1), circuitBreaker }))).toBe(true)
  expect(isHeldByBreaker(download({ state: 'RECOVERING', circuitBreaker }))).toBe(false)
  expect(isHeldByBreaker(download({ state: 'PAUSED', circuitBreaker }))).toBe(false)
  expect(isHeldByBreaker(download({ state: 'PENDING', circuitBreaker: { ...circuitBreaker, state: 'HALF_OPEN' } }))).toBe(false)
  expect(isHeldByBreaker(download({ state: 'PENDING' }))).toBe(false)
})

test('what a download took is known once it has begun and ended', () => {
  expect(tookMs(download({ startedAt: at(0), finishedAt: at(90) }))).toBe(90_000)
  expect(tookMs(download({ startedAt: null, finishedAt: at(90) }))).toBeNull()
  expect(tookMs(download({ startedAt: at(0), finishedAt: null }))).toBeNull()
})
