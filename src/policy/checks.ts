import { type Duration, parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'

/** A whole number within a range; `fallback` when it is absent. */
export function inRange(value: number | undefined, name: string, min: number, max: number, fallback: number): number {
  const checked = between(value, name, min, max, fallback)
  if (!Number.isInteger(checked)) throw outside(checked, name, min, max)
  return checked
}

/** A number within a range; `fallback` when it is absent. */
export function between(value: number | undefined, name: string, min: number, max: number, fallback: number): number {
  if (value === undefined) return fallback
  if (typeof value !== 'number' || !(value >= min && value <= max)) throw outside(value, name, min, max)
  return value
}

/** A duration of at least 1 ms; `fallback` when it is absent. */
export function positiveDuration<F extends number | null>(value: Duration | undefined, name: string, fallback: F): number | F {
  if (value === undefined) return fallback
  const ms = parseDuration(value, name)
  if (ms < 1) throw new InvalidInputError(`${name} is ${ms} ms; it must be at least 1 ms`, { field: name })
  return ms
}

function outside(value: unknown, name: string, min: number, max: number): InvalidInputError {
  return new InvalidInputError(`${name} is ${String(value)}; it must be a number from ${min} to ${max}`, { field: name })
}
