import type { Clock, Random } from '../../operation/clock.ts'
import type { NewId } from '../../operation/ids.ts'
import type { WhenOpen } from '../../policy/breaker-settings.ts'
import type { Policy } from '../../policy/policy.ts'
import type { FunctionRules } from '../attempt/function-rules.ts'
import type { Log } from '../context.ts'
import type { Commons, Share } from './commons.ts'
import type { Keeper } from './keeper.ts'
import type { RecoverableOptions } from './recoverable-options.ts'
import type { TimerWheel } from './timer-wheel.ts'

/** What calls of wrapped functions need, with a Recovery or without one. */
export interface LightRuntime {
  readonly clock: Clock
  readonly random: Random
  readonly newId: NewId
  readonly wheel: TimerWheel
  readonly commons: Commons
  readonly log: Log
  /** The policy of functions that say nothing else. */
  readonly defaults: Policy
  /** Whether wrapped functions that do not say are wrapped at all (`RECOVERY_ENABLED`). */
  readonly enabled: boolean
}

/** The original function, called with its caller's `this` and arguments. */
export type Original = (this: unknown, ...args: unknown[]) => unknown

/** Finds the signal of one call: the caller aborts it to take the call back. */
export type FindSignal = (args: unknown[]) => AbortSignal | null

/** A function that is being wrapped: what is known of it before anybody keeps its calls. */
export interface Wrapping {
  readonly name: string
  readonly original: Original
  readonly options: RecoverableOptions
  readonly policy: Policy
  readonly rules: FunctionRules
  readonly runtime: LightRuntime
  readonly findSignal: FindSignal | null
}

/** A function that was wrapped: what all its calls share. */
export interface Wrapped extends Wrapping, Share {
  /** What a call does that the breaker refuses. */
  readonly whenOpen: WhenOpen
  /** Makes calls durable; null: they stay in memory. */
  readonly keeper: Keeper | null
  /** Whether somebody needs to know when attempts begin. */
  readonly timed: boolean
  /** Attempts that may still be followed although nobody asked for `currentOperation()`. */
  followed: number
  /** Whether its strategy was found at fault, and the log was told. */
  strategyAtFault: boolean
  /** Calls that succeeded without being written, since the last flush. */
  lightSuccesses: number
}
