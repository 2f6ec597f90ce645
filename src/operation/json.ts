import { InvalidInputError } from './errors.ts'

/** A value that JSON can hold and give back unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

// Deeper values would overflow the stack of JSON.stringify and of every reader after us.
const MAX_DEPTH = 200

/**
 * Answers `value` when it is strict JSON: it survives `JSON.parse(JSON.stringify(value))` unchanged.
 *
 * `undefined` is accepted only as the whole value (a function that returns nothing) and becomes `null`;
 * an `undefined` property is refused, because it would silently vanish.
 *
 * @param name what the value is called in the message, such as `input`
 * @throws InvalidInputError naming the path of the first part that is not JSON
 */
export function toJson(value: unknown, name: string): Json {
  if (value === undefined) return null
  const fault = faultOf(value, name)
  if (fault !== null) throw new InvalidInputError(`${fault}; send only JSON values`, { field: name })
  return value as Json
}

/** As `toJson`, but the value must be an object (not an array, not null). */
export function toJsonObject(value: unknown, name: string): JsonObject {
  const json = toJson(value, name)
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new InvalidInputError(`${name} must be a JSON object`, { field: name })
  }
  return json as JsonObject
}

/**
 * Whether a key `__proto__` stands anywhere in a JSON value, however deep: whoever copies such a value carelessly gives
 * the copy another prototype.
 */
export function holdsPrototype(value: unknown): boolean {
  const parts: unknown[] = [value]
  // The list grows as it is walked: the stack is finite, a hostile value is deep.
  for (const part of parts) {
    if (typeof part !== 'object' || part === null) continue
    if (Object.hasOwn(part, '__proto__')) return true
    for (const inner of Object.values(part)) parts.push(inner)
  }
  return false
}

/** A copy that shares nothing with the original: whoever holds the one cannot change the other. */
export function copyJson<T extends Json>(value: T): T {
  return value === null || typeof value !== 'object' ? value : JSON.parse(JSON.stringify(value))
}

/** Whether two values say the same; the order of an object's keys does not count. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b))
    return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson((a as JsonObject)[key] as Json, (b as JsonObject)[key] as Json))
  )
}

/** @throws InvalidInputError when it cannot even be read: a getter or a proxy may throw anything */
function faultOf(value: unknown, name: string): string | null {
  try {
    return findFault(value, name, [])
  } catch (cause) {
    throw new InvalidInputError(`${name} cannot be read: a getter or a proxy in it throws; send only JSON values`, {
      field: name,
      cause,
    })
  }
}

function findFault(value: unknown, path: string, above: readonly object[]): string | null {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null
    case 'number':
      return Number.isFinite(value) ? null : `${path} is ${value}, which JSON cannot hold`
    case 'object':
      return value === null ? null : findObjectFault(value, path, above)
    default:
      return `${path} is ${typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`}, which JSON cannot hold`
  }
}

function findObjectFault(value: object, path: string, above: readonly object[]): string | null {
  if (above.includes(value)) return `${path} refers back to an object that contains it`
  if (above.length >= MAX_DEPTH) return `${path} is nested deeper than ${MAX_DEPTH} levels`
  const here = [...above, value]
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const fault = findFault(value[i], `${path}[${i}]`, here)
      if (fault !== null) return fault
    }
    return null
  }
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    return `${path} is a ${prototype.constructor?.name ?? 'class instance'}, not a plain object`
  }
  for (const key of Object.keys(value)) {
    const fault = findFault((value as Record<string, unknown>)[key], `${path}.${key}`, here)
    if (fault !== null) return fault
  }
  return null
}
