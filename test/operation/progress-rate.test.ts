import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counted, ProgressRate } from '../../src/operation/progress-rate.ts'

const GB = 1e9
const START = Date.UTC(2026, 0, 1)

/** A report of a count without unit and stage, unless it has them. */
function counted(current: number, more: Partial<Counted> = {}): Counted {
  return { current, fraction: null, unit: null, stage: null, ...more }
}

/** What is told after the last of these reports, each `[ms since the start, current]`. */
function rateAfter(...reports: readonly (readonly [at: number, current: number])[]): number | null {
  const rate = new ProgressRate()
  return reports.map(([at, current]) => rate.observe(counted(current), START + at)).at(-1) ?? null
}

/** Reports at `spacingMs`, of work at `perSecond`, for so long. */
function work(rate: ProgressRate, spacingMs: number, perSecond: number, from: { at: number; current: number }, forMs: number) {
  let told: number | null = null
  const end = from.at + forMs
  while (from.at < end) {
    from.at += spacingMs
    from.current += (perSecond * spacingMs) / 1000
    told = rate.observe(counted(from.current), from.at)
  }
  return told
}

test('there is no rate until the reports span a second', () => {
  expect(rateAfter([0, 0])).toBeNull()
  expect(rateAfter([0, 0], [999, 10])).toBeNull()
  expect(rateAfter([0, 0], [500, 5], [1000, 10])).toBeCloseTo(10, 9)
})

test('what was there at the first report does not count', () => {
  expect(rateAfter([0, 3.8 * GB], [2000, 3.8 * GB + 20_000_000])).toBeCloseTo(10_000_000, 3)
})

test('reports in one millisecond count with the next that is later', () => {
  expect(rateAfter([0, 0], [0, 5], [1000, 10])).toBeCloseTo(10, 9)
  expect(rateAfter([0, 0], [1000, 10], [1000, 12])).toBeCloseTo(10, 9)
})

test('a rate is of the last ten seconds or so: it follows a change and does not jump', () => {
  const rate = new ProgressRate()
  const from = { at: START, current: 0 }
  rate.observe(counted(0), START)
  expect(work(rate, 200, 100, from, 60_000)).toBeCloseTo(100, 6)
  expect(work(rate, 200, 20, from, 1000)).toBeGreaterThan(80)
  expect(work(rate, 200, 20, from, 10_000)).toBeLessThan(30)
})

test('a stall is seen while reports go on', () => {
  const rate = new ProgressRate()
  const from = { at: START, current: 0 }
  rate.observe(counted(0), START)
  work(rate, 200, 100, from, 60_000)
  expect(work(rate, 200, 0, from, 30_000)).toBeLessThan(1)
})

test('a thousand reports at once and then a pause are told by what they come to in all', () => {
  const rate = new ProgressRate()
  let current = 0
  let told: number | null = null
  for (let burst = 0; burst < 30; burst++) {
    for (let n = 0; n < 1000; n++) told = rate.observe(counted(++current), START + burst * 1000 + Math.floor(n / 100))
  }
  expect(told).toBeGreaterThan(800)
  expect(told).toBeLessThan(1250)
})

test('one report each half minute has the rate of the last one', () => {
  expect(rateAfter([0, 0], [30_000, 60], [60_000, 120])).toBeCloseTo(2, 9)
  expect(rateAfter([0, 0], [30_000, 60], [60_000, 60 + 30])).toBeCloseTo(1, 1)
})

test('it begins anew when the amount goes back', () => {
  expect(rateAfter([0, 0], [5000, 500], [6000, 0])).toBeNull()
  expect(rateAfter([0, 0], [5000, 500], [6000, 0], [7000, 7])).toBeCloseTo(7, 9)
})

test('it begins anew when the clock goes back', () => {
  expect(rateAfter([0, 0], [5000, 500], [-60_000, 600])).toBeNull()
  expect(rateAfter([0, 0], [5000, 500], [-60_000, 600], [-59_000, 603])).toBeCloseTo(3, 9)
})

test.each<[string, Partial<Counted>]>([
  ['unit', { unit: 'bytes' }],
  ['stage', { stage: 'verifying' }],
])('it begins anew with another %s', (_name, other) => {
  const rate = new ProgressRate()
  rate.observe(counted(0), START)
  expect(rate.observe(counted(10), START + 1000)).toBeCloseTo(10, 9)
  expect(rate.observe(counted(500, other), START + 2000)).toBeNull()
  expect(rate.observe(counted(504, other), START + 3000)).toBeCloseTo(4, 9)
})

