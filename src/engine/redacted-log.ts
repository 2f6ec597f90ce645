import { redactedError, storable } from '../policy/describe-error.ts'
import { REDACTED } from '../policy/redact-assignments.ts'
import { Redaction } from '../policy/redaction.ts'
import type { NameChoice, SecretNames } from '../policy/secret-names.ts'
import { isStrayPromise } from '../policy/stray-promise.ts'
import type { Log } from './context.ts'

/** So deep in a line's fields secrets are looked for; what is further in is not shown. */
const MAX_DEPTH = 5
/** After so many values of a line its lists and objects are not shown: one that holds itself would have no end. */
const MAX_PARTS = 10_000

/** Makes of the fields and the message of one line those that may be written. */
export type LineRedactor = (fields: object, message: string) => [object, string]

/**
 * The same log, whose errors, texts and plain objects are without secrets. Instances of classes are the caller's own affair.
 * A log that throws or rejects breaks nothing: it has nobody left to tell.
 */
export function redactedLog(log: Log, redaction: Redaction): Log {
  const redact = redactorWith(redaction.names)
  return {
    debug: (fields, message) => tell(() => log.debug(...redact(fields, message))),
    info: (fields, message) => tell(() => log.info(...redact(fields, message))),
    warn: (fields, message) => tell(() => log.warn(...redact(fields, message))),
    error: (fields, message) => tell(() => log.error(...redact(fields, message))),
  }
}

function tell(line: () => unknown): void {
  try {
    isStrayPromise(line())
  } catch {
    // What could be done about it would be to log it.
  }
}

/** @throws InvalidInputError when a name says nothing */
export function lineRedactor(choice: NameChoice): LineRedactor {
  return redactorWith(new Redaction(choice).names)
}

function redactorWith(names: SecretNames): LineRedactor {
  return (fields, message) => [new Line(names).clean(fields), storable(message, undefined, names)]
}

/** The fields of one line. */
class Line {
  readonly #names: SecretNames
  #left = MAX_PARTS

  constructor(names: SecretNames) {
    this.#names = names
  }

  clean(fields: object, depth = 1): object {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, this.#cleanValue(name, value, depth)]))
  }

  /** Whatever was thrown may be called `err`, such as a text or a proxy: it is told as an error. */
  #cleanValue(name: string, value: unknown, depth: number): unknown {
    this.#left -= 1
    if (name === 'err' || value instanceof Error) return redactedError(value, this.#names)
    if (this.#names.hides(name, value)) return REDACTED
    if (typeof value === 'string') return this.#cleanText(value)
    // As it would be written, with the password that it may hold.
    if (value instanceof URL) return this.#cleanText(value.href)
    if (!isPlain(value)) return value
    if (depth === MAX_DEPTH || this.#left < 0) return '[too deep]'
    return Array.isArray(value) ? value.map((item) => this.#cleanValue(name, item, depth + 1)) : this.clean(value, depth + 1)
  }

  #cleanText(text: string): string {
    return storable(text, undefined, this.#names)
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  // Some have no prototype: arguments of GraphQL, parsed query strings.
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))
}
