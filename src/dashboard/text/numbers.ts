const COUNT = new Intl.NumberFormat('en-US')
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 })
const SIZES = ['B', 'KB', 'MB', 'GB', 'TB'] as const
const SIZE_STEP = 1024

/** `12,345`. */
export function countText(count: number): string {
  return COUNT.format(count)
}

/** `12.3K`, where there is little room. */
export function shortCountText(count: number): string {
  return COMPACT.format(count)
}

/** `3 operations`, `1 operation`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}

/** `45.0%` of a part from 0 to 1. */
export function percentText(part: number): string {
  return `${(part * 100).toFixed(1)}%`
}

/** `3.91 GB`: units of 1024, as the old dashboard wrote them. */
export function bytesText(bytes: number): string {
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= SIZE_STEP && unit < SIZES.length - 1) {
    value /= SIZE_STEP
    unit++
  }
  return unit === 0 ? `${Math.round(value)} B` : `${value.toFixed(2)} ${SIZES[unit]}`
}
