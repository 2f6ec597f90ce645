import { formatAmount, formatDuration, formatRate } from './units.ts'
import { visible } from './visible.ts'
import { shorten } from './width.ts'

/** How far something has come, as the API answers it. */
export interface Progress {
  readonly fraction: number | null
  readonly current: number | null
  readonly total: number | null
  readonly unit: string | null
  readonly stage: string | null
  readonly message: string | null
  readonly rate: number | null
}

const BAR_WIDTH = 24

/** `█████░░░`: `fraction` is from 0 to 1; what lies outside counts as the nearer end. */
export function bar(fraction: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * width)
  return '█'.repeat(full) + '░'.repeat(width - full)
}

/** One line: bar, percent, amount, rate and time left, as far as they are known. */
export function progressLine(progress: Progress, columns: number | undefined): string {
  const fraction = fractionOf(progress)
  const parts = [
    fraction === null ? '' : `${bar(fraction, BAR_WIDTH)} ${percent(fraction).padStart(4)}`,
    amount(progress),
    progress.rate === null ? '' : formatRate(progress.rate, progress.unit),
    timeLeft(progress),
    fraction === null || progress.rate === null ? (progress.stage ?? progress.message ?? '') : '',
  ]
  const line = visible(parts.filter((part) => part !== '').join('  '))
  return columns === undefined ? line : shorten(line, columns)
}

/** `45%`, or the amount when the whole is not known; empty when nothing is. */
export function shortProgress(progress: Progress | null): string {
  if (progress === null) return ''
  const fraction = fractionOf(progress)
  return fraction === null ? amount(progress) || (progress.stage ?? '') : percent(fraction)
}

/** From 0 to 1; null when it is not known. */
export function fractionOf({ fraction, current, total }: Progress): number | null {
  if (current !== null && total !== null && total > 0) return Math.min(1, current / total)
  return fraction
}

/** Rounded down: 100% is said when all is done, and not before. */
function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)}%`
}

function amount({ current, total, unit }: Progress): string {
  if (current === null) return ''
  return total === null ? formatAmount(current, unit) : `${formatAmount(current, unit)} of ${formatAmount(total, unit)}`
}

function timeLeft({ current, total, rate }: Progress): string {
  if (current === null || total === null || rate === null || rate <= 0 || current >= total) return ''
  return `${formatDuration(((total - current) / rate) * 1000)} left`
}
