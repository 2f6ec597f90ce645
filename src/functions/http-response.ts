import type { IncomingHttpHeaders } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../operation/json.ts'
import { showUrl, TransferError } from './errors.ts'
import { isEncoded } from './http-entity.ts'
import type { FetchResponse } from './http-fetch.ts'

/** What `http_request` answers. */
export interface HttpRequestResult extends JsonObject {
  readonly status: number
  /** Only those that are known to hold no secrets. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON when the answer says that it is, else text; null when there is none. */
  readonly body: Json
}

// Results are stored and shown, and a service may send secrets under any name: a cookie, a new token.
const SHOWN: readonly string[] = [
  ...['cache-control', 'content-language', 'content-length', 'content-type', 'date', 'etag', 'expires', 'last-modified'],
  ...['link', 'location', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id', 'x-total-count'],
]

export function shownHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const shown = SHOWN.flatMap((name) => {
    const value = headers[name]
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  return Object.fromEntries(shown)
}

/**
 * Reads a body that is no larger than it may be.
 *
 * @throws TransferError RESPONSE_TOO_LARGE, ENCODED_BODY, BAD_RESPONSE when it is no JSON though it says so
 */
export async function readBody(response: FetchResponse, maxBytes: number): Promise<Json> {
  const { url, headers } = response
  const announced = Number(headers['content-length'] ?? 0)
  const chunks: Buffer[] = []
  let size = 0
  if (announced > maxBytes) throw tooLarge(url, maxBytes)
  for await (const chunk of response.body()) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(url, maxBytes)
    chunks.push(chunk)
  }
  if (size === 0) return null
  if (isEncoded(headers)) {
    const encoding = JSON.stringify(headers['content-encoding'])
    throw new TransferError('ENCODED_BODY', `${showUrl(url)} answers encoded as ${encoding}, although nobody asked for that`)
  }
  return decode(url, headers['content-type'] ?? '', Buffer.concat(chunks, size))
}

function tooLarge(url: URL, maxBytes: number): TransferError {
  return new TransferError('RESPONSE_TOO_LARGE', `${showUrl(url)} answers with more than ${maxBytes} bytes`)
}

function decode(url: URL, contentType: string, bytes: Buffer): Json {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';')
  const charset = /charset="?([^\s";]+)/.exec(parameters.join(';'))?.[1] ?? 'utf-8'
  const text = decoderOf(charset).decode(bytes)
  if (!/^application\/(.+\+)?json$/.test(type.trim())) return text
  try {
    return JSON.parse(text) as Json
  } catch (cause) {
    throw noJson(url, cause)
  }
}

function noJson(url: URL, cause: unknown): TransferError {
  return new TransferError('BAD_RESPONSE', `${showUrl(url)} says that it answers JSON, and it is none`, { cause })
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}

/** Whether a value holds what is expected: objects at least these keys, everything else just this. */
export function contains(value: Json, expected: Json): boolean {
  if (!(isObject(value) && isObject(expected))) return isDeepStrictEqual(value, expected)
  return Object.entries(expected).every(([key, part]) => Object.hasOwn(value, key) && contains(value[key] as Json, part))
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