test('it begins anew when it is told to, with the next report', () => {
  const rate = new ProgressRate()
  rate.observe(counted(0), START)
  rate.observe(counted(10), START + 1000)
  rate.restart()
  expect(rate.observe(counted(500), START + 2000)).toBeNull()
  expect(rate.observe(counted(501), START + 3000)).toBeCloseTo(1, 9)
})

test('a fraction alone has a rate in wholes, and none when a unit says that something else is counted', () => {
  const part = (fraction: number, unit: string | null = null): Counted => ({ current: null, fraction, unit, stage: null })
  const rate = new ProgressRate()
  rate.observe(part(0.25), START)
  expect(rate.observe(part(0.5), START + 10_000)).toBeCloseTo(0.025, 9)
  expect(rate.observe(part(0.6, 'rows'), START + 11_000)).toBeNull()
  expect(rate.observe(counted(1), START + 12_000)).toBeNull()
})

test('a report without an amount has no rate, and does not disturb the next', () => {
  const rate = new ProgressRate()
  rate.observe(counted(0), START)
  expect(rate.observe({ current: null, fraction: null, unit: null, stage: 'tidying' }, START + 500)).toBeNull()
  expect(rate.observe(counted(10), START + 1000)).toBeCloseTo(10, 9)
})

test('amounts too large for a rate have none, and it goes on when they are sensible again', () => {
  const rate = new ProgressRate()
  rate.observe(counted(0), START)
  expect(rate.observe(counted(Number.MAX_VALUE), START + 1)).toBeNull()
  expect(rate.observe(counted(5), START + 1000)).toBeNull()
  expect(rate.observe(counted(10), START + 2000)).toBeCloseTo(5, 9)
})

test('it is quiet half a minute after the last report, or three times the usual spacing when that is longer', () => {
  const rate = new ProgressRate()
  expect(rate.isQuiet(START)).toBe(false)
  rate.observe(counted(0), START)
  expect(rate.isQuiet(START + 30_000)).toBe(false)
  expect(rate.isQuiet(START + 30_001)).toBe(true)
  rate.observe(counted(1), START + 60_000)
  for (let n = 0; n < 1000; n++) rate.observe(counted(n), START + 120_000)
  expect(rate.isQuiet(START + 120_000 + 170_000)).toBe(false)
  expect(rate.isQuiet(START + 120_000 + 180_001)).toBe(true)
})

const steps = fc.array(
  fc.record({
    ms: fc.oneof(fc.integer({ min: -5000, max: 60_000 }), fc.constantFrom(0, 1, 1e-300, 0.5)),
    current: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    unit: fc.constantFrom(null, null, 'rows'),
  }),
  { maxLength: 60 },
)

test('whatever is reported and whenever, a rate is a number from 0 up', () => {
  fc.assert(
    fc.property(steps, (reports) => {
      const rate = new ProgressRate()
      let now = START
      for (const { ms, current, unit } of reports) {
        now += ms
        const told = rate.observe(counted(current, { unit }), now)
        if (told === null) continue
        expect(Number.isFinite(told)).toBe(true)
        expect(told).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('a constant speed is told as it is, however the reports fall', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (waits, perMs, first) => {
      const rate = new ProgressRate()
      let ms = 0
      rate.observe(counted(first), START)
      for (const wait of waits) {
        ms += wait
        const told = rate.observe(counted(first + ms * perMs), START + ms)
        expect(told === null).toBe(ms < 1000)
        if (told !== null) expect(told / (perMs * 1000)).toBeCloseTo(1, 6)
      }
    }),
  )
})

test('a rate lies between the slowest and the fastest that was seen', () => {
  const stretches = fc.array(fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 1e6 })), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(stretches, (parts) => {
      const rate = new ProgressRate()
      const speeds: number[] = []
      let [at, current] = [START, 0]
      rate.observe(counted(0), at)
      for (const [ms, done] of parts) {
        at += ms
        current += done
        speeds.push((done / ms) * 1000)
        const told = rate.observe(counted(current), at)
        if (told === null) continue
        expect(told).toBeGreaterThanOrEqual(Math.min(...speeds) * (1 - 1e-9))
        expect(told).toBeLessThanOrEqual(Math.max(...speeds) * (1 + 1e-9))
      }
    }),
  )
})
