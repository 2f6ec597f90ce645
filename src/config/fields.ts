import { z } from 'zod'
import { type Duration, parseDuration } from '../operation/duration.ts'

/**
 * One configuration value: `allowed` says in words what it may be and is the message when it is not.
 * Values come as text (environment, flags) or as JSON values (file), so each field reads both.
 */
function field<T>(allowed: string, read: (value: unknown) => T | undefined) {
  return z.unknown().transform((value, context): T => {
    const result = read(value)
    if (result !== undefined) return result
    context.addIssue({ code: 'custom', message: allowed })
    return z.NEVER
  })
}

export const text = (allowed: string, accept: (value: string) => boolean) =>
  field(allowed, (value) => (typeof value === 'string' && accept(value) ? value : undefined))

export const number = (min: number, max: number) =>
  field(`a number from ${min} to ${max}`, (value) => inRange(toNumber(value), min, max))

export const integer = (min: number, max: number) =>
  field(`a whole number from ${min} to ${max}`, (value) => {
    const result = inRange(toNumber(value), min, max)
    return Number.isInteger(result) ? result : undefined
  })

export const boolean = () =>
  field('true or false', (value) => BOOLEANS.get(typeof value === 'string' ? value.toLowerCase() : value))

export const choice = <const T extends string>(...choices: readonly T[]) =>
  field(`one of ${choices.join(', ')}`, (value) => choices.find((known) => known === value))

/**
 * A length of time in milliseconds. A bare number is seconds, as it always was in `RECOVERY_*`; a number that is not
 * text can only come from a file, where nobody could tell seconds from the library's milliseconds, so it is refused.
 */
export const duration = (min: Duration, max: Duration) =>
  field(`a text such as "500ms", "2s" or "5m" (digits alone are seconds), from ${min} to ${max}`, (value) => {
    if (typeof value !== 'string') return undefined
    return inRange(toMs(value), parseDuration(min, 'min'), parseDuration(max, 'max'))
  })

/** The same; nothing at all where another setting decides. */
export const optionalDuration = (min: Duration, max: Duration) => {
  const stated = duration(min, max)
  return z.unknown().transform((value, context): number | null => {
    if (value === '') return null
    const result = stated.safeParse(value)
    if (result.success) return result.data
    for (const { message } of result.error.issues) context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

/** Several texts: an array, or one text with commas between them. */
export const list = (allowed: string, accept: (item: string) => boolean) =>
  field(allowed, (value) => {
    const items: unknown = typeof value === 'string' ? value.split(',').flatMap((item) => item.trim() || []) : value
    return isTexts(items) && items.every(accept) ? items : undefined
  })

const BOOLEANS = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['1', true],
  [false, false],
  ['false', false],
  ['0', false],
])

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN
}

function toMs(value: string): number {
  const seconds = toNumber(value)
  if (!Number.isNaN(seconds)) return Math.round(seconds * 1000)
  try {
    return parseDuration(value, 'duration')
  } catch {
    return Number.NaN
  }
}

function inRange(value: number, min: number, max: number): number | undefined {
  return value >= min && value <= max ? value : undefined
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
