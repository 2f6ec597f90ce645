import { InvalidInputError, UnknownFunctionError } from '../operation/errors.ts'
import { copyJson, type JsonObject, toJsonObject } from '../operation/json.ts'
import { type BreakerSettings, isSame } from '../policy/breaker-settings.ts'
import { refuseUnknown } from '../policy/known-options.ts'
import { type Policy, type PolicyOptions, resolvePolicy } from '../policy/policy.ts'
import { type FunctionRules, rulesOf, storedFallback } from './attempt/function-rules.ts'
import type { Budgets, ScopedBudget } from './budgets.ts'
import type { Work } from './context.ts'
import { FUNCTION_OPTIONS, type FunctionOptions } from './options.ts'
import { isStandardSchema, jsonSchemaOf, type StandardSchema } from './standard-schema.ts'

/** A registered function: its name is stored with each of its operations, for ever. */
export interface Definition {
  readonly name: string
  readonly description: string | null
  readonly work: Work<never, unknown>
  /** As it is now: settings that change at run time change it. */
  readonly policy: Policy
  /** The budget that its retries are taken from. */
  readonly budget: ScopedBudget | null
  readonly stepOrder: 'checked' | 'free'
  /** Whether only the program itself starts it. */
  readonly internal: boolean
  readonly rules: FunctionRules
  readonly input: StandardSchema | null
  /** The JSON Schema of the input, for people; null when it is not known. */
  readonly inputSchema: JsonObject | null
}

/** What of a function can be changed while it is registered. */
export type Adjustment = Pick<PolicyOptions, 'concurrency' | 'timeout'>

interface Registered {
  readonly definition: { -readonly [K in keyof Definition]: Definition[K] }
  /** What the function said itself; over it what it was told since. */
  readonly options: FunctionOptions
  adjustment: Adjustment
}

export interface RegistryListener {
  /** May throw to refuse a function. */
  added(definition: Definition): void
  /** Policies of registered functions have changed. */
  changed(definitions: readonly Definition[]): void
}

const MAX_NAME = 255

/** The functions this server can run, by name. */
export class Registry {
  #defaults: Policy
  readonly #registered = new Map<string, Registered>()
  readonly #budgets: Budgets
  readonly #listener: RegistryListener

  constructor(defaults: Policy, budgets: Budgets, listener: RegistryListener) {
    this.#defaults = defaults
    this.#budgets = budgets
    this.#listener = listener
  }

  /** The policy of a function that says nothing else. */
  get defaults(): Policy {
    return this.#defaults
  }

