import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChartRequest, layOut, nearest, sparkPath } from '../../../../src/dashboard/components/chart/chart-geometry.ts'
import { type ChartSeries, isEmpty } from '../../../../src/dashboard/components/chart/chart-series.ts'

const START = Date.UTC(2026, 2, 12, 9)

function series(...values: readonly (number | null)[]): ChartSeries {
  return { key: 'some', label: 'Some', colorToken: '--chart-1', values }
}

function chart(changes: Partial<ChartRequest>): ChartRequest {
  const all = changes.series ?? [series(1, 2, 3)]
  const timestamps = (all[0]?.values ?? []).map((_, index) => START + index * 10_000)
  return { series: all, timestamps, kind: 'line', width: 500, height: 200, format: String, ...changes }
}

describe('the geometry of a chart', () => {
  it('stands the highest value at the top when it is round, and 0 at the bottom', () => {
    const { marks, top, bottom } = layOut(chart({ series: [series(0, 20, 40)] }))
    expect(marks[0]?.tops).toEqual([bottom, (top + bottom) / 2, top])
  })

  it('leaves a gap where there is no value', () => {
    const { marks } = layOut(chart({ series: [series(1, 2, null, 4, 5)] }))
    expect(marks[0]?.stroke?.match(/M/g)).toHaveLength(2)
    expect(marks[0]?.tops[2]).toBeNull()
  })

  it('shows a lone value between gaps as a line that can be seen', () => {
    const { marks, centres } = layOut(chart({ series: [series(null, 2, null)] }))
    expect(marks[0]?.stroke).toBe(`M${(centres[1] ?? 0) - 2},${marks[0]?.tops[1]}h4`)
  })

  it('keeps a rate on an axis from 0 to its end', () => {
    const { marks, valueTicks, bottom, top } = layOut(chart({ series: [series(0.5, 0.5)], max: 1 }))
    expect(valueTicks.map(({ label }) => label)).toEqual(['0', '0.25', '0.5', '0.75', '1'])
    expect(marks[0]?.tops[0]).toBe((bottom + top) / 2)
  })

  it('stacks bars, so that the axis reaches their sum', () => {
    const first = { ...series(3, 1), key: 'first' }
    const { marks, valueTicks } = layOut(chart({ kind: 'bars', series: [first, series(4, null)] }))
    expect(valueTicks.at(-1)?.label).toBe('8')
    expect(marks[1]?.tops[0]).toBeLessThan(marks[0]?.tops[0] ?? 0)
    expect(marks[1]?.fill?.match(/M/g)).toHaveLength(1)
  })

  it('writes no label of a value twice when two are the same in words', () => {
    const { valueTicks } = layOut(chart({ format: (value) => `${Math.round(value / 3)}` }))
    expect(new Set(valueTicks.map(({ label }) => label)).size).toBe(valueTicks.length)
  })

  it('gives the labels of values the room that they need', () => {
    expect(layOut(chart({ format: (value) => `${value} operations` })).left).toBeGreaterThan(layOut(chart({})).left)
  })

  it('places everything within the picture and nothing at NaN, whatever the values', () => {
    const values = fc.array(fc.option(fc.oneof(fc.double(), fc.integer({ min: 0, max: 100 }))), { maxLength: 40 })
    const kinds = fc.constantFrom('line', 'area', 'bars')
    fc.assert(
      fc.property(values, values, kinds, fc.integer({ min: 0, max: 2000 }), (some, others, kind, width) => {
        const found = layOut(chart({ series: [series(...some), { ...series(...others), key: 'others' }], kind, width }))
        for (const { stroke, fill, tops } of found.marks) {
          expect(`${stroke}${fill}`).not.toMatch(/NaN|Infinity/)
          expect(tops).toHaveLength(some.length)
          for (const top of tops) if (top !== null) expect(top).toBeGreaterThanOrEqual(found.top - 0.01)
        }
        for (const { at } of found.timeTicks) expect(at).toBeLessThanOrEqual(found.right + 0.01)
        for (const centre of found.centres) expect(centre).toBeLessThanOrEqual(found.right + 0.01)
      }),
    )
  })
})

describe('the value that the pointer reads', () => {
  it('is that of the nearest span, and of the first or last one beyond the ends', () => {
    const { centres } = layOut(chart({ series: [series(1, 2, 3, 4)] }))
    for (const [index, centre] of centres.entries()) expect(nearest(centres, centre + 3)).toBe(index)
    expect(nearest(centres, -1000)).toBe(0)
    expect(nearest(centres, 5000)).toBe(3)
    expect(nearest([100], 7)).toBe(0)
    expect(nearest([], 7)).toBeNull()
  })
})

describe('a chart with nothing to show', () => {
  it('is one whose values are all 0 or absent', () => {
    expect(isEmpty([series(0, null, 0)], undefined)).toBe(true)
    expect(isEmpty([], undefined)).toBe(true)
    expect(isEmpty([series(0), series(1)], undefined)).toBe(false)
  })

  it('is not one of a rate that is 0', () => {
    expect(isEmpty([series(0, null)], 1)).toBe(false)
    expect(isEmpty([series(null, null)], 1)).toBe(true)
  })
})

describe('a sparkline', () => {
  it('goes from side to side, as high as its highest value', () => {
    expect(sparkPath([0, 4, null, 2], 80, 20)).toMatch(/^M1\.5,18\.5L[\d.]+,1\.5M78\.5,10Z$/)
  })

  it('draws nothing of nothing', () => {
    expect(sparkPath([], 80, 20)).toBe('')
    expect(sparkPath([null, Number.NaN], 80, 20)).toBe('')
  })
})
