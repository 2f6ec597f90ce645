/** A place on an axis that has a label. */
export interface Tick {
  readonly at: number
  readonly label: string
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const TIME_STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28, 56, 112, 224, 448].map((count) => count * DAY),
]

// No digit or letter of our small text is wider; to measure would lay out the page with every change.
const CHARACTER_PX = 7
const BETWEEN_LABELS_PX = 14

// The same for all readers, and short: the page is in English.
const seconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const minutes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const full = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const)

// Below it powers of ten are no longer exact.
const LEAST_PEAK = 1e-12

/** How wide a label may be at most. */
export function labelWidth(label: string): number {
  return label.length * CHARACTER_PX
}

/** An instant in the reader's own time, for the readout and the table. */
export function formatInstant(time: number): string {
  return full.format(time)
}

/** The round values from 0 to just above the peak, at most `most` + 1 of them. */
export function valueTicks(peak: number, most: number, wholeOnly: boolean): readonly number[] {
  const steps = Math.max(1, Math.floor(most))
  const rough = (peak > LEAST_PEAK ? peak : 1) / steps
  const power = 10 ** Math.floor(Math.log10(rough))
  const fitting = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one * steps >= peak) ?? 10 * power
  const step = wholeOnly ? Math.max(1, Math.ceil(fitting)) : fitting
  const count = Math.max(1, Math.ceil(peak / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** The values that cut an axis with a fixed end into equal parts. */
export function fixedTicks(end: number, most: number): readonly number[] {
  const parts = [4, 2].find((count) => count <= most) ?? 1
  return Array.from({ length: parts + 1 }, (_, index) => (index * end) / parts)
}

/**
 * Round times in the reader's own time zone, as many as fit without touching each other.
 *
 * @param start the first instant of the axis, `end` its last one, `width` its length in px
 */
export function timeTicks(
  start: number,
  end: number,
  width: number,
): readonly { readonly time: number; readonly label: string }[] {
  const perMs = width / Math.max(1, end - start)
  const step = TIME_STEPS.find((one) => one * perMs >= widest(one) + BETWEEN_LABELS_PX)
  if (step === undefined || width <= 0) return []
  // Where clocks go forward, round times move together.
  const leastMs = Math.max(step / 2, widest(step) / perMs)
  return roundTimes(start, end, step, leastMs).map((time) => ({ time, label: timeLabel(time, step) }))
}

function widest(step: number): number {
  return labelWidth(step < MINUTE ? '00:00:00' : '00 Mmmm')
}

function timeLabel(time: number, step: number): string {
  if (sinceMidnight(time) === 0 && step >= MINUTE) return days.format(time)
  return step < MINUTE ? seconds.format(time) : minutes.format(time)
}

function roundTimes(start: number, end: number, step: number, leastMs: number): readonly number[] {
  const found: number[] = []
  for (let local = Math.ceil(toLocal(start) / step) * step; found.length < 1000; local += step) {
    const time = toInstant(local)
    if (time > end) break
    if (time >= start && time - (found.at(-1) ?? Number.NEGATIVE_INFINITY) >= leastMs) found.push(time)
  }
  return found
}

function offsetAt(time: number): number {
  return new Date(time).getTimezoneOffset() * MINUTE
}

function toLocal(time: number): number {
  return time - offsetAt(time)
}

function toInstant(local: number): number {
  return local + offsetAt(local + offsetAt(local))
}

function sinceMidnight(time: number): number {
  return ((toLocal(time) % DAY) + DAY) % DAY
}
