import { numberOf, property } from './thrown.ts'

const SECONDS = /^\d{1,9}$/
/** Resets above these are instants (epoch seconds, epoch milliseconds), not lengths of time. */
const EPOCH_SECONDS = 1_000_000_000
const EPOCH_MILLISECONDS = 1_000_000_000_000

/**
 * How long a server asks us to wait: `retryAfterMs` on the error, or the headers of its answer (in `headers` or
 * `response.headers`, and gRPC's `metadata`); null when it does not ask. In order: gRPC's pushback, `Retry-After`
 * (RFC 9110 §10.2.3, seconds or a date), and `RateLimit-Reset` or `X-RateLimit-Reset` when nothing remains.
 *
 * @param now the instant that a date is compared with
 */
export function retryAfterMs(error: unknown, now: number): number | null {
  const own = numberOf(error, 'retryAfterMs')
  if (own !== null && own >= 0) return own
  for (const headers of headersOf(error)) {
    if (headers === undefined) continue
    const asked = askedBy(headers, now)
    if (asked !== null) return asked
  }
  return null
}

/** Whether the server said that nothing remains of its rate limit. Some answer 403 then (GitHub) and mean 429. */
export function isRateLimited(error: unknown): boolean {
  return headersOf(error).some((headers) => readHeader(headers, 'x-ratelimit-remaining') === '0')
}

function headersOf(error: unknown): readonly unknown[] {
  const responses = [property(error, 'response'), property(error, '$response')]
  return [property(error, 'headers'), ...responses.map((response) => property(response, 'headers')), property(error, 'metadata')]
}

function askedBy(headers: unknown, now: number): number | null {
  const milliseconds = readHeader(headers, 'grpc-retry-pushback-ms') ?? readHeader(headers, 'retry-after-ms')
  if (milliseconds !== null && SECONDS.test(milliseconds)) return Number(milliseconds)
  const retryAfter = readHeader(headers, 'retry-after')
  const asked = retryAfter === null ? null : parseRetryAfter(retryAfter, now)
  return asked ?? untilReset(headers, now)
}

/** Milliseconds of a Retry-After header's value; null when it has no such form. A date that has passed is 0. */
export function parseRetryAfter(value: string, now: number): number | null {
  const text = value.trim()
  if (SECONDS.test(text)) return Number(text) * 1000
  if (!/[a-z]/i.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** Many services send their reset with every answer: it only counts once nothing remains. */
function untilReset(headers: unknown, now: number): number | null {
  for (const prefix of ['ratelimit', 'x-ratelimit', 'x-rate-limit']) {
    const remaining = readHeader(headers, `${prefix}-remaining`)
    const reset = readHeader(headers, `${prefix}-reset`)
    if (reset !== null && (remaining === null || remaining === '0')) return parseReset(reset, now)
  }
  return null
}

/** Seconds from now (draft-ietf-httpapi-ratelimit-headers), an instant in epoch seconds (GitHub) or milliseconds, or a date. */
function parseReset(value: string, now: number): number | null {
  const at = /^\d{10,16}$/.test(value) ? Number(value) : 0
  if (at >= EPOCH_MILLISECONDS) return Math.max(0, at - now)
  if (at >= EPOCH_SECONDS) return Math.max(0, at * 1000 - now)
  return parseRetryAfter(value, now)
}

/** A header by its lower-case name: of a `Headers`, a gRPC `Metadata`, or an object with names in any case. */
function readHeader(headers: unknown, name: string): string | null {
  if (headers === null || typeof headers !== 'object') return null
  try {
    const found = valuesOf(headers, name)
    const one: unknown = Array.isArray(found) ? found[0] : found
    return typeof one === 'string' || typeof one === 'number' ? String(one).trim() : null
  } catch {
    return null
  }
}

function valuesOf(headers: object, name: string): unknown {
  const { get } = headers as { readonly get?: unknown }
  if (typeof get === 'function') return (get as (this: unknown, name: string) => unknown).call(headers, name)
  const key = Object.keys(headers).find((one) => one.toLowerCase() === name)
  return key === undefined ? undefined : (headers as Readonly<Record<string, unknown>>)[key]
}
