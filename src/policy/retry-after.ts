const SECONDS = /^\d{1,9}$/

/**
 * How long a server asks us to wait: `retryAfterMs` on the error, or its Retry-After header (RFC 9110 §10.2.3,
 * seconds or a date), in `headers` or `response.headers`; null when it does not ask.
 *
 * @param now the instant that a date is compared with
 */
export function retryAfterMs(error: unknown, now: number): number | null {
  if (error === null || typeof error !== 'object') return null
  const { retryAfterMs: own, headers, response } = error as { retryAfterMs?: unknown; headers?: unknown; response?: unknown }
  if (typeof own === 'number' && own >= 0 && Number.isFinite(own)) return own
  const header = readHeader(headers) ?? readHeader((response as { headers?: unknown } | null | undefined)?.headers)
  return header === null ? null : parseRetryAfter(header, now)
}

/** Milliseconds of a Retry-After header's value; null when it has no such form. A date that has passed is 0. */
export function parseRetryAfter(value: string, now: number): number | null {
  const text = value.trim()
  if (SECONDS.test(text)) return Number(text) * 1000
  if (!/[a-z]/i.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

function readHeader(headers: unknown): string | null {
  if (headers === null || typeof headers !== 'object') return null
  const get = (headers as { get?: unknown }).get
  const found =
    typeof get === 'function'
      ? (get as (this: unknown, name: string) => unknown).call(headers, 'retry-after')
      : ((headers as Record<string, unknown>)['retry-after'] ?? (headers as Record<string, unknown>)['Retry-After'])
  return typeof found === 'string' ? found : null
}
