import { isPartOnly, msLeft } from '../../client/pace.ts'
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

/** One line: bar, percent, amount, rate, time left, and the stage or what it says in words, as far as they are known. */
export function progressLine(progress: Progress, columns: number | undefined): string {
  const fraction = fractionOf(progress)
  const parts = [
    fraction === null ? '' : `${bar(fraction, BAR_WIDTH)} ${percent(fraction).padStart(4)}`,
    amount(progress),
    progress.rate === null || isPartOnly(progress) ? '' : formatRate(progress.rate, progress.unit),
    timeLeft(progress),
    progress.stage ?? progress.message ?? '',
  ]
  const line = visible(parts.filter((part) => part !== '').join('  '))
  return columns === undefined ? line : shorten(line, columns)
}

/** `45%`, and the time left when that is known; the amount when the whole is not known; empty when nothing is. */
export function shortProgress(progress: Progress | null): string {
  if (progress === null) return ''
  const fraction = fractionOf(progress)
  if (fraction === null) return amount(progress) || (progress.stage ?? '')
  return [percent(fraction), timeLeft(progress)].filter((part) => part !== '').join(', ')
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

function timeLeft(progress: Progress): string {
  const left = msLeft(progress)
  return left === null ? '' : `${formatDuration(left)} left`
}

/** What is still known of progress after a change that says nothing of it: how far it is, and not how fast. */
export function stoodStill<P extends Progress>(progress: P | null | undefined): P | null {
  return progress ? { ...progress, rate: null } : null
}
