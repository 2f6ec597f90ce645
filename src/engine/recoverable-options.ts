import type { FunctionOptions } from './options.ts'
import type { Recovery } from './recovery.ts'

/**
 * What becomes of a call that a crash interrupts.
 * `always`: durable before its first attempt. `on-failure`: written at its first failure, step or state; a call that
 * succeeds at once writes nothing. `never`: retried in memory only.
 */
export type Persistence = 'always' | 'on-failure' | 'never'

/**
 * How a function is wrapped. Absent policy options take the defaults of the Recovery, or the library's; but it has a
 * circuit breaker only when `circuitBreaker` is given. A call in memory is refused while that is open unless its
 * `whenOpen` is `wait`; `concurrency` limits durable attempts only.
 */
export interface RecoverableOptions<A extends readonly unknown[] = readonly never[]> extends FunctionOptions {
  /** Stored with each durable call, for ever: choose it slowly, never change it. Default: the function's own name. */
  readonly name?: string
  /** Makes calls durable and visible. Absent: they are retried in memory. */
  readonly recovery?: Recovery
  /** Default: `on-failure` with a Recovery, else `never`. */
  readonly persistence?: Persistence
  /**
   * For a gradual rollout: false (or answering false) lets a call through unchanged: one call, the original error, no
   * record. Default: what `createRecovery` or the environment variable RECOVERY_ENABLED says, else true.
   */
  readonly enabled?: boolean | (() => boolean)
  /** The caller's signal: aborting it ends a wait between attempts at once, and the attempt's own signal follows it. */
  readonly signal?: AbortSignal | ((...args: A) => AbortSignal | null | undefined)
}

/**
 * How a method is decorated. A durable one needs a `name`, and its instance `recovery.register(instance)`; with
 * `recovery` here, the first call of an instance registers it.
 */
export type DecoratorOptions = RecoverableOptions
