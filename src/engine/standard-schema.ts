import { InvalidInputError } from '../operation/errors.ts'
import { copyJson, type Json, type JsonObject, toJson, toJsonObject } from '../operation/json.ts'
import { isStrayPromise } from '../policy/stray-promise.ts'

/**
 * A schema of any library that speaks Standard Schema (https://standardschema.dev): zod, valibot, arktype and others.
 * Only what is used of it is described here.
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => Checked<Output> | Promise<Checked<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What a schema accepts, and what it makes of that. */
export type InputOf<S extends StandardSchema> = NonNullable<S['~standard']['types']>['input']
export type OutputOf<S extends StandardSchema> = NonNullable<S['~standard']['types']>['output']

type Checked<Output> = { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] }

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** More faults than these help nobody. */
const MOST_TOLD = 5
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u

export function isStandardSchema(value: unknown): value is StandardSchema {
  const standard = (value as StandardSchema | null | undefined)?.['~standard']
  return standard?.version === 1 && typeof standard.validate === 'function'
}

/**
 * What the schema makes of the input: that is stored, and given to the function as it is. It is not checked again when
 * an attempt runs, so a transform is done once.
 *
 * @throws InvalidInputError naming the path of each fault, or when what a transform made is not JSON
 */
async function checkInput(schema: StandardSchema, input: unknown): Promise<Json> {
  const checked = await validate(schema, input)
  if (checked.issues !== undefined) {
    const told = checked.issues.slice(0, MOST_TOLD).map(({ path, message }) => `${pathOf(path)}: ${message}`)
    const more = checked.issues.length - told.length
    throw new InvalidInputError(told.join('; ') + (more > 0 ? `; and ${more} more` : ''), { field: 'input' })
  }
  try {
    return copyJson(toJson(checked.value, 'input'))
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidInputError(`What the schema makes of the input cannot be stored: ${what}`, { field: 'input', cause })
  }
}

/**
 * What is stored of an input: what the function's schema makes of it, or a copy when it has none.
 *
 * @throws InvalidInputError as `checkInput` does, or when it is not JSON
 */
export async function acceptInput(schema: StandardSchema | null, input: unknown): Promise<Json> {
  return schema === null ? copyJson(toJson(input, 'input')) : checkInput(schema, input)
}

async function validate(schema: StandardSchema, input: unknown): Promise<Checked<unknown>> {
  try {
    const checked = await schema['~standard'].validate(input)
    if (Array.isArray(checked.issues) || 'value' in checked) return checked
    throw new TypeError('it answered neither a value nor issues')
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidInputError(`The schema could not check the input: ${what}`, { field: 'input', cause })
  }
}

/** Such as `input.items[2].sku`. */
function pathOf(path: Issue['path'] = []): string {
  return path.reduce<string>((text, segment) => {
    const key = typeof segment === 'object' ? segment.key : segment
    if (typeof key === 'number') return `${text}[${key}]`
    const name = String(key)
    return IDENTIFIER.test(name) ? `${text}.${name}` : `${text}[${JSON.stringify(name)}]`
  }, 'input')
}

/**
 * The JSON Schema of what a schema accepts, for people; null when its library offers none, or none for this schema.
 * Asked for by Standard JSON Schema, and by the ways of libraries from before it.
 */
export function jsonSchemaOf(schema: StandardSchema): JsonObject | null {
  const { jsonSchema } = schema['~standard'] as { jsonSchema?: { input?: (options: object) => unknown } }
  const own = schema as { toJSONSchema?: (options: object) => unknown; toJsonSchema?: () => unknown }
  const ways = [
    () => jsonSchema?.input?.({ target: 'draft-2020-12' }),
    () => own.toJSONSchema?.({ io: 'input' }),
    () => own.toJsonSchema?.(),
  ]
  for (const way of ways) {
    try {
      const found = way()
      // A library may leave methods of its own on what it answers.
      if (found !== undefined && !isStrayPromise(found)) return toJsonObject(JSON.parse(JSON.stringify(found)), 'schema')
    } catch {
      // It has no JSON Schema, as one that transforms a date has none.
    }
  }
  return null
}
