import { clipped } from './clip.ts'
import { countdownText } from './durations.ts'
import { bytesText, countText, percentText } from './numbers.ts'

const LONGEST_UNIT = 20
// Longer than that is no forecast: the work stands still.
const LONGEST_LEFT_S = 100 * 86_400
const SPANS = [
  ['s', 1],
  ['min', 60],
  ['h', 3600],
] as const

export interface ProgressValues {
  readonly fraction?: number | null | undefined
  readonly current?: number | null | undefined
  readonly total?: number | null | undefined
  readonly unit?: string | null | undefined
  readonly stage?: string | null | undefined
  readonly message?: string | null | undefined
  /** Units a second; wholes a second, when only a fraction is known. */
  readonly rate?: number | null | undefined
}

/** What is still so of it when nothing runs: the amounts, and what it said. */
export function atRest(progress: ProgressValues): ProgressValues {
  return { ...progress, rate: null, stage: null }
}

// As downloads write them for who sees no bar: `connecting: 1.5 MB of 6.0 MB`.
const BYTES_IN_WORDS = /^(?:\w+: )?\d+(?:\.\d+)? [kMGT]?B(?: of|, |$)/

/** The parts of a line under a progress bar, such as `45.0%`, `1.76 GB / 3.91 GB`, `12.00 MB/s`, `3m 2s left`. */
export function progressTexts(progress: ProgressValues): readonly string[] {
  const { fraction, current, total, unit, rate } = progress
  const texts: string[] = []
  if (isNumber(fraction)) texts.push(percentText(fraction))
  if (isNumber(current))
    texts.push(
      isNumber(total) ? `${amount(current, unit === 'bytes' ? unit : null)} / ${amount(total, unit)}` : amount(current, unit),
    )
  if (isNumber(rate) && rate > 0) {
    const isPart = !isNumber(current) && isNumber(fraction) && !unit
    const speed = isPart ? null : rateText(rate, unit)
    const [done, whole] = isPart ? [fraction, 1] : [current, total]
    const left = isNumber(done) && isNumber(whole) ? (whole - done) / rate : 0
    if (speed !== null) texts.push(speed)
    if (left > 0 && left < LONGEST_LEFT_S) texts.push(`${countdownText(left * 1000)} left`)
  }
  return texts
}

/** By the second, or by the minute or hour when it is slow; null when it is next to nothing. */
function rateText(rate: number, unit: string | null | undefined): string | null {
  const span = SPANS.find(([, seconds]) => rate * seconds >= 1)
  if (span === undefined) return null
  const count = rate * span[1]
  return `${amount(unit === 'bytes' ? count : Number(count.toPrecision(3)), unit)}/${span[0]}`
}

/** What it says in words: the stage, and the message unless it only writes the bytes again, in units of its own. */
export function progressWords({ stage, message, current }: ProgressValues): readonly string[] {
  const words = [stage, isNumber(current) && BYTES_IN_WORDS.test(message ?? '') ? null : message]
  return [...new Set(words.filter((text): text is string => typeof text === 'string' && text !== ''))]
}

function amount(value: number, unit: string | null | undefined): string {
  if (unit === 'bytes') return bytesText(value)
  const count = countText(Math.round(value * 10) / 10)
  return unit === null || unit === undefined || unit === '' ? count : `${count} ${clipped(unit, LONGEST_UNIT)}`
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
