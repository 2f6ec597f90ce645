import { redactedError, storable } from '../policy/describe-error.ts'
import { REDACTED } from '../policy/redact-assignments.ts'
import { isSecretKey } from '../policy/secret-names.ts'
import { isStrayPromise } from '../policy/stray-promise.ts'
import type { Log } from './context.ts'

/** So deep in a line's fields secrets are looked for; what is further in is not shown. */
const MAX_DEPTH = 5

/**
 * The same log, whose errors, texts and plain objects are without secrets. Instances of classes are the caller's own affair.
 * A log that throws or rejects breaks nothing: it has nobody left to tell.
 */
export function redactedLog(log: Log): Log {
  return {
    debug: (fields, message) => tell(() => log.debug(...redactedLine(fields, message))),
    info: (fields, message) => tell(() => log.info(...redactedLine(fields, message))),
    warn: (fields, message) => tell(() => log.warn(...redactedLine(fields, message))),
    error: (fields, message) => tell(() => log.error(...redactedLine(fields, message))),
  }
}

function tell(line: () => unknown): void {
  try {
    isStrayPromise(line())
  } catch {
    // What could be done about it would be to log it.
  }
}

/** The fields and the message of one line. */
export function redactedLine(fields: object, message: string): [object, string] {
  return [clean(fields), storable(message)]
}

function clean(fields: object, depth = 1): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleanValue(name, value, depth)]))
}

/** Whatever was thrown may be called `err`, such as a text or a proxy: it is told as an error. */
function cleanValue(name: string, value: unknown, depth: number): unknown {
  if (name === 'err' || value instanceof Error) return redactedError(value)
  if (typeof value === 'string') return value !== '' && isSecretKey(name) ? REDACTED : storable(value)
  if (!isPlain(value)) return value
  if (depth === MAX_DEPTH) return '[too deep]'
  // The name of a list is that of each of its items.
  return Array.isArray(value) ? value.map((item) => cleanValue(name, item, depth + 1)) : clean(value, depth + 1)
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}
