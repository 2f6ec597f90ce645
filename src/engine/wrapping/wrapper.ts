import { InvalidInputError } from '../../operation/errors.ts'
import { copyJson, toJson } from '../../operation/json.ts'
import { refuseUnknown } from '../../policy/known-options.ts'
import { resolvePolicy } from '../../policy/policy.ts'
import { isStrayPromise } from '../../policy/stray-promise.ts'
import { rulesOf } from '../attempt/function-rules.ts'
import { shareOf } from './commons.ts'
import type { Keeper } from './keeper.ts'
import { LightCall } from './light-call.ts'
import { type Persistence, RECOVERABLE_OPTIONS, type RecoverableOptions } from './recoverable-options.ts'
import type { FindSignal, LightRuntime, Original, Wrapped, Wrapping } from './wrapped.ts'
import type { Home } from './wrapping-home.ts'

/** Calls that are followed by `currentOperation()` before it is taken that nobody asks. */
const FOLLOWED_CALLS = 1000
const PERSISTENCE: readonly Persistence[] = ['always', 'on-failure', 'never']

/** A wrapped function before its caller's types are given back to it. */
export type Wrapper = (this: unknown, ...args: unknown[]) => Promise<unknown>

/** A function on its way to being wrapped. */
export interface Described {
  readonly original: Original
  readonly name: string
  readonly options: RecoverableOptions
  readonly persistence: Persistence
}

/**
 * The wrapper of a function.
 *
 * @param define registers it with its Recovery and answers who keeps its calls; null: they stay in memory
 * @throws InvalidInputError naming the option that is out of its range
 */
export function wrapperOf(described: Described, runtime: LightRuntime, define: ((wrapping: Wrapping) => Keeper) | null): Wrapper {
  const { original, options, persistence } = described
  const wrapped = wrap(described, runtime, define)
  const { keeper } = wrapped
  const wrapper = keeper !== null && persistence === 'always' ? durableWrapper(wrapped, keeper) : lightWrapper(wrapped)
  return dressed(switched(options.enabled ?? runtime.enabled, original, wrapper), original)
}

function wrap(
  { original, name, options }: Described,
  runtime: LightRuntime,
  define: ((wrapping: Wrapping) => Keeper) | null,
): Wrapped {
  // Only who asks for a breaker has one: nobody expects a mere retry to refuse calls.
  const { circuitBreaker = false } = options
  refuseInputScope(circuitBreaker)
  const policy = resolvePolicy({ ...options, circuitBreaker }, runtime.defaults)
  const rules = rulesOf(options, constant)
  const wrapping = { name, original, options, policy, rules, runtime, findSignal: signalFinder(options.signal) }
  const keeper = define === null ? null : define(wrapping)
  const isKnown = define !== null || (runtime.commons.named && options.name !== undefined)
  const share = shareOf(runtime.commons, { name, isKnown, policy }, runtime)
  return {
    ...wrapping,
    ...share,
    whenOpen: circuitBreaker === false ? 'fail' : (circuitBreaker.whenOpen ?? 'fail'),
    keeper,
    timed: keeper !== null || policy.deadlineMs !== null || (share.breaker?.settings.slowCallMs ?? null) !== null,
    followed: FOLLOWED_CALLS,
    strategyAtFault: false,
    lightSuccesses: 0,
  }
}

/** A fallback that is a value: JSON is copied, so that what one caller makes of it is not the next one's. */
function constant(fallback: unknown): () => unknown {
  try {
    const value = copyJson(toJson(fallback, 'fallback'))
    return () => copyJson(value)
  } catch {
    return () => fallback
  }
}

function lightWrapper(wrapped: Wrapped): Wrapper {
  return function (...args) {
    return new Promise((resolve, reject) => new LightCall(wrapped, this, args, resolve, reject).begin())
  }
}

function durableWrapper(wrapped: Wrapped, keeper: Keeper): Wrapper {
  return async function (...args) {
    return keeper.start(wrapped, this, args, wrapped.findSignal === null ? null : wrapped.findSignal(args))
  }
}