  /**
   * Answers how to let other defaults hold, for the functions there are and those to come.
   *
   * @throws InvalidInputError when they do not go together with what a function says itself
   */
  prepareDefaults(defaults: Policy): () => void {
    const policies = [...this.#registered.values()].map((one) => ({ one, policy: fitted(one, defaults) }))
    refuseDisagreement(policies.map(({ one, policy }) => ({ name: one.definition.name, policy })))
    return () => {
      this.#defaults = defaults
      for (const { one, policy } of policies) one.definition.policy = policy
      this.#listener.changed(this.all())
    }
  }

  /** Over what the function says itself, from the next decision on. @throws InvalidInputError, UnknownFunctionError */
  adjust(name: string, adjustment: Adjustment): void {
    const one = this.#registered.get(name)
    if (one === undefined) throw new UnknownFunctionError(name, this.#startable())
    const policy = resolvePolicy({ ...one.options, ...adjustment }, this.#defaults)
    one.adjustment = adjustment
    one.definition.policy = policy
    this.#listener.changed(this.all())
  }

  /** @throws InvalidInputError when the name is empty, too long or taken, or an option is out of its range */
  add<I, O>(name: string, work: Work<I, O>, options: FunctionOptions): Definition {
    if (typeof name !== 'string' || name.length === 0 || name.length > MAX_NAME) {
      throw new InvalidInputError(`A function's name has 1 to ${MAX_NAME} characters`, { field: 'name' })
    }
    if (typeof work !== 'function') throw new InvalidInputError(`What "${name}" runs must be a function`, { field: 'work' })
    if (this.#registered.has(name)) {
      throw new InvalidInputError(`A function named "${name}" is already defined; names are unique`, { field: 'name' })
    }
    refuseUnknown(options, FUNCTION_OPTIONS)
    const policy = resolvePolicy(options, this.#defaults)
    const definition: Definition = {
      name,
      description: options.description ?? null,
      work: work as Work<never, unknown>,
      policy,
      budget: this.#budgets.scoped(name, policy.budget),
      stepOrder: oneOf(options.stepOrder, 'stepOrder', ['checked', 'free']),
      internal: isInternal(options.internal),
      rules: rulesOf(options, storedFallback),
      input: schemaOrNull(options.input),
      inputSchema: inputSchemaOf(options),
    }
    this.#listener.added(definition)
    if (definition.budget !== null) this.#budgets.declare(name, definition.budget)
    this.#registered.set(name, { definition, options, adjustment: {} })
    return definition
  }

  find(name: string): Definition | undefined {
    return this.#registered.get(name)?.definition
  }

  /** @throws UnknownFunctionError */
  get(name: string): Definition {
    const found = this.find(name)
    if (found === undefined) throw new UnknownFunctionError(name, this.#startable())
    return found
  }

  /** For those who ask from outside the program. @throws UnknownFunctionError, also for functions that are not theirs to start */
  getStartable(name: string): Definition {
    const found = this.get(name)
    if (found.internal) throw new UnknownFunctionError(name, this.#startable(), 'internal')
    return found
  }

  #startable(): readonly string[] {
    return this.all().flatMap(({ name, internal }) => (internal ? [] : [name]))
  }

  all(): readonly Definition[] {
    return Array.from(this.#registered.values(), ({ definition }) => definition)
  }
}

function fitted({ definition, options, adjustment }: Registered, defaults: Policy): Policy {
  try {
    return resolvePolicy({ ...options, ...adjustment }, defaults)
  } catch (cause) {
    if (!(cause instanceof InvalidInputError)) throw cause
    const { field } = cause
    const message = `It does not go together with what the function "${definition.name}" says itself: ${cause.message}`
    throw new InvalidInputError(message, { ...(field !== null && { field }), cause })
  }
}

/** @throws InvalidInputError when functions that share a circuit breaker would no longer agree on it */
function refuseDisagreement(functions: readonly Pick<Definition, 'name' | 'policy'>[]): void {
  const first = new Map<string, { readonly name: string; readonly settings: BreakerSettings }>()
  for (const { name, policy } of functions) {
    if (policy.breaker === null) continue
    const { scope, settings } = policy.breaker
    const other = first.get(scope ?? name)
    first.set(scope ?? name, { name, settings })
    if (other === undefined || isSame(other.settings, settings)) continue
    const message = `"${other.name}" and "${name}" share the circuit breaker "${scope}" and would no longer agree on it`
    throw new InvalidInputError(message, { field: 'circuitBreakerThreshold' })
  }
}

function schemaOrNull(input: StandardSchema | undefined): StandardSchema | null {
  if (input === undefined) return null
  if (isStandardSchema(input)) return input
  throw new InvalidInputError('input must be a schema that speaks Standard Schema, such as one of zod, valibot or arktype', {
    field: 'input',
  })
}

function inputSchemaOf({ input, inputJsonSchema }: FunctionOptions): JsonObject | null {
  if (inputJsonSchema !== undefined) return copyJson(toJsonObject(inputJsonSchema, 'inputJsonSchema'))
  return input === undefined ? null : jsonSchemaOf(input)
}

function isInternal(value: boolean | undefined): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false
  throw new InvalidInputError(`internal is ${JSON.stringify(value)}; use true or false`, { field: 'internal' })
}

/** One of `allowed`; the first when it is absent. */
function oneOf<T extends string>(value: T | undefined, name: string, allowed: readonly [T, ...T[]]): T {
  if (value === undefined) return allowed[0]
  if (allowed.includes(value)) return value
  const list = allowed.map((one) => `"${one}"`).join(' or ')
  throw new InvalidInputError(`${name} is ${JSON.stringify(value)}; use ${list}`, { field: name })
}
