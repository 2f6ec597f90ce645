import { z } from 'zod'
import { RefusedError } from './refusals.ts'

// The fields of requests: each says what is wrong as the end of a sentence that begins with its name.

export function flag() {
  return z.boolean('must be true or false')
}

export function text(min: number, max: number) {
  const fault = `must be text of ${min} to ${max} characters`
  return z.string(fault).min(min, fault).max(max, fault)
}

export function whole(min: number, max: number) {
  const fault = `must be a whole number from ${min} to ${max}`
  return z.int(fault).min(min, fault).max(max, fault)
}

/** Seconds, with a fraction if need be. */
export function seconds(min: number, max: number) {
  const fault = `must be a number of seconds from ${min} to ${max}`
  return z.number(fault).min(min, fault).max(max, fault)
}

export function oneOf<const T extends string>(values: readonly T[]) {
  return z.enum(values, `must be one of ${values.join(', ')}`)
}

export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item, 'must be an array').min(1, 'must not be empty').max(100, 'must have at most 100 entries')
}

/** An instant with its offset, such as `2026-01-31T12:00:00Z`. */
export function instant() {
  return z.iso.datetime({ offset: true, error: 'must be an instant such as "2026-01-31T12:00:00Z"' })
}

export function jsonObject() {
  return z.record(z.string(), z.unknown(), 'must be a JSON object')
}

/**
 * Checks the fields of a body or a query; fields that are not known are left out.
 *
 * @throws RefusedError 400 naming the first field at fault
 */
export function checkFields<T extends z.ZodObject>(fields: T, given: object): z.output<T> {
  const result = fields.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const message = `${issue?.path.filter((part) => typeof part === 'string').join('.')} ${issue?.message}`
  throw new RefusedError({ status: 400, code: 'INVALID_INPUT', message, field: String(issue?.path[0]) })
}

/**
 * The fields of a query, each as what its type takes: a number of digits, a list of commas.
 *
 * @throws RefusedError 400 when one is given twice
 */
export function readQuery(fields: z.ZodObject, search: string): object {
  const parameters = new URLSearchParams(search)
  const given: Record<string, unknown> = {}
  for (const [name, type] of Object.entries(fields.shape)) {
    const values = parameters.getAll(name)
    if (values.length > 1) {
      throw new RefusedError({ status: 400, code: 'INVALID_INPUT', message: `${name} is given more than once`, field: name })
    }
    if (values[0] !== undefined) given[name] = fromText(typeOf(type as z.ZodType), values[0])
  }
  return given
}

const DIGITS: Readonly<Record<string, RegExp>> = { integer: /^\d{1,15}$/, number: /^\d{1,15}(\.\d{1,6})?$/ }

function fromText(type: string, value: string): unknown {
  if (type === 'array') return value.split(',')
  return DIGITS[type]?.test(value) === true ? Number(value) : value
}

const types = new WeakMap<z.ZodType, string>()

/** Its type by JSON Schema. */
function typeOf(field: z.ZodType): string {
  const known = types.get(field)
  if (known !== undefined) return known
  const type = String(z.toJSONSchema(field, { io: 'input' }).type)
  types.set(field, type)
  return type
}
