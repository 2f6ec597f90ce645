import { perSpan } from '../../client/pace.ts'

const BYTES = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** `1536` → `1.5 KiB` */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  // As it will be written: what rounds to 1024 is one of the next unit.
  while (rounded(value) >= 1024 && unit < BYTES.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? Math.round(value) : rounded(value)} ${BYTES[unit]}`
}

/** An amount in the unit that a function reports its progress in. */
export function formatAmount(amount: number, unit: string | null): string {
  if (unit === 'bytes') return formatBytes(amount)
  return unit === null ? formatNumber(amount) : `${formatNumber(amount)} ${unit}`
}

/** An amount each second, or each minute or hour when it is slow; empty when it is next to nothing. */
export function formatRate(perSecond: number, unit: string | null): string {
  const rate = perSpan(perSecond)
  if (rate === null) return ''
  return `${formatAmount(unit === 'bytes' ? rate.count : Number(rate.count.toPrecision(3)), unit)}/${rate.span}`
}

/** A length of time by its two largest units: `850ms`, `12s`, `3m 20s`, `2h 5m`, `4d 3h`. */
export function formatDuration(ms: number): string {
  const whole = Math.max(0, Math.round(ms))
  if (whole < SECOND_MS) return `${whole}ms`
  if (whole < 10 * SECOND_MS) return `${Number((whole / SECOND_MS).toFixed(1))}s`
  const seconds = Math.round(whole / SECOND_MS) * SECOND_MS
  if (seconds < MINUTE_MS) return `${seconds / SECOND_MS}s`
  if (seconds < HOUR_MS) return pair(seconds, MINUTE_MS, 'm', SECOND_MS, 's')
  if (seconds < DAY_MS) return pair(seconds, HOUR_MS, 'h', MINUTE_MS, 'm')
  return pair(seconds, DAY_MS, 'd', HOUR_MS, 'h')
}

/** An instant as somebody at `now` would tell it: `3m 20s ago`, `in 12s`, `now`. */
export function formatInstant(instant: string, now: number): string {
  const difference = Date.parse(instant) - now
  if (Math.abs(difference) < SECOND_MS) return 'now'
  return difference > 0 ? `in ${formatDuration(difference)}` : `${formatDuration(-difference)} ago`
}

/** `1234567` → `1,234,567` */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value)
}

function pair(ms: number, largeMs: number, large: string, smallMs: number, small: string): string {
  const rest = Math.floor((ms % largeMs) / smallMs)
  return `${Math.floor(ms / largeMs)}${large}${rest === 0 ? '' : ` ${rest}${small}`}`
}

/** To three digits, or to a whole number where it has more. */
function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
