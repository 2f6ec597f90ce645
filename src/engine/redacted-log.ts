import { redactedError, storable } from '../policy/describe-error.ts'
import type { Log } from './context.ts'

/** The same log, whose errors and texts are without secrets. Other values of `fields` are the caller's own affair. */
export function redactedLog(log: Log): Log {
  return {
    debug: (fields, message) => log.debug(clean(fields), storable(message)),
    info: (fields, message) => log.info(clean(fields), storable(message)),
    warn: (fields, message) => log.warn(clean(fields), storable(message)),
    error: (fields, message) => log.error(clean(fields), storable(message)),
  }
}

function clean(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleanValue(name, value)]))
}

/** Whatever was thrown may be called `err`, such as a text or a proxy: it is told as an error. */
function cleanValue(name: string, value: unknown): unknown {
  if (name === 'err' || value instanceof Error) return redactedError(value)
  return typeof value === 'string' ? storable(value) : value
}
