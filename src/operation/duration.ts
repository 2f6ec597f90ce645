import { InvalidInputError } from './errors.ts'

/** A length of time: milliseconds as a number, or text such as `'250ms'`, `'30s'`, `'5m'`, `'2h'`, `'7d'`. */
export type Duration = number | string

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const TEXT = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/

/** The longest duration accepted: 3650 days. Longer ones are almost always a unit mistaken for another. */
export const MAX_DURATION_MS = 3650 * 86_400_000

/**
 * Milliseconds of a duration, from 0 to `MAX_DURATION_MS`.
 *
 * @param name the option's name, for the message
 * @throws InvalidInputError when it is negative, not finite, too long or text of another form
 * @example parseDuration('1.5s', 'timeout') // 1500
 */
export function parseDuration(value: Duration, name: string): number {
  const ms = typeof value === 'number' ? value : parseText(value)
  if (!Number.isFinite(ms) || ms < 0 || ms > MAX_DURATION_MS) {
    throw new InvalidInputError(
      `${name} is ${typeof value === 'string' ? JSON.stringify(value) : String(value)}; use milliseconds from 0 to ${MAX_DURATION_MS} or text such as "30s", "5m", "2h"`,
      { field: name },
    )
  }
  return ms
}

function parseText(text: unknown): number {
  const match = typeof text === 'string' ? TEXT.exec(text.trim()) : null
  if (match === null) return Number.NaN
  return Number(match[1]) * (UNIT_MS[match[2] as string] as number)
}
