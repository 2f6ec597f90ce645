import type { Json } from '../../operation/json.ts'
import { optionNames } from '../../policy/known-options.ts'
import type { RetryContext } from '../attempt/function-rules.ts'
import { FUNCTION_OPTIONS, type FunctionOptions } from '../options.ts'
import type { Recovery } from '../recovery.ts'

/**
 * What becomes of a call that a crash interrupts.
 * `always`: durable before its first attempt. `on-failure`: written at its first failure, step or state; a call that
 * succeeds at once writes nothing. `never`: retried in memory only.
 */
export type Persistence = 'always' | 'on-failure' | 'never'

/**
 * How a function is wrapped. Absent policy options take the defaults of the Recovery, or the library's; `concurrency`
 * limits durable attempts only.
 *
 * It has a circuit breaker only when `circuitBreaker` is given. With a Recovery that is the one of its scope, which the
 * operations and the API know too. A call in memory is refused while it is open, unless `whenOpen` is `wait`; one that is
 * durable by then waits as any operation does, unless `whenOpen` is `fail`.
 */
export interface RecoverableOptions<A extends readonly unknown[] = readonly never[]>
  extends Omit<FunctionOptions, 'input' | 'fallback'> {
  /** A wrapped function has arguments of its own, which it checks itself: this is refused. */
  readonly input?: never
  /**
   * What the call answers instead of its last failure: any value, or a function of the error and the arguments. Of a
   * durable call as much is stored as JSON can hold. Else as for operations: see `FunctionOptions.fallback`.
   */
  readonly fallback?: Json | object | ((error: unknown, args: A, context: RetryContext) => unknown)
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

export const RECOVERABLE_OPTIONS = [
  ...FUNCTION_OPTIONS,
  ...optionNames<Omit<RecoverableOptions, keyof FunctionOptions>>({
    name: true,
    recovery: true,
    persistence: true,
    enabled: true,
    signal: true,
  }),
]

/**
 * How a method is decorated. A durable one needs a `name`, and its instance `recovery.register(instance)`; with
 * `recovery` here, the first call of an instance registers it.
 */
export type DecoratorOptions = RecoverableOptions
