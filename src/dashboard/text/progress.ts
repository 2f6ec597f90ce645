import { isKnown, isPartOnly, msLeft, type Pace, perSpan } from '../../client/pace.ts'
import { clipped } from './clip.ts'
import { countdownText } from './durations.ts'
import { bytesText, countText, percentText } from './numbers.ts'

const LONGEST_UNIT = 20

export interface ProgressValues extends Pace {
  readonly stage?: string | null | undefined
  readonly message?: string | null | undefined
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
  if (isKnown(fraction)) texts.push(percentText(fraction))
  // None of nobody knows how much is nothing to show.
  if (isKnown(current) && (current > 0 || isKnown(total)))
    texts.push(
      isKnown(total) ? `${amount(current, unit === 'bytes' ? unit : null)} / ${amount(total, unit)}` : amount(current, unit),
    )
  const speed = isKnown(rate) && !isPartOnly(progress) ? perSpan(rate) : null
  if (speed !== null)
    texts.push(`${amount(unit === 'bytes' ? speed.count : Number(speed.count.toPrecision(3)), unit)}/${speed.span}`)
  const left = msLeft(progress)
  if (left !== null) texts.push(`${countdownText(left)} left`)
  return texts
}

/** What it says in words: the stage, and the message unless it only writes the bytes again, in units of its own. */
export function progressWords({ stage, message, current }: ProgressValues): readonly string[] {
  const words = [stage, isKnown(current) && BYTES_IN_WORDS.test(message ?? '') ? null : message]
  return [...new Set(words.filter((text): text is string => typeof text === 'string' && text !== ''))]
}

function amount(value: number, unit: string | null | undefined): string {
  if (unit === 'bytes') return bytesText(value)
  const count = countText(Math.round(value * 10) / 10)
  return unit === null || unit === undefined || unit === '' ? count : `${count} ${clipped(unit, LONGEST_UNIT)}`
}
