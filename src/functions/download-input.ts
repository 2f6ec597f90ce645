import { validateHeaderName, validateHeaderValue } from 'node:http'
import { z } from 'zod'
import { InvalidInputError } from '../operation/errors.ts'
import { destinationFault } from './download-place.ts'
import { urlFault } from './http-fetch.ts'

/** What `download` is started with. */
export interface DownloadInput {
  /** http or https, without credentials. */
  readonly url: string
  /** Where the file goes, relative to the download folder, with `/` between folders; missing folders are made. */
  readonly destination: string
  /** What the file must hash to, 64 hexadecimal digits of either case. */
  readonly sha256?: string
  /** Where the same file is too: asked in this order when `url` fails for a reason that another source may not share. At most 16. */
  readonly mirrors?: readonly string[]
  /** Sent with the request; to another origin, after a redirect, only the harmless ones are. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An input that was checked. */
export interface DownloadRequest {
  readonly url: URL
  /** Without those that say the same as `url` or one before. */
  readonly mirrors: readonly URL[]
  readonly destination: string
  /** In lower case. */
  readonly sha256: string | null
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

const MAX_URL = 8192
const MAX_MIRRORS = 16
const MAX_HEADERS = 64
const MAX_HEADER_VALUE = 8192

// Ours to set, or about the connection rather than the request. A user's Range or encoding would break the resume.
const RESERVED_HEADERS: readonly string[] = [
  ...[
    'accept-encoding',
    'connection',
    'content-length',
    'expect',
    'host',
    'keep-alive',
    'proxy-authorization',
    'proxy-connection',
  ],
  ...['if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'range'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade'],
]

/** A check that answers what is wrong, as the end of a sentence that begins with the field's name. */
function checked<T>(type: z.ZodType<T>, faultOf: (value: T) => string | null) {
  return type.superRefine((value, context) => {
    const fault = faultOf(value)
    if (fault !== null) context.addIssue({ code: 'custom', message: fault })
  })
}

const text = z.string('must be text')

const address = checked(text, (url) => {
  if (url.length > MAX_URL) return `is longer than ${MAX_URL} characters`
  const parsed = URL.parse(url)
  return parsed === null ? 'must be a complete URL, such as "https://example.com/file.bin"' : urlFault(parsed)
})

const SCHEMA = z.strictObject(
  {
    url: address,
    mirrors: z.array(address, 'must be a list of URLs').max(MAX_MIRRORS, `has more than ${MAX_MIRRORS} entries`).optional(),
    destination: checked(text, destinationFault),
    sha256: text.regex(/^[0-9a-f]{64}$/i, 'must be the 64 hexadecimal digits of a SHA-256').optional(),
    headers: checked(z.record(z.string(), text, 'must be an object of texts'), headersFault).optional(),
  },
  'must be an object with url and destination',
)

/**
 * Checks the input of `download`.
 *
 * @throws InvalidInputError naming the field; it does not repeat values, which may be secrets
 */
export function parseDownloadInput(input: unknown): DownloadRequest {
  const result = SCHEMA.safeParse(input)
  if (!result.success) throw toInvalidInput(result.error.issues[0])
  const { url, mirrors = [], destination, sha256, headers = {} } = result.data
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const [first = '', ...others] = new Set([url, ...mirrors].map((one) => new URL(one).href))
  return {
    url: new URL(first),
    mirrors: others.map((other) => new URL(other)),
    destination,
    sha256: sha256?.toLowerCase() ?? null,
    headers: Object.fromEntries(lowerCase),
  }
}

function toInvalidInput(issue: z.core.$ZodIssue | undefined): InvalidInputError {
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return new InvalidInputError(`input.${key} is not known; download takes url, mirrors, destination, sha256 and headers`, {
      field: key,
    })
  }
  const path = issue?.path.map(String) ?? []
  return new InvalidInputError(`${['input', ...path].join('.')} ${issue?.message ?? 'is not valid'}`, {
    field: path[0] ?? 'input',
  })
}

function headersFault(headers: Record<string, string>): string | null {
  const entries = Object.entries(headers)
  if (entries.length > MAX_HEADERS) return `has ${entries.length} entries; at most ${MAX_HEADERS} are sent`
  const seen = new Set<string>()
  for (const [name, value] of entries) {
    const fault = headerFault(name, value) ?? (seen.has(name.toLowerCase()) ? 'is given twice, in different case' : null)
    if (fault !== null) return `has an entry ${JSON.stringify(name.slice(0, 80))} that ${fault}`
    seen.add(name.toLowerCase())
  }
  return null
}

function headerFault(name: string, value: string): string | null {
  if (RESERVED_HEADERS.includes(name.toLowerCase())) return 'cannot be set: download sets it, or it belongs to the connection'
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
