import { readDuration } from '../../text/duration-input.ts'
import { countText } from '../../text/numbers.ts'

/** What was typed for an option of a run: its value, or why it has none. */
export type Option = { readonly value: number; readonly fault: null } | { readonly value: null; readonly fault: string }

const SHORTEST_MS = 100
const LONGEST_MS = 300_000

/** How long a run may take, in milliseconds. */
export function readRunDuration(text: string): Option {
  const value = readDuration(text)
  if (value === null) return { value, fault: 'Enter a length of time with its unit, such as 10 s or 1 min.' }
  if (value < SHORTEST_MS || value > LONGEST_MS) return { value: null, fault: 'It must be from 0.1 s to 5 min.' }
  return { value, fault: null }
}

/** A whole number from 1 to `max`. */
export function readRunCount(text: string, max: number): Option {
  const typed = text.trim()
  if (!/^\d+$/.test(typed)) return { value: null, fault: 'Enter a whole number.' }
  const value = Number(typed)
  return value >= 1 && value <= max ? { value, fault: null } : { value: null, fault: `It must be from 1 to ${countText(max)}.` }
}
