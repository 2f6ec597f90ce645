import { InvalidInputError } from '../../operation/errors.ts'
import type { Recovery } from '../recovery.ts'
import type { DecoratorOptions } from './recoverable-options.ts'
import type { LightRuntime, Original, Wrapping } from './wrapped.ts'
import { checkPersistence, dressed, persistenceOf, type Wrapper, wrapperOf } from './wrapper.ts'
import { type Home, homeOf } from './wrapping-home.ts'

/** What a TC39 decorator is told of its method. */
export interface MethodContext {
  readonly kind: string
  readonly name: string | symbol
  addInitializer(initializer: (this: object) => void): void
}

/** The durable methods of each instance (of each class, for static ones): private and inherited ones too. */
const methodsOf = new WeakMap<object, DurableMethod[]>()

/** Decorates a method. Without a name of its own it is retried in memory. */
export function decorate(original: Original, context: MethodContext, options: DecoratorOptions, runtime: LightRuntime): Wrapper {
  if (context.kind !== 'method') {
    throw new InvalidInputError(`@recoverable decorates methods, not a ${context.kind}`, { field: 'kind' })
  }
  if (options.persistence !== undefined) checkPersistence(options.persistence)
  const wantsDurable = options.recovery !== undefined || (options.persistence ?? 'never') !== 'never'
  if (options.name === undefined && wantsDurable && options.persistence !== 'never') {
    throw new InvalidInputError(`The durable method "${String(context.name)}" needs an explicit name: it is stored for ever`, {
      field: 'name',
    })
  }
  const name = options.name ?? String(context.name)
  const inMemory = wrapperOf({ original, name, options, persistence: 'never' }, runtime, null)
  if (options.name === undefined || options.persistence === 'never') return inMemory
  const method = new DurableMethod(original, name, options, inMemory)
  context.addInitializer(function () {
    const methods = methodsOf.get(this)
    if (methods === undefined) methodsOf.set(this, [method])
    else methods.push(method)
  })
  return dressed(function (...args) {
    return method.of(this as object).apply(this, args)
  }, original)
}

/**
 * Makes the decorated methods of `instance` durable: its calls are kept by this Recovery, and what an earlier process
 * left of calls of its class goes on with the first instance that was registered.
 *
 * @throws InvalidInputError when it has no durable methods, or one of their names is taken
 */
export function registerMethods(recovery: Recovery, instance: object): void {
  const methods = methodsOf.get(instance)
  if (methods === undefined) {
    throw new InvalidInputError('It has no durable methods: decorate them with @recoverable({ name: … })', { field: 'instance' })
  }
  for (const method of methods) method.bind(instance, homeOf(recovery) as Home)
}

class DurableMethod {
  readonly #original: Original
  readonly #name: string
  readonly #options: DecoratorOptions
  readonly #unbound: Wrapper
  readonly #bound = new WeakMap<object, Wrapper>()
  readonly #atHome = new WeakMap<Home, Wrapper>()

  constructor(original: Original, name: string, options: DecoratorOptions, inMemory: Wrapper) {
    this.#original = original
    this.#name = name
    this.#options = options
    this.#unbound = options.persistence === 'always' ? () => this.#refuse() : inMemory
  }

  of(instance: object): Wrapper {
    const bound = this.#bound.get(instance)
    if (bound !== undefined || this.#options.recovery === undefined) return bound ?? this.#unbound
    return this.bind(instance, homeOf(this.#options.recovery) as Home)
  }

  bind(instance: object, home: Home): Wrapper {
    let wrapper = this.#atHome.get(home)
    if (wrapper === undefined) {
      const persistence = persistenceOf(this.#options, home)
      const described = { original: this.#original, name: this.#name, options: this.#options, persistence }
      wrapper = wrapperOf(described, home.runtime, (wrapping: Wrapping) => home.define(wrapping, instance))
      this.#atHome.set(home, wrapper)
    }
    this.#bound.set(instance, wrapper)
    return wrapper
  }

  async #refuse(): Promise<never> {
    throw new InvalidInputError(`"${this.#name}" is durable from its start: call recovery.register(instance) before it`, {
      field: 'recovery',
    })
  }
}
