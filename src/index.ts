import { createRequire } from 'node:module'
import process from 'node:process'
import type { Log } from './engine/context.ts'
import { LocalDispatcher } from './engine/local-dispatcher.ts'
import { Recovery } from './engine/recovery.ts'
import { redactedLog } from './engine/redacted-log.ts'
import { retentionPeriods } from './engine/retention/retention-periods.ts'
import { createNewId, createSystemClock, ProcessHold, systemRandom } from './engine/system.ts'
import { withinLimit } from './engine/within-limit.ts'
import { standaloneCommons } from './engine/wrapping/commons.ts'
import { createRecoverable, type Recoverable } from './engine/wrapping/recoverable.ts'
import { TimerWheel } from './engine/wrapping/timer-wheel.ts'
import type { Clock, Random } from './operation/clock.ts'
import { parseDuration } from './operation/duration.ts'
import { DataDamagedError } from './operation/errors.ts'
import { TransactionTimeoutError } from './operation/function-errors.ts'
import type { Store } from './operation/store.ts'
import { inRange } from './policy/checks.ts'
import { LIBRARY_DEFAULTS, resolvePolicy } from './policy/policy.ts'
import { Redaction } from './policy/redaction.ts'
import { checkOptions, type RecoveryOptions } from './recovery-options.ts'
import { openStore } from './store/open-store.ts'

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
export type { RecoveryOptions } from './recovery-options.ts'
