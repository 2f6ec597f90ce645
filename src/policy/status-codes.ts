import { type ErrorKind, type ErrorKindName, KINDS } from './error-kinds.ts'

export const HTTP: Readonly<Record<number, ErrorKindName>> = {
  401: 'api',
  403: 'api',
  404: 'missing',
  407: 'auth',
  408: 'timeout',
  410: 'missing',
  425: 'rateLimit',
  429: 'rateLimit',
  501: 'data',
  505: 'data',
  507: 'disk',
  509: 'quota',
  511: 'auth',
}

/** What an HTTP status from 400 to 599 says. */
export function byHttpStatus(status: number): ErrorKind {
  return KINDS[HTTP[status] ?? (status >= 500 ? 'unavailable' : 'data')]
}

/** An attempt is at-least-once, so its function is idempotent: that makes 4 and 10 safe to try again. */
export const GRPC: Readonly<Record<number, ErrorKindName>> = {
  1: 'cancelled',
  3: 'data',
  4: 'timeout',
  5: 'missing',
  7: 'api',
  8: 'quota',
  9: 'data',
  10: 'contention',
  11: 'data',
  12: 'data',
  14: 'unavailable',
  16: 'auth',
}

/**
 * What a gRPC status says (https://grpc.github.io/grpc/core/md_doc_statuscodes.html).
 *
 * @param isPushedBack the server said when to come back: only then is RESOURCE_EXHAUSTED tried again
 */
export function byGrpcStatus(code: number, isPushedBack: boolean): ErrorKind | null {
  const kind = GRPC[code]
  if (kind === undefined) return null
  return kind === 'quota' && !isPushedBack ? KINDS.pushback : KINDS[kind]
}

/** By the whole SQLSTATE, before its class. Source: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
export const SQLSTATES: Readonly<Record<string, ErrorKindName>> = {
  40001: 'contention',
  '40P01': 'contention',
  53100: 'storage',
  53200: 'memory',
  '55P03': 'contention',
  55006: 'contention',
  57014: 'timeout',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  42501: 'api',
}

export const SQLSTATE_CLASSES: Readonly<Record<string, ErrorKindName>> = {
  '08': 'connection',
  22: 'data',
  23: 'data',
  28: 'auth',
  42: 'schema',
  53: 'handles',
  58: 'unavailable',
}

const OUTCOME_UNKNOWN: ErrorKind = {
  ...KINDS.connection,
  remedy:
    'It is tried again by itself. Whether the last transaction was committed is not known: check what it should have written.',
}

const UNIQUE_VIOLATION: ErrorKind = {
  ...KINDS.data,
  remedy: 'The row is there already, perhaps from an earlier attempt: check it, then start it with other input or leave it.',
}

const SQLSTATE = /^\d[\dA-Z]{4}$/

/** What a Postgres SQLSTATE says; null for any other code. */
export function bySqlState(code: string): ErrorKind | null {
  if (!SQLSTATE.test(code)) return null
  if (code === '08007') return OUTCOME_UNKNOWN
  if (code === '23505') return UNIQUE_VIOLATION
  const kind = SQLSTATES[code] ?? SQLSTATE_CLASSES[code.slice(0, 2)]
  return kind === undefined ? null : KINDS[kind]
}
