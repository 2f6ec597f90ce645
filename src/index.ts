import { createRequire } from 'node:module'
import process from 'node:process'
import type { EntityManager } from '@mikro-orm/sqlite'
import type { Log } from './engine/context.ts'
import { LocalDispatcher } from './engine/local-dispatcher.ts'
import { Recovery } from './engine/recovery.ts'
import { redactedLog } from './engine/redacted-log.ts'
import { type RetentionOptions, retentionPeriods } from './engine/retention/retention-periods.ts'
import { createNewId, createSystemClock, ProcessHold, systemRandom } from './engine/system.ts'
import { withinLimit } from './engine/within-limit.ts'
import { standaloneCommons } from './engine/wrapping/commons.ts'
import { createRecoverable, type Recoverable } from './engine/wrapping/recoverable.ts'
import { TimerWheel } from './engine/wrapping/timer-wheel.ts'
import type { Clock, Random } from './operation/clock.ts'
import { type Duration, parseDuration } from './operation/duration.ts'
import type { EncryptionKey } from './operation/encryption-keys.ts'
import { DataDamagedError, InvalidInputError } from './operation/errors.ts'
import { TransactionTimeoutError } from './operation/function-errors.ts'
import type { NewId } from './operation/ids.ts'
import type { Store } from './operation/store.ts'
import { inRange } from './policy/checks.ts'
import { optionNames, refuseUnknown } from './policy/known-options.ts'
import { LIBRARY_DEFAULTS, POLICY_OPTIONS, type PolicyOptions, resolvePolicy } from './policy/policy.ts'
import { Redaction } from './policy/redaction.ts'
import type { NameChoice } from './policy/secret-names.ts'
import { openStore } from './store/open-store.ts'
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

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }
const silent = () => undefined
const SILENT: Log = { debug: silent, info: silent, warn: silent, error: silent }
/** Whether functions are wrapped at all: read once, so that a process does not change its mind midway. */
const ENABLED = !['false', '0'].includes(process.env.RECOVERY_ENABLED?.trim().toLowerCase() ?? '')
const PREPARE_LIMIT_MS = 30_000

/**
 * Wraps a function so that its failures are retried, or decorates a method: `recoverable(fn, options)`, `@recoverable`,
 * `@recoverable(options)`. Needs no server, no store and no Recovery; with one, its calls can be made durable.
 *
 * @example
 * const load = recoverable(async (url: string) => (await fetch(url)).json(), { maxRetries: 5, timeout: '10s' })
 */
export const recoverable: Recoverable = createRecoverable(standaloneRuntime())

function standaloneRuntime() {
  const clock = createSystemClock()
  const wheel = new TimerWheel(clock, new ProcessHold())
  const newId = createNewId(clock)
  const parts = { clock, wheel, newId, commons: standaloneCommons(clock, newId), random: systemRandom, log: SILENT }
  return { ...parts, defaults: LIBRARY_DEFAULTS, enabled: ENABLED }
}

/**
 * Opens the store and answers the engine, ready for `define`, `start` and `run`.
 *
 * @throws InvalidInputError when an option is out of its range; StoreUnavailableError when the store cannot be opened, such
 *   as with the wrong encryption key
 * @example
 * const recovery = await createRecovery({ store: 'sqlite:recovery.db' })
 * const greet = recovery.define('greet', async (name: string) => `Hello, ${name}`)
 * console.log(await greet.run('Ada'))
 * await recovery.stop()
 */
export async function createRecovery(options: RecoveryOptions = {}): Promise<Recovery> {
  checkOptions(options)
  const clock = options.clock ?? createSystemClock()
  const newId = options.newId ?? createNewId(clock)
  const redaction = new Redaction(options.redact)
  // Nobody reads a silent log: looking for secrets in it would only cost time.
  const log = options.log === undefined ? SILENT : redactedLog(options.log, redaction)
  const settings = {
    clock,
    newId,
    log,
    redaction,
    random: options.random ?? systemRandom,
    defaults: resolvePolicy(options.defaults ?? {}, LIBRARY_DEFAULTS),
    enabled: options.enabled ?? ENABLED,
    concurrency: inRange(options.concurrency, 'concurrency', 1, 10_000, 64),
    abortGraceMs: parseDuration(options.abortGrace ?? '30s', 'abortGrace'),
    retention: retentionPeriods(options.retention),
    server: newId('srv'),
    version,
    startedAt: clock.now(),
  }
  const store = await openOwnStore(options, settings)
  const recovery = new Recovery({ ...settings, store, dispatcher: new LocalDispatcher(store, clock, newId) })
  if (options.open !== false) await recovery.open()
  return recovery
}

