/** How far the charts and the figures of a time reach back, and how long the spans are that they count in. */
export interface OverviewWindow {
  /** As the address has it, `?window=1h`, and the button that chooses it. */
  readonly name: string
  /** In a sentence, after `in`. */
  readonly inWords: string
  readonly windowMs: number
  readonly spanMs: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Spans are lengths that clocks are read in, at most 120 of them, the first one begins before the window. */
export const WINDOWS: readonly OverviewWindow[] = [
  { name: '15m', inWords: 'the last 15 minutes', windowMs: 15 * MINUTE, spanMs: MINUTE / 6 },
  { name: '1h', inWords: 'the last hour', windowMs: HOUR, spanMs: MINUTE },
  { name: '6h', inWords: 'the last 6 hours', windowMs: 6 * HOUR, spanMs: 5 * MINUTE },
  { name: '24h', inWords: 'the last 24 hours', windowMs: DAY, spanMs: 15 * MINUTE },
  { name: '7d', inWords: 'the last 7 days', windowMs: 7 * DAY, spanMs: 2 * HOUR },
]

const DEFAULT_NAME = '1h'

/** The window that an address names; an hour where it names none that we know. */
export function windowNamed(name: string | undefined): OverviewWindow {
  const found = WINDOWS.find((one) => one.name === name) ?? WINDOWS.find((one) => one.name === DEFAULT_NAME)
  return found as OverviewWindow
}

/** The address of the overview with a window. */
export function windowHref({ name }: OverviewWindow): string {
  return name === DEFAULT_NAME ? '/' : `/?window=${name}`
}
