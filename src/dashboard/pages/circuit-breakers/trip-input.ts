import { readDuration } from '../../text/duration-input.ts'

/** For how long a breaker is tripped. */
export const TRIP_SPANS = [
  { value: 'reset', label: 'Until it is reset' },
  { value: '5m', label: '5 minutes' },
  { value: '1h', label: '1 hour' },
  { value: 'other', label: 'Another time' },
] as const
export type TripSpan = (typeof TRIP_SPANS)[number]['value']

const MAX_MS = 3650 * 86_400_000

/** Milliseconds, null until it is reset, or what is wrong with what was typed. */
export function tripDuration(span: TripSpan, typed: string): { readonly ms: number | null } | { readonly wrong: string } {
  if (span === 'reset') return { ms: null }
  const ms = readDuration(span === 'other' ? typed : span)
  if (ms === null) return { wrong: 'Write a length of time with its unit, such as 30 s, 15 min or 2 h.' }
  return ms < 1 || ms > MAX_MS ? { wrong: 'Use a time from 1 ms to 3650 days.' } : { ms }
}