/** @throws InvalidInputError naming the option that nobody knows, or that is none of what it may be */
function checkOptions(options: RecoveryOptions): void {
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

/** Nobody else writes meanwhile, and it may wait for itself. */
function limited(prepare: NonNullable<RecoveryOptions['prepare']>, clock: Clock): typeof prepare {
  const late = () => new TransactionTimeoutError('prepare', PREPARE_LIMIT_MS)
  return (entityManager) => withinLimit(clock, PREPARE_LIMIT_MS, async () => prepare(entityManager), late)
}

function openOwnStore(
  options: RecoveryOptions,
  { random, clock, log }: { random: Random; clock: Clock; log: Log },
): Promise<Store> {
  const { prepare } = options
  const onError = (error: unknown) => {
    const isDamaged = error instanceof DataDamagedError
    log.error({ err: error }, isDamaged ? 'Something stored cannot be read and is left alone' : 'A listener of the store failed')
  }
  return openStore({ ...options, ...(prepare !== undefined && { prepare: limited(prepare, clock) }) }, { random, onError })
}

export type { RetryContext } from './engine/attempt/function-rules.ts'
export type { BreakerControlOptions, BreakerControls, TripOptions } from './engine/breakers/breaker-controls.ts'
export type { BreakerInfo } from './engine/breakers/breaker-info.ts'
export type { BulkSkip } from './engine/bulk/bulk-action.ts'
export type { BulkControls, BulkResult } from './engine/bulk/bulk-controls.ts'
export type { BulkCancelOptions, BulkOptions, BulkRetryOptions } from './engine/bulk/bulk-options.ts'
export type { Context, Log, Work } from './engine/context.ts'
export type { BreakerUpdate, BreakerWatchOptions, OperationUpdate, WatchOptions } from './engine/events/updates.ts'
export type { Handle } from './engine/handle.ts'
export type { FunctionOptions, StartOptions } from './engine/options.ts'
export type { RecoverableFunction } from './engine/recoverable-function.ts'
export type { Recovery } from './engine/recovery.ts'
export type { StandardSchema } from './engine/standard-schema.ts'
export { currentOperation } from './engine/wrapping/current-operation.ts'
export type { Recoverable, RecoverableDecorator } from './engine/wrapping/recoverable.ts'
export type { DecoratorOptions, Persistence, RecoverableOptions } from './engine/wrapping/recoverable-options.ts'
export type { Clock, Random, Timer } from './operation/clock.ts'
export type { Duration } from './operation/duration.ts'
export type { EncryptionKey } from './operation/encryption-keys.ts'
export {
  AttemptStoppedError,
  CircuitOpenError,
  CursorExpiredError,
  DataDamagedError,
  DuplicateOperationError,
  type ErrorCode,
  InvalidInputError,
  InvalidTransitionError,
  NeedsForceError,
  NotFoundError,
  OperationCancelledError,
  OperationEndedError,
  OperationExhaustedError,
  OperationFailedError,
  OperationTimeoutError,
  OverloadedError,
  RecoveryError,
  StoreUnavailableError,
  UnknownFunctionError,
} from './operation/errors.ts'
export type { StoredEvent } from './operation/event.ts'
export { ResultRefusedError, StepOrderError, TransactionTimeoutError } from './operation/function-errors.ts'
export type { Json, JsonObject } from './operation/json.ts'
export type { Operation } from './operation/operation.ts'
export type { ErrorCategory, ErrorSeverity, OperationError } from './operation/operation-error.ts'
export type { Progress } from './operation/progress.ts'
export type { OperationFilter } from './operation/query.ts'
export type { OperationAction, OperationState } from './operation/state.ts'
export type { Store } from './operation/store.ts'
export { availableActions } from './operation/transition.ts'
export type { CircuitBreakerOptions } from './policy/breaker-settings.ts'
export type { BudgetOptions } from './policy/budget.ts'
export type { Classified, Classifier, ClassifyContext } from './policy/classifier.ts'
export { custom } from './policy/custom.ts'
export { decorrelated } from './policy/decorrelated.ts'
export type { DelayOptions } from './policy/delays.ts'
export type { BreakerOutcome } from './policy/error-kinds.ts'
export { exponential } from './policy/exponential.ts'
export { fibonacci } from './policy/fibonacci.ts'
export { fixed } from './policy/fixed.ts'
export type { Jitter } from './policy/jitter.ts'
export { learned } from './policy/learned.ts'
export { type LinearOptions, linear } from './policy/linear.ts'
export { type ErrorPattern, patterns } from './policy/patterns.ts'
export type { PolicyOptions } from './policy/policy.ts'
export type { StrategyName } from './policy/policy-strategy.ts'
export type { DelayInput, Strategy } from './policy/strategy.ts'
export type { Verdict } from './policy/verdict.ts'
