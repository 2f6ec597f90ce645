import type { Json } from '../src/operation/json.ts'
import type { Context } from './context.ts'

// Everything of an operation that a function, or whoever started it, put into words goes through here on its way out.
// REST, socket.io and the command line are answered through these fields.

/** What to add to the description of such a field. */
export const REDACTED_NOTE = 'Secrets in it are shown as `[redacted]`.'

/** Resolves a field of JSON to what may be shown of it. */
export function shownJson<T>(read: (parent: T) => Json) {
  return (parent: T, _args: object, { recovery }: Context): Json => recovery.redaction.json(read(parent))
}

/** The same for a text that was redacted when it was stored, such as an error's message: further names are looked for. */
export function shownText<T, R extends string | null>(read: (parent: T) => R) {
  return (parent: T, _args: object, { recovery }: Context): R => recovery.redaction.storedText(read(parent))
}
