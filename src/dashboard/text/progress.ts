import { clipped } from './clip.ts'
import { countdownText } from './durations.ts'
import { bytesText, countText, percentText } from './numbers.ts'

const LONGEST_UNIT = 20

export interface ProgressValues {
  readonly fraction?: number | null | undefined
  readonly current?: number | null | undefined
  readonly total?: number | null | undefined
  readonly unit?: string | null | undefined
  readonly stage?: string | null | undefined
  readonly message?: string | null | undefined
  /** Units a second. */
  readonly rate?: number | null | undefined
}

/** The parts of a line under a progress bar, such as `45.0%`, `1.76 GB / 3.91 GB`, `12.00 MB/s`, `3m 2s left`. */
export function progressTexts(progress: ProgressValues): readonly string[] {
  const { fraction, current, total, unit, rate } = progress
  const texts: string[] = []
  if (isNumber(fraction)) texts.push(percentText(fraction))
  if (isNumber(current)) texts.push(isNumber(total) ? `${amount(current, unit)} / ${amount(total, unit)}` : amount(current, unit))
  if (isNumber(rate) && rate > 0) {
    texts.push(`${amount(rate, unit)}/s`)
    if (isNumber(current) && isNumber(total) && total > current)
      texts.push(`${countdownText(((total - current) / rate) * 1000)} left`)
  }
  return texts
}

// `5.0 MB of 9.0 MB, 1.2 MB/s`, `connecting: 0 B`.
const AMOUNT_OF_BYTES = /^(?:[a-z]+: )?\d[\d.]* [kMGT]?B\b/

/** What the function says beside its figures; a message that only tells the bytes again, in other units, is left out. */
export function progressWords({ stage, message, current, unit }: ProgressValues): readonly string[] {
  const repeats = isNumber(current) && unit === 'bytes' && AMOUNT_OF_BYTES.test(message ?? '')
  return [stage, repeats ? null : message].filter((text): text is string => typeof text === 'string' && text !== '')
}

function amount(value: number, unit: string | null | undefined): string {
  if (unit === 'bytes') return bytesText(value)
  const count = countText(Math.round(value * 10) / 10)
  return unit === null || unit === undefined || unit === '' ? count : `${count} ${clipped(unit, LONGEST_UNIT)}`
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
