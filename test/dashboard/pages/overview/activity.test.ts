import { describe, expect, it } from 'vitest'
import {
  type Activity,
  activitiesOf,
  movedOn,
  successRateOf,
  totalOf,
} from '../../../../src/dashboard/pages/overview/activity.ts'
import { WINDOWS, windowHref, windowNamed } from '../../../../src/dashboard/pages/overview/windows.ts'

const SPAN = 60_000
const START = Date.UTC(2026, 2, 12, 9)
const HOUR = windowNamed('1h')
const EMPTY = {
  created: 0,
  succeeded: 0,
  failed: 0,
  exhausted: 0,
  recovered: 0,
  retryAttempts: 0,
  circuitBreakerTrips: 0,
  averageRecoveryTime: 0,
}

/** As the server answers a window: the first span begins before it, the last holds now. */
function hour(now: number): readonly Activity[] {
  return Array.from({ length: 61 }, (_, n) => ({ ...EMPTY, at: now - (60 - n) * SPAN, created: n + 1 }))
}

describe('what became of operations, span by span', () => {
  it('is what was read while its last span lasts, and while a clock is behind', () => {
    const spans = hour(START)
    expect(movedOn(spans, HOUR, START + SPAN - 1)).toBe(spans)
    expect(movedOn(spans, HOUR, START - 10 * SPAN)).toBe(spans)
  })

  it('moves on with the clock: old spans go, and those that have begun since are empty', () => {
    const moved = movedOn(hour(START), HOUR, START + 2.5 * SPAN)
    expect(moved.map(({ at }) => at)).toEqual(hour(START + 2 * SPAN).map(({ at }) => at))
    expect(moved.at(0)?.created).toBe(3)
    expect(moved.slice(-3).map(({ created }) => created)).toEqual([61, 0, 0])
  })

  it('is empty after a pause that is longer than the window, and no longer than it', () => {
    const moved = movedOn(hour(START), HOUR, START + 100 * 60 * SPAN)
    expect(moved).toHaveLength(61)
    expect(totalOf(moved)).toEqual(EMPTY)
  })

  it('adds up, with each recovered operation the same in the mean', () => {
    const spans = activitiesOf([
      {
        ...EMPTY,
        timestamp: '2026-03-12T09:00:00.000Z',
        created: 2,
        recovered: 1,
        averageRecoveryTime: 10,
        failed: 2,
        exhausted: 2,
      },
      { ...EMPTY, timestamp: '2026-03-12T09:01:00.000Z', created: 3, recovered: 3, averageRecoveryTime: 2, failed: 1 },
    ])
    expect(totalOf(spans)).toEqual({ ...EMPTY, created: 5, recovered: 4, failed: 3, exhausted: 2, averageRecoveryTime: 4 })
  })

  it('has no success rate where nothing was in trouble', () => {
    expect(successRateOf({ recovered: 0, failed: 0 })).toBeNull()
    expect(successRateOf({ recovered: 3, failed: 1 })).toBe(0.75)
  })
})

describe('the windows', () => {
  it('have whole spans, at most 120 with the one that begins before', () => {
    for (const { windowMs, spanMs } of WINDOWS) {
      expect(windowMs % spanMs).toBe(0)
      expect(windowMs / spanMs).toBeLessThan(120)
    }
  })

  it('are what the address says, and an hour where it says nothing that we know', () => {
    for (const window of WINDOWS) {
      const query = new URL(windowHref(window), 'http://server').searchParams
      expect(windowNamed(query.get('window') ?? undefined)).toBe(window)
    }
    expect(windowNamed('3 weeks').name).toBe('1h')
  })
})
