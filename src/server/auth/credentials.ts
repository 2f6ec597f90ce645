import type { IncomingHttpHeaders } from 'node:http'

const BEARER = /^Bearer +(\S+) *$/i

/** The token of `Authorization: Bearer …`; null when there is none. */
export function bearerOf(headers: IncomingHttpHeaders): string | null {
  return tokenIn(headers.authorization)
}

/** The token of a socket's first words: `{ authorization: 'Bearer …' }` (or `Authorization`), or `{ token }`; null when there is none. */
export function tokenOfParams(params: unknown): string | null {
  if (typeof params !== 'object' || params === null) return null
  const { token, authorization, Authorization: capital } = params as Readonly<Record<string, unknown>>
  return typeof token === 'string' && token !== '' ? token : tokenIn(authorization ?? capital)
}

function tokenIn(header: unknown): string | null {
  return typeof header === 'string' ? (BEARER.exec(header)?.[1] ?? null) : null
}
