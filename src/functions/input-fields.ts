import { validateHeaderName, validateHeaderValue } from 'node:http'
import { z } from 'zod'
import { InvalidInputError } from '../operation/errors.ts'
import { urlFault } from './http-fetch.ts'

// What the inputs of the built-in functions are made of.

const MAX_URL = 8192
const MAX_HEADERS = 64
const MAX_HEADER_VALUE = 8192

// Ours to set, or about the connection rather than the request: lengths are counted in bytes that are not encoded.
const CONNECTION_HEADERS: readonly string[] = [
  ...['accept-encoding', 'connection', 'content-length', 'expect', 'host', 'keep-alive', 'proxy-authorization'],
  ...['proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]

/** A check that answers what is wrong, as the end of a sentence that begins with the field's name. */
export function checked<T>(type: z.ZodType<T>, faultOf: (value: T) => string | null) {
  return type.superRefine((value, context) => {
    const fault = faultOf(value)
    if (fault !== null) context.addIssue({ code: 'custom', message: fault })
  })
}

export const text = z.string('must be text')

export const address = checked(text, (url) => {
  if (url.length > MAX_URL) return `is longer than ${MAX_URL} characters`
  const parsed = URL.parse(url)
  return parsed === null ? 'must be a complete URL, such as "https://example.com/file.bin"' : urlFault(parsed)
})

/** Headers of a request, but for those that belong to the connection and those that the function sets itself. */
export function headersExcept(reserved: readonly string[]) {
  const refused = [...CONNECTION_HEADERS, ...reserved]
  return checked(z.record(z.string(), text, 'must be an object of texts'), (headers) => headersFault(headers, refused))
}

export function inLowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/** An object of these fields and no others. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape, required: string) {
  const known = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has no field ${issue.keys.map((key) => JSON.stringify(key.slice(0, 80))).join(', ')}; it takes ${known}`
        : `must be an object${required}`,
  })
}

/** The error for a person; it does not repeat values, which may be secrets. */
export function toInvalidInput(error: z.ZodError): InvalidInputError {
  const [issue] = error.issues
  const path = issue?.path.map(String) ?? []
  return new InvalidInputError(`${['input', ...path].join('.')} ${issue?.message ?? 'is not valid'}`, {
    field: path[0] ?? 'input',
  })
}

function headersFault(headers: Record<string, string>, refused: readonly string[]): string | null {
  const entries = Object.entries(headers)
  if (entries.length > MAX_HEADERS) return `has ${entries.length} entries; at most ${MAX_HEADERS} are sent`
  const seen = new Set<string>()
  for (const [name, value] of entries) {
    const fault = headerFault(name, value, refused) ?? (seen.has(name.toLowerCase()) ? 'is given twice, in different case' : null)
    if (fault !== null) return `has an entry ${JSON.stringify(name.slice(0, 80))} that ${fault}`
    seen.add(name.toLowerCase())
  }
  return null
}

function headerFault(name: string, value: string, refused: readonly string[]): string | null {
  if (refused.includes(name.toLowerCase())) return 'cannot be set: the function sets it, or it belongs to the connection'
  if (value.length > MAX_HEADER_VALUE) return `is longer than ${MAX_HEADER_VALUE} characters`
  return (
    accepts(() => validateHeaderName(name), 'is no name of a header') ??
    accepts(() => validateHeaderValue(name, value), 'holds a character that a header cannot hold, such as a line break')
  )
}

function accepts(check: () => void, fault: string): string | null {
  try {
    check()
    return null
  } catch {
    return fault
  }
}
