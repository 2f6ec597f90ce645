// Lengths of time as people type them: `2s`, `2 s`, `5 min`, `1 h 30 min`, `30 days`.

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const WORDS: Readonly<Record<string, string>> = {
  millisecond: 'ms',
  milliseconds: 'ms',
  sec: 's',
  second: 's',
  seconds: 's',
  min: 'm',
  minute: 'm',
  minutes: 'm',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
}

const PART = /(\d+(?:\.\d+)?)\s*([a-z]+)\s*/gy
// Where parts of a millisecond are lost in the arithmetic of decimals.
const PRECISION = 1e6

/** Milliseconds of what was typed; null when it is no length of time. A number needs its unit, but for 0. */
export function readDuration(text: string): number | null {
  const typed = text.trim().toLowerCase()
  if (/^0+(?:\.0+)?$/.test(typed)) return 0
  let ms = 0
  let end = 0
  for (const [part, count, word = ''] of typed.matchAll(PART)) {
    const unit = UNITS[Object.hasOwn(WORDS, word) ? (WORDS[word] as string) : word]
    if (unit === undefined) return null
    ms += Number(count) * unit
    end += part.length
  }
  return end === typed.length && end > 0 && Number.isFinite(ms) ? Math.round(ms * PRECISION) / PRECISION : null
}

/** The same length in short, and in full: `250ms`, `2.5s`, `1h 30m`, `30d`. */
export function writeDuration(ms: number): string {
  if (ms < 1000) return ms === 0 ? '0s' : `${ms}ms`
  const days = Math.floor(ms / 86_400_000)
  const hours = Math.floor((ms % 86_400_000) / 3_600_000)
  const minutes = Math.floor((ms % 3_600_000) / 60_000)
  const seconds = Math.round((ms % 60_000) * PRECISION) / PRECISION / 1000
  const parts = [days > 0 && `${days}d`, hours > 0 && `${hours}h`, minutes > 0 && `${minutes}m`, seconds > 0 && `${seconds}s`]
  return parts.filter((part) => part !== false).join(' ')
}
