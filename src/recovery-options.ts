import type { EntityManager } from '@mikro-orm/sqlite'
import type { Log } from './engine/context.ts'
import type { RetentionOptions } from './engine/retention/retention-periods.ts'
import type { Clock, Random } from './operation/clock.ts'
import type { Duration } from './operation/duration.ts'
import type { EncryptionKey } from './operation/encryption-keys.ts'
import { InvalidInputError } from './operation/errors.ts'
import type { NewId } from './operation/ids.ts'
import type { Store } from './operation/store.ts'
import { optionNames, refuseUnknown } from './policy/known-options.ts'
import { POLICY_OPTIONS, type PolicyOptions } from './policy/policy.ts'
import type { NameChoice } from './policy/secret-names.ts'
import type { OwnEntities } from './store/sqlite/own-entities.ts'

/** How `createRecovery` sets up an engine. Everything may be left out. */
export interface RecoveryOptions {
  /** `'sqlite:PATH'`, `'memory:'`, or a store of your own. Default `'sqlite:./data/recovery.db'`. */
  readonly store?: string | Store
  /** Entities of your own that live in the same SQLite file, for `ctx.transaction`. */
  readonly entities?: OwnEntities
  /**
   * Makes the tables of those entities (`create table if not exists …`, or migrations of your own). Called in one
   * transaction each time the store is opened, before anything else. It has 30 s.
   */
  readonly prepare?: (entityManager: EntityManager) => Promise<void>
  /** What SQLite waits for: `'normal'` survives the death of the process, `'full'` a loss of power too. Default `'normal'`. */
  readonly synchronous?: 'normal' | 'full'
  /**
   * Encrypts, with AES-256-GCM, what operations are given, answer, remember and fail with, in the database file:
   * `'<id>:<32 bytes in base64>'`, or keys with their ids. The first encrypts, all decrypt: to change the key, put a new one
   * in front. What was stored before stays plain and readable until it is deleted; `VACUUM` of the stopped store's file takes
   * away what earlier deletions left in it. Not encrypted: ids, names of functions and steps, idempotency keys, metadata, times,
   * states, categories. The store `'memory:'` keeps nothing, so it encrypts nothing.
   */
  readonly encryption?: string | readonly EncryptionKey[]
  /**
   * Names whose values are shown by servers and logged as `[redacted]`, beside the well-known ones of secrets (`password`,
   * `*token`, …), and names whose values are shown although they look so; `*` stands for any letters and digits. Metadata is
   * redacted before it is stored. Functions, and callers of this library, are given the real input and result.
   */
  readonly redact?: NameChoice
  /** The policy of functions that say nothing else. Default: 3 retries, after waits that suit the error's category. */
  readonly defaults?: PolicyOptions
  /** False lets calls of wrapped functions through unchanged. Default: what RECOVERY_ENABLED says, else true. */
  readonly enabled?: boolean
  /** Attempts that run at once, 1 to 10,000. Default 64. */
  readonly concurrency?: number
  /** How long a function may go on after its signal before its slot is taken from it. Default 30 s. */
  readonly abortGrace?: Duration
  /**
   * For how long finished operations (all, or by the state they ended in) and entries of the event log are kept; null: for
   * ever. Default 30 and 7 days. What is past its time is deleted by operations of the function `retention.sweep`.
   */
  readonly retention?: RetentionOptions
  /** Where the engine tells of trouble; a pino logger fits. Default: nowhere. */
  readonly log?: Log
  /** False leaves it to you to call `open()` once your functions are defined. Default true. */
  readonly open?: boolean
  /** For tests: your own time, randomness and ids. */
  readonly clock?: Clock
  readonly random?: Random
  readonly newId?: NewId
}

const OPTIONS = optionNames<RecoveryOptions>({
  store: true,
  entities: true,
  prepare: true,
  synchronous: true,
  encryption: true,
  redact: true,
  defaults: true,
  enabled: true,
  concurrency: true,
  abortGrace: true,
  retention: true,
  log: true,
  open: true,
  clock: true,
  random: true,
  newId: true,
})

/** @throws InvalidInputError naming the option that nobody knows, or that is none of what it may be */
export function checkOptions(options: RecoveryOptions): void {
  refuseUnknown(options, OPTIONS)
  const { defaults, enabled, synchronous } = options
  if (defaults !== undefined) refuseUnknown(defaults, Object.keys(POLICY_OPTIONS), 'defaults')
  if (enabled !== undefined && typeof enabled !== 'boolean') {
    throw new InvalidInputError(`enabled is ${JSON.stringify(enabled)}; use true or false`, { field: 'enabled' })
  }
  if (synchronous !== undefined && synchronous !== 'normal' && synchronous !== 'full') {
    throw new InvalidInputError(`synchronous is ${JSON.stringify(synchronous)}; use "normal" or "full"`, { field: 'synchronous' })
  }
}
