import type { ErrorKindName } from '../../../src/policy/error-kinds.ts'

/** A real error: how to make it happen, and what it must be recognized by and taken for. */
export interface Provoked {
  /** What `classify` says that it decided by. */
  readonly signal: string
  readonly how: string
  readonly kind: ErrorKindName
  /** Resolves with what was thrown. */
  readonly provoke: () => Promise<unknown>
}

/** What the work throws. */
export async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

/** A row of a list of provoked errors. */
export function provoked(signal: string, kind: ErrorKindName, how: string, work: () => unknown): Provoked {
  return { signal, how, kind, provoke: () => thrownBy(work) }
}
