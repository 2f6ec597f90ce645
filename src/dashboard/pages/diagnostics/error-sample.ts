import type { ErrorSample } from '../../gql/graphql.ts'

/** What a person typed of an error. */
export interface ErrorTyped {
  readonly message: string
  readonly name: string
  readonly code: string
  readonly status: string
}

interface Read {
  /** null while nothing is typed, or something cannot be used. */
  readonly sample: ErrorSample | null
  readonly faults: Readonly<Partial<Record<keyof ErrorTyped, string>>>
}

export const NOTHING_TYPED: ErrorTyped = { message: '', name: '', code: '', status: '' }

/** The error that was typed. */
export function sampleOf({ status, ...texts }: ErrorTyped): Read {
  const typed = Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()] as const]))
  const digits = status.trim()
  if (digits !== '' && !/^[1-5]\d\d$/.test(digits)) {
    return { sample: null, faults: { status: 'An HTTP status goes from 100 to 599.' } }
  }
  if (digits === '' && typed.length === 0) return { sample: null, faults: {} }
  return { sample: { ...Object.fromEntries(typed), ...(digits !== '' && { status: Number(digits) }) }, faults: {} }
}
