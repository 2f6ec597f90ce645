import type { Caller } from '../../operation/caller.ts'

/** A caller who was let in. */
export interface Identity {
  readonly caller: Caller
  /** When the token ends, in milliseconds since the epoch; null when it does not. */
  readonly expiresAt: number | null
  /** Whose requests are counted together: those of a name, or of an address when there are no names. */
  readonly countedAs: string
}
