import { InvalidInputError, UnknownFunctionError } from '../operation/errors.ts'
import { type Policy, resolvePolicy } from '../policy/policy.ts'
import type { Work } from './context.ts'
import type { FunctionOptions } from './options.ts'

/** A registered function: its name is stored with each of its operations, for ever. */
export interface Definition {
  readonly name: string
  readonly description: string | null
  readonly work: Work<never, unknown>
  readonly policy: Policy
}

const MAX_NAME = 255

/** The functions this server can run, by name. */
export class Registry {
  /** The policy of a function that says nothing else. */
  readonly defaults: Policy
  readonly #definitions = new Map<string, Definition>()
  readonly #onAdd: (definition: Definition) => void

  /** @param onAdd may throw to refuse a function */
  constructor(defaults: Policy, onAdd: (definition: Definition) => void) {
    this.defaults = defaults
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
    const definition: Definition = { name, description: options.description ?? null, work: work as Work<never, unknown>, policy }
    this.#onAdd(definition)
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
