const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }
const SPAN = /^([1-9]\d{0,5})([mhd])$/

/** Whether a text is a span of time such as `30m`, `24h` or `7d`. */
export function isSpan(text: string): boolean {
  return SPAN.test(text)
}

/** The length of a span in milliseconds; 0 of a text that is none. */
export function spanMs(text: string): number {
  const [, count = '0', unit = 'm'] = SPAN.exec(text) ?? []
  return Number(count) * (UNITS[unit] ?? 0)
}

/** Whether a text is an instant that the server understands, and not a date without a time or in words. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
}