/** What becomes of calls that a crash interrupts. @throws InvalidInputError when they are to be durable and nobody keeps them */
export function persistenceOf({ persistence }: RecoverableOptions, home: Home | null): Persistence {
  const chosen = checkPersistence(persistence ?? (home === null ? 'never' : 'on-failure'))
  if (chosen === 'never' || home !== null) return chosen
  throw new InvalidInputError(`persistence "${chosen}" needs a Recovery: give it as \`recovery\``, { field: 'persistence' })
}

/** @throws InvalidInputError when it is none of the three */
export function checkPersistence(persistence: Persistence): Persistence {
  if (PERSISTENCE.includes(persistence)) return persistence
  throw new InvalidInputError(`persistence is ${String(persistence)}; use "always", "on-failure" or "never"`, {
    field: 'persistence',
  })
}

/** @throws InvalidInputError when they are no options at all */
export function checkOptions(options: unknown): RecoverableOptions {
  if (options === undefined) return {}
  if (typeof options === 'object' && options !== null) {
    refuseUnknown(options, RECOVERABLE_OPTIONS)
    return checkEnabled(withoutInput(options))
  }
  throw new InvalidInputError('recoverable takes a function and options, or options alone as a decorator', { field: 'options' })
}

function withoutInput(options: RecoverableOptions): RecoverableOptions {
  if (options.input === undefined) return options
  throw new InvalidInputError('input is for functions of one input: a wrapped function checks its own arguments', {
    field: 'input',
  })
}

function checkEnabled(options: RecoverableOptions): RecoverableOptions {
  const { enabled } = options
  if (enabled === undefined || typeof enabled === 'boolean' || typeof enabled === 'function') return options
  throw new InvalidInputError(`enabled is ${JSON.stringify(enabled)}; use true, false or a function`, { field: 'enabled' })
}

/** Lets calls through unchanged while `enabled` says so; one that throws, or answers a promise, counts as enabled. */
function switched(enabled: boolean | (() => boolean), original: Original, wrapper: Wrapper): Wrapper {
  if (enabled === true) return wrapper
  const passThrough: Wrapper = async function (...args) {
    return original.apply(this, args)
  }
  if (typeof enabled !== 'function') return passThrough
  return function (...args) {
    return isOff(enabled) ? passThrough.apply(this, args) : wrapper.apply(this, args)
  }
}

function isOff(enabled: () => boolean): boolean {
  try {
    const answer: unknown = enabled()
    return !isStrayPromise(answer) && answer === false
  } catch {
    return false
  }
}

/** The name and the number of parameters of the original, for whoever looks. */
export function dressed(wrapper: Wrapper, original: Original): Wrapper {
  Object.defineProperty(wrapper, 'name', { value: original.name, configurable: true })
  Object.defineProperty(wrapper, 'length', { value: original.length, configurable: true })
  return wrapper
}

function signalFinder(signal: RecoverableOptions['signal']): FindSignal | null {
  if (signal === undefined) return null
  if (signal instanceof AbortSignal) return () => signal
  if (typeof signal !== 'function')
    throw new InvalidInputError('signal must be an AbortSignal or a function that answers one', { field: 'signal' })
  const find = signal as (...args: unknown[]) => unknown
  return (args) => {
    try {
      const found = find(...args)
      return isStrayPromise(found) || !(found instanceof AbortSignal) ? null : found
    } catch {
      // Whoever finds no signal runs without one: a call is worth more than the way to take it back.
      return null
    }
  }
}

/** Its calls have arguments, not an input. */
function refuseInputScope(circuitBreaker: RecoverableOptions['circuitBreaker']): void {
  if (typeof circuitBreaker !== 'object' || typeof circuitBreaker?.scope !== 'function') return
  throw new InvalidInputError('circuitBreaker.scope of a wrapped function is a text', { field: 'circuitBreaker.scope' })
}
