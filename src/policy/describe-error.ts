import type { OperationError } from '../operation/operation-error.ts'
import { redactText } from './redact.ts'
import { type SecretNames, WELL_KNOWN } from './secret-names.ts'
import { firstOf, type Link, messageOf, nameOf, numberOf, property, textOf } from './thrown.ts'

/** What of an error is kept, in characters of each part. */
const MAX_TEXT = 10_000
const MAX_NAME = 200
/** What of it is looked at: a secret that begins in the kept part is seen whole. */
const MAX_READ = 100_000

/** The original error as it survives being stored: name, message, code, stack, and the chain of its causes. */
export function describeError(
  chain: readonly [Link, ...Link[]],
): Pick<OperationError, 'message' | 'name' | 'code' | 'stack' | 'cause'> {
  const { value } = chain[0]
  const code = firstOf(chain, codeOf)
  const stack = textOf(value, 'stack')
  const causes = chain.slice(1).map((link) => summary(link.value))
  return {
    message: storable(messageOf(value)),
    name: storable(nameOf(value), MAX_NAME),
    code: code === null ? null : storable(code, MAX_NAME),
    stack: stack === null ? null : storable(stack),
    cause: causes.length > 0 ? storable(causes.join(' ← ')) : null,
  }
}

/** A text as it may be stored and sent: without secrets, and not endless. */
export function storable(text: string, length: number = MAX_TEXT, names: SecretNames = WELL_KNOWN): string {
  const clean = redactText(text.slice(0, MAX_READ), names)
  return clean.length > length ? `${clean.slice(0, length)}…` : clean
}

/** An error for a log line: its class is told by name and stack, its own properties stay behind. */
export function redactedError(thrown: unknown, names: SecretNames = WELL_KNOWN): Error {
  const clean = (text: string, length?: number) => storable(text, length, names)
  const message = clean(messageOf(thrown))
  const copy = new Error(message)
  const stack = textOf(thrown, 'stack')
  const code = codeOf(thrown)
  const cause = property(thrown, 'cause')
  copy.name = clean(nameOf(thrown), MAX_NAME)
  copy.stack = stack === null ? message : clean(stack)
  if (cause !== undefined && cause !== null) copy.cause = clean(summary(cause))
  return code === null ? copy : Object.assign(copy, { code: clean(code, MAX_NAME) })
}

/** An error's textual code; a gRPC status as text; not a DOMException's legacy number. */
function codeOf(link: unknown): string | null {
  const code = textOf(link, 'code')
  if (code !== null) return code
  const number = property(link, 'details') === undefined ? null : numberOf(link, 'code')
  return number === null ? null : String(number)
}

function summary(link: unknown): string {
  const code = codeOf(link)
  return `${nameOf(link)}${code === null ? '' : ` (${code})`}: ${messageOf(link)}`
}
