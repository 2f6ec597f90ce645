import { scaleBand } from 'd3-scale'

import { fixedTicks, labelWidth, type Tick, timeTicks, valueTicks } from './axis-ticks.ts'
import { type ChartKind, type ChartSeries, drawable } from './chart-series.ts'
import { areaPath, linePath } from './shapes.ts'

/** What is drawn, and on how much room. */
export interface ChartRequest {
  readonly series: readonly ChartSeries[]
  /** The starts of spans of one length, the oldest first. */
  readonly timestamps: readonly number[]
  readonly kind: ChartKind
  readonly width: number
  readonly height: number
  /** Where the axis of values ends; as high as the values when absent. */
  readonly max?: number | undefined
  readonly format: (value: number) => string
}

/** A series as paths of SVG. */
export interface Mark {
  readonly key: string
  readonly stroke: string | null
  readonly fill: string | null
  /** How high each of its values stands, in px from the top. */
  readonly tops: readonly (number | null)[]
}

/** A chart in px from its upper left corner. */
export interface ChartGeometry {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly valueTicks: readonly Tick[]
  readonly timeTicks: readonly Tick[]
  readonly marks: readonly Mark[]
  /** The middle of each span. */
  readonly centres: readonly number[]
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The value at the top. */
  readonly end: number
}

const TOP_PX = 8
const BOTTOM_PX = 24
const PX_PER_VALUE_TICK = 40
const BETWEEN_BARS = 0.2
const LONE_SPAN_MS = 60_000
const LONE = /M([\d.-]+),([\d.-]+)Z/g
const LONE_PX = 4

/** Where everything of a chart stands. */
export function layOut(request: ChartRequest): ChartGeometry {
  const { timestamps, width, height, format, max } = request
  const peak = max ?? highest(request)
  const most = Math.max(1, (height - TOP_PX - BOTTOM_PX) / PX_PER_VALUE_TICK)
  const values = max === undefined ? valueTicks(peak, most, isWhole(request.series)) : fixedTicks(max, most)
  const labels = values.map(format)
  const left = Math.ceil(Math.max(...labels.map(labelWidth))) + 10
  const bottom = height - BOTTOM_PX
  const frame: Frame = { left, right: Math.max(left, width - 8), top: TOP_PX, bottom, end: values.at(-1) ?? 1 }
  const bands = scaleBand<number>()
    .domain(timestamps)
    .range([frame.left, frame.right])
    .paddingInner(request.kind === 'bars' ? BETWEEN_BARS : 0)
  const starts = timestamps.map((time) => bands(time) ?? frame.left)
  const centres = starts.map((start) => start + bands.bandwidth() / 2)
  return {
    ...{ left: frame.left, right: frame.right, top: frame.top, bottom },
    valueTicks: values.map((value, index) => ({ at: heightOf(value, frame), label: labels[index] ?? '' })).filter(isNewLabel),
    timeTicks: timeAxis(timestamps, bands.step(), frame),
    marks: request.kind === 'bars' ? bars(request, starts, bands.bandwidth(), frame) : curves(request, centres, frame),
    centres,
  }
}

/** The index of the span whose middle is nearest to a place; null when there is none. */
export function nearest(centres: readonly number[], x: number): number | null {
  if (centres.length === 0) return null
  const first = centres[0] ?? 0
  const step = centres.length > 1 ? ((centres.at(-1) ?? 0) - first) / (centres.length - 1) : 1
  return Math.min(centres.length - 1, Math.max(0, Math.round((x - first) / (step || 1))))
}

/** The path of a small line without axes, as high as its highest value; a lone value is a dot. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number, max?: number): string {
  const end = max ?? Math.max(0, ...values.map((value) => drawable(value) ?? 0))
  const frame: Frame = { left: 1.5, right: width - 1.5, top: 1.5, bottom: height - 1.5, end: end || 1 }
  const step = values.length > 1 ? (frame.right - frame.left) / (values.length - 1) : 0
  return linePath(values.map((value, index) => ({ x: frame.left + index * step, y: topOf(value, frame) }))) ?? ''
}

function isNewLabel(tick: Tick, index: number, all: readonly Tick[]): boolean {
  return tick.label !== all[index - 1]?.label
}

function isWhole(series: readonly ChartSeries[]): boolean {
  return series.every(({ values }) => values.every((value) => Number.isInteger(drawable(value) ?? 0)))
}

function highest({ series, timestamps, kind }: ChartRequest): number {
  const each = timestamps.map((_, index) => series.map(({ values }) => drawable(values[index]) ?? 0))
  return each.reduce((most, at) => Math.max(most, kind === 'bars' ? sum(at) : Math.max(0, ...at)), 0)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function heightOf(value: number, { top, bottom, end }: Frame): number {
  return bottom - Math.min(1, value / end) * (bottom - top)
}

function topOf(value: number | null | undefined, frame: Frame): number | null {
  const drawn = drawable(value)
  return drawn === null ? null : heightOf(drawn, frame)
}

function timeAxis(timestamps: readonly number[], step: number, { left, right }: Frame): readonly Tick[] {
  const [first, second] = timestamps
  const last = timestamps.at(-1)
  if (first === undefined || last === undefined || right <= left) return []
  const spanMs = second === undefined ? LONE_SPAN_MS : second - first
  const ticks = timeTicks(first, last + spanMs, right - left)
  const placed = ticks.map(({ time, label }) => ({ at: left + ((time - first) / spanMs) * step, label }))
  return placed.filter(({ at, label }) => at + labelWidth(label) / 2 <= right + 8)
}

function curves({ series, timestamps, kind }: ChartRequest, centres: readonly number[], frame: Frame): readonly Mark[] {
  return series.map(({ key, values }) => {
    const tops = timestamps.map((_, index) => topOf(values[index], frame))
    const points = tops.map((y, index) => ({ x: centres[index] ?? 0, y }))
    return { key, stroke: withLoneValues(linePath(points)), fill: kind === 'area' ? areaPath(points, frame.bottom) : null, tops }
  })
}

/** With a short line in place of a value that stands alone: its dot would hardly be seen. */
function withLoneValues(path: string | null): string | null {
  if (path === null) return null
  return path.replace(LONE, (_, x: string, y: string) => `M${Number((Number(x) - LONE_PX / 2).toFixed(1))},${y}h${LONE_PX}`)
}

function bars({ series, timestamps }: ChartRequest, starts: readonly number[], width: number, frame: Frame): readonly Mark[] {
  const below = timestamps.map(() => 0)
  return series.map(({ key, values }) => {
    const tops: (number | null)[] = []
    let fill = ''
    for (const index of timestamps.keys()) {
      const value = drawable(values[index])
      const base = below[index] ?? 0
      below[index] = base + (value ?? 0)
      tops.push(value === null ? null : heightOf(base + value, frame))
      if (value !== null && value > 0)
        fill += bar(starts[index] ?? 0, width, heightOf(base, frame), heightOf(base + value, frame))
    }
    return { key, stroke: null, fill, tops }
  })
}

function bar(x: number, width: number, from: number, to: number): string {
  const [at, wide, low, high] = [x, Math.max(1, width), from, to].map((px) => Number(px.toFixed(1)))
  return `M${at},${low}V${high}h${wide}V${low}Z`
}
