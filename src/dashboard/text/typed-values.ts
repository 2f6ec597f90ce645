import { readDuration, writeDuration } from './duration-input.ts'
import { countText } from './numbers.ts'

/** What a person typed: its value, or what is wrong with it. */
export type Typed = { readonly value: number; readonly fault: null } | { readonly value: null; readonly fault: string }

export interface Range {
  readonly min: number
  readonly max: number
}

/** The longest time that the server takes. */
export const LONGEST_MS = 3650 * 86_400_000

export const NO_DURATION = 'Enter a length of time with its unit, such as 30s, 15m or 2h.'

/** Reads a length of time, in milliseconds. */
export function typedDuration(text: string, { min, max }: Range): Typed {
  const value = readDuration(text)
  if (value === null) return { value, fault: NO_DURATION }
  if (value >= min && value <= max) return { value, fault: null }
  return { value: null, fault: `It must be from ${writeDuration(min)} to ${writeDuration(max)}.` }
}

/** Reads a whole number. */
export function typedWhole(text: string, { min, max }: Range): Typed {
  const value = /^\s*[+-]?\d{1,15}\s*$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return { value, fault: null }
  return { value: null, fault: `Enter a whole number from ${countText(min)} to ${countText(max)}.` }
}
