import { InvalidInputError, UnknownFunctionError } from '../operation/errors.ts'
import { copyJson, type JsonObject, toJsonObject } from '../operation/json.ts'
import { type Policy, resolvePolicy } from '../policy/policy.ts'
import type { Budgets, ScopedBudget } from './budgets.ts'
import type { Work } from './context.ts'
import { type FunctionRules, rulesOf, storedFallback } from './function-rules.ts'
import type { FunctionOptions } from './options.ts'
import { isStandardSchema, jsonSchemaOf, type StandardSchema } from './standard-schema.ts'

/** A registered function: its name is stored with each of its operations, for ever. */
export interface Definition {
  readonly name: string
  readonly description: string | null
  readonly work: Work<never, unknown>
  readonly policy: Policy
  /** The budget that its retries are taken from. */
  readonly budget: ScopedBudget | null
  readonly stepOrder: 'checked' | 'free'
  readonly rules: FunctionRules
  readonly input: StandardSchema | null
  /** The JSON Schema of the input, for people; null when it is not known. */
  readonly inputSchema: JsonObject | null
}

const MAX_NAME = 255

/** The functions this server can run, by name. */
export class Registry {
  /** The policy of a function that says nothing else. */
  readonly defaults: Policy
  readonly #definitions = new Map<string, Definition>()
  readonly #budgets: Budgets
  readonly #onAdd: (definition: Definition) => void

  /** @param onAdd may throw to refuse a function */
  constructor(defaults: Policy, budgets: Budgets, onAdd: (definition: Definition) => void) {
    this.defaults = defaults
    this.#budgets = budgets
    this.#onAdd = onAdd
  }

  /** @throws InvalidInputError when the name is empty, too long or taken, or an option is out of its range */
  add<I, O>(name: string, work: Work<I, O>, options: FunctionOptions): Definition {
    if (typeof name !== 'string' || name.length === 0 || name.length > MAX_NAME) {
      throw new InvalidInputError(`A function's name has 1 to ${MAX_NAME} characters`, { field: 'name' })
    }
    if (typeof work !== 'function') throw new InvalidInputError(`What "${name}" runs must be a function`, { field: 'work' })
    if (this.#definitions.has(name)) {
      throw new InvalidInputError(`A function named "${name}" is already defined; names are unique`, { field: 'name' })
    }
    const policy = resolvePolicy(options, this.defaults)
    const definition: Definition = {
      name,
      description: options.description ?? null,
      work: work as Work<never, unknown>,
      policy,
      budget: this.#budgets.scoped(name, policy.budget),
      stepOrder: oneOf(options.stepOrder, 'stepOrder', ['checked', 'free']),
      rules: rulesOf(options, storedFallback),
      input: schemaOrNull(options.input),
      inputSchema: inputSchemaOf(options),
    }
    this.#onAdd(definition)
    if (definition.budget !== null) this.#budgets.declare(name, definition.budget)
    this.#definitions.set(name, definition)
    return definition
  }

  find(name: string): Definition | undefined {
    return this.#definitions.get(name)
  }

  /** @throws UnknownFunctionError */
  get(name: string): Definition {
    const found = this.#definitions.get(name)
    if (found === undefined) throw new UnknownFunctionError(name, [...this.#definitions.keys()])
    return found
  }

  all(): readonly Definition[] {
    return [...this.#definitions.values()]
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

/** One of `allowed`; the first when it is absent. */
function oneOf<T extends string>(value: T | undefined, name: string, allowed: readonly [T, ...T[]]): T {
  if (value === undefined) return allowed[0]
  if (allowed.includes(value)) return value
  const list = allowed.map((one) => `"${one}"`).join(' or ')
  throw new InvalidInputError(`${name} is ${JSON.stringify(value)}; use ${list}`, { field: name })
}
