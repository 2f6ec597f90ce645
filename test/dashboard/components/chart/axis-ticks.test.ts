import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedTicks, labelWidth, timeTicks, valueTicks } from '../../../../src/dashboard/components/chart/axis-ticks.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const instants = fc.integer({ min: Date.UTC(2001, 0, 1), max: Date.UTC(2040, 0, 1) })

describe('ticks of the axis of values', () => {
  it('are 0, round steps, and the first one at or above the peak', () => {
    expect(valueTicks(37, 4, true)).toEqual([0, 10, 20, 30, 40])
    expect(valueTicks(0.7, 4, false)).toEqual([0, 0.2, 0.4, 0.6, 0.8])
    expect(valueTicks(50, 1, false)).toEqual([0, 50])
  })

  it('are whole where all values are', () => {
    expect(valueTicks(1, 4, true)).toEqual([0, 1])
    expect(valueTicks(3, 8, true)).toEqual([0, 1, 2, 3])
  })

  it('give an axis to nothing but zeros', () => {
    expect(valueTicks(0, 4, true)).toEqual([0, 1])
  })

  it('rise evenly, reach the peak, and are no more than fit, whatever the peak', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e15, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (peak, most, whole) => {
          const ticks = valueTicks(peak, most, whole)
          expect(ticks.length).toBeLessThanOrEqual(most + 1)
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(peak * (1 - 1e-9))
          expect(ticks.at(-2)).toBeLessThan(peak)
          expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b))
          if (whole) expect(ticks.every(Number.isInteger)).toBe(true)
        },
      ),
    )
  })

  it('cut an axis with a fixed end into equal parts', () => {
    expect(fixedTicks(1, 5)).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(fixedTicks(1, 3)).toEqual([0, 0.5, 1])
    expect(fixedTicks(1, 1)).toEqual([0, 1])
  })
})

describe('ticks of the axis of time', () => {
  it('stand at round times of the reader', () => {
    const start = new Date(2026, 2, 12, 9, 7, 20).getTime()
    const labels = timeTicks(start, start + HOUR, 600).map(({ label }) => label)
    expect(labels).toEqual(['09:10', '09:20', '09:30', '09:40', '09:50', '10:00'])
  })

  it('are more than one for an hour on a small chart', () => {
    const start = new Date(2026, 2, 12, 9, 31, 0).getTime()
    expect(timeTicks(start, start + HOUR, 215).map(({ label }) => label)).toEqual(['09:40', '10:00', '10:20'])
  })

  it('say the day at midnight, and the seconds within minutes', () => {
    const evening = new Date(2026, 2, 12, 22, 0, 0).getTime()
    expect(timeTicks(evening, evening + 4 * HOUR, 480).map(({ label }) => label)).toContain('13 Mar')
    expect(timeTicks(evening + 1, evening + 60_000, 480)[0]?.label).toBe('22:00:10')
  })

  it('never touch each other and never leave the axis, whatever the window and the width', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1000, max: 400 * DAY }),
        fc.integer({ min: 0, max: 3000 }),
        (start, long, width) => {
          const end = start + long
          const placed = timeTicks(start, end, width).map(({ time, label }) => ({
            x: ((time - start) / long) * width,
            label,
            time,
          }))
          for (const [index, { x, time, label }] of placed.entries()) {
            expect(time).toBeGreaterThanOrEqual(start)
            expect(time).toBeLessThanOrEqual(end)
            const before = placed[index - 1]
            if (before !== undefined)
              expect(x - before.x).toBeGreaterThanOrEqual((labelWidth(label) + labelWidth(before.label)) / 2)
          }
        },
      ),
    )
  })
})
