import { LONGEST_MS, type Typed, typedDuration } from '../../text/typed-values.ts'

/** For how long a breaker is tripped. */
export const TRIP_SPANS = [
  { value: 'reset', label: 'Until it is reset' },
  { value: '5m', label: '5 minutes' },
  { value: '1h', label: '1 hour' },
  { value: 'other', label: 'Another time' },
] as const
export type TripSpan = (typeof TRIP_SPANS)[number]['value']

/** Milliseconds, null until it is reset, or what is wrong with what was typed. */
export function tripDuration(span: TripSpan, typed: string): Typed | { readonly value: null; readonly fault: null } {
  if (span === 'reset') return { value: null, fault: null }
  return typedDuration(span === 'other' ? typed : span, { min: 1, max: LONGEST_MS })
}
