import { InvalidInputError } from '../../operation/errors.ts'
import type { Recovery } from '../recovery.ts'
import { decorate, type MethodContext } from './decorated.ts'
import type { DecoratorOptions, RecoverableOptions } from './recoverable-options.ts'
import type { LightRuntime, Original } from './wrapped.ts'
import { checkOptions, persistenceOf, wrapperOf } from './wrapper.ts'
import { homeOf } from './wrapping-home.ts'

type PromiseFunction = (this: never, ...args: never[]) => Promise<unknown>

/** A TC39 method decorator for methods that answer a promise. */
export type RecoverableDecorator = <This, A extends unknown[], R extends Promise<unknown>>(
  method: (this: This, ...args: A) => R,
  context: ClassMethodDecoratorContext<This, (this: This, ...args: A) => R>,
) => (this: This, ...args: A) => R

/** `recoverable`: wraps a function, or decorates a method. */
export interface Recoverable {
  /**
   * The same function, retried: with its `this`, its arguments and its types. It rejects with OperationFailedError,
   * OperationExhaustedError, OperationCancelledError or CircuitOpenError, each with what was thrown as `cause`.
   *
   * A durable function's arguments are stored when it fails first (or before, with `always`): it must not change them.
   *
   * @throws InvalidInputError when an option is out of its range, or a durable function has no name
   * @example
   * const load = recoverable(async (url: string) => (await fetch(url)).json(), { maxRetries: 5 })
   */
  <F extends PromiseFunction>(fn: F, options?: RecoverableOptions<Parameters<F>>): F
  /** A function that answers at once is wrapped into one that answers a promise. */
  <This, A extends unknown[], R>(
    fn: (this: This, ...args: A) => R,
    options?: RecoverableOptions<A>,
  ): (this: This, ...args: A) => Promise<Awaited<R>>
  /** `@recoverable` */
  <This, A extends unknown[], R extends Promise<unknown>>(
    method: (this: This, ...args: A) => R,
    context: ClassMethodDecoratorContext<This, (this: This, ...args: A) => R>,
  ): (this: This, ...args: A) => R
  /** `@recoverable({ … })`: see `DecoratorOptions`. */
  (options?: DecoratorOptions): RecoverableDecorator
}

/** `recoverable` for functions that name no Recovery of their own: they belong to this one, or to none. */
export function createRecoverable(runtime: LightRuntime, recovery: Recovery | null = null): Recoverable {
  const owned = (options: RecoverableOptions) => (recovery === null ? options : { recovery, ...options })
  const recoverable = (first?: unknown, second?: unknown): unknown => {
    if (typeof first !== 'function') {
      const options = owned(checkOptions(first))
      return (method: Original, context: MethodContext) => decorate(method, context, options, runtime)
    }
    if (isMethodContext(second)) return decorate(first as Original, second, owned({}), runtime)
    return wrapFunction(first as Original, owned(checkOptions(second)), runtime)
  }
  return recoverable as Recoverable
}

function wrapFunction(original: Original, options: RecoverableOptions, runtime: LightRuntime) {
  const home = homeOf(options.recovery)
  const persistence = persistenceOf(options, home)
  const name = options.name ?? original.name
  if (persistence === 'never' || home === null) {
    return wrapperOf({ original, name: name || 'anonymous', options, persistence }, home?.runtime ?? runtime, null)
  }
  if (name === '') throw new InvalidInputError('A durable function needs a name: give it one in the options', { field: 'name' })
  return wrapperOf({ original, name, options, persistence }, home.runtime, (wrapping) => home.define(wrapping, undefined))
}

function isMethodContext(value: unknown): value is MethodContext {
  return typeof value === 'object' && value !== null && 'kind' in value && 'addInitializer' in value
}
