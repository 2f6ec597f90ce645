import { z } from 'zod'
import { type Duration, parseDuration } from '../operation/duration.ts'
import type { Json } from '../operation/json.ts'
import { address, checked, fields, headersExcept, inLowerCase, text, toInvalidInput } from './input-fields.ts'
import { isStatusRange, parseStatuses } from './status-range.ts'

/** What `http_request` is started with. */
export interface HttpRequestInput {
  /** GET, HEAD, OPTIONS, POST, PUT, PATCH or DELETE, in either case. */
  readonly method: string
  /** http or https, without credentials. */
  readonly url: string
  /** Sent with the request; to another origin, after a redirect, only the harmless ones are. */
  readonly headers?: Readonly<Record<string, string>>
  /** A text is sent as it is, anything else as JSON, unless `content-type` says otherwise. Not with GET and HEAD. */
  readonly body?: Json
  readonly expect?: {
    /** What counts as success: a status, or a list of statuses and ranges such as `"200-299"` or `"2xx"`. Default `"2xx"`. */
    readonly status?: number | string | readonly (number | string)[]
    /** What the JSON of the answer must contain: objects at least these keys, everything else just this. */
    readonly json?: Json
  }
  /** The key that tells the service that two requests are the same wish. Default: the operation's id. False: it knows none. */
  readonly idempotencyKey?: string | false
  /** The longest the whole exchange may take. Default 60 s. */
  readonly timeout?: Duration
  /** The largest answer that is taken, in bytes. Default 1 MiB, at most 16 MiB. */
  readonly maxResponseBytes?: number
}

/** An input that was checked. */
export interface HttpRequest {
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  readonly isExpected: (status: number) => boolean
  /** Undefined: anything. */
  readonly json: Json | undefined
  /** Null: the operation's id. */
  readonly idempotencyKey: string | false | null
  readonly timeoutMs: number
  readonly maxResponseBytes: number
}

const METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']
const WITHOUT_BODY: readonly string[] = ['GET', 'HEAD']
const MAX_KEY = 255
const KEY = `must be a text of 1 to ${MAX_KEY} visible characters of ASCII, or false`
const DEFAULT_TIMEOUT_MS = 60_000
const DEFAULT_RESPONSE_BYTES = 1024 * 1024
const MAX_RESPONSE_BYTES = 16 * DEFAULT_RESPONSE_BYTES

const ONE_STATUS = 'must be a status, a range such as "200-299" or "2xx", or a list of them'
const status = z.union([z.number(), z.string()])
const duration = checked(z.union([z.number(), z.string()], 'must be milliseconds, or a text such as "30s"'), durationFault)

export const httpRequestSchema = fields(
  {
    method: checked(text, (method) =>
      METHODS.includes(method.toUpperCase()) ? null : `must be one of ${METHODS.join(', ')}`,
    ).meta({
      examples: ['GET'],
    }),
    url: address,
    headers: headersExcept([]).optional(),
    body: z.json('must be JSON').optional(),
    expect: fields(
      {
        status: checked(z.union([status, z.array(status)], ONE_STATUS), statusFault).optional(),
        json: z.json('must be JSON').optional(),
      },
      ' with status or json',
    ).optional(),
    idempotencyKey: checked(z.union([z.literal(false), z.string()], KEY), keyFault).optional(),
    timeout: duration.optional(),
    maxResponseBytes: z
      .int('must be a whole number')
      .min(0, 'must be a number from 0 up')
      .max(MAX_RESPONSE_BYTES, `must be at most ${MAX_RESPONSE_BYTES}`)
      .optional(),
  },
  ' with method and url',
).superRefine(({ method, body }, context) => {
  const { path, message } = { path: ['body'], message: `cannot be sent with ${method.toUpperCase()}` }
  if (body !== undefined && WITHOUT_BODY.includes(method.toUpperCase())) context.addIssue({ code: 'custom', path, message })
})

function statusFault(statuses: number | string | readonly (number | string)[]): string | null {
  const list = typeof statuses === 'object' ? statuses : [statuses]
  return list.length > 0 && list.every((one) => isStatusRange(String(one))) ? null : ONE_STATUS
}

/** Visible ASCII is what every service takes as the value of a header. */
function keyFault(key: string | false): string | null {
  return key === false || (key.length <= MAX_KEY && /^[!-~]+$/.test(key)) ? null : KEY
}

function durationFault(value: Duration): string | null {
  try {
    return parseDuration(value, 'timeout') >= 1 ? null : 'must be at least 1 ms'
  } catch {
    return 'must be milliseconds, or a text such as "30s"'
  }
}

/**
 * Checks the input of `http_request`.
 *
 * @throws InvalidInputError naming the field; it does not repeat values, which may be secrets
 */
export function parseHttpRequestInput(input: unknown): HttpRequest {
  const result = httpRequestSchema.safeParse(input)
  if (!result.success) throw toInvalidInput(result.error)
  const { data } = result
  const { bytes, type } = encodeBody(data.body)
  const headers = inLowerCase(data.headers ?? {})
  return {
    method: data.method.toUpperCase(),
    url: new URL(data.url),
    headers: type === null ? headers : { 'content-type': type, ...headers },
    body: bytes,
    isExpected: parseStatuses(data.expect?.status ?? '2xx'),
    json: data.expect?.json,
    idempotencyKey: data.idempotencyKey ?? headers['idempotency-key'] ?? null,
    timeoutMs: data.timeout === undefined ? DEFAULT_TIMEOUT_MS : parseDuration(data.timeout, 'timeout'),
    maxResponseBytes: data.maxResponseBytes ?? DEFAULT_RESPONSE_BYTES,
  }
}

function encodeBody(body: Json | undefined): { readonly bytes: Buffer | null; readonly type: string | null } {
  if (body === undefined) return { bytes: null, type: null }
  if (typeof body === 'string') return { bytes: Buffer.from(body), type: 'text/plain; charset=utf-8' }
  return { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' }
}
