import type { ErrorCode } from '../../operation/errors.ts'
import type { Refusal } from '../replies.ts'

/** Thrown by a route in place of an answer. */
export class RefusedError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.message, options)
    this.name = 'RefusedError'
    this.refusal = refusal
  }
}

/** What an error type or a top-level error of GraphQL tells beside its code; the times are milliseconds. */
interface Told {
  readonly code: ErrorCode
  readonly message: string
  readonly field?: string | null
  readonly allowedActions?: readonly string[]
  readonly retryAfter?: number
  /** Of a circuit breaker that is open until a person resets it: its `retryAfter` promises nothing. */
  readonly untilReset?: boolean
}

// A code that is not here ends operations; no request is answered with it.
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  INVALID_INPUT: 400,
  UNKNOWN_FUNCTION: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_TRANSITION: 409,
  NEEDS_FORCE: 409,
  DUPLICATE_OPERATION: 409,
  DEADLINE_EXCEEDED: 409,
  CURSOR_EXPIRED: 410,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  CIRCUIT_OPEN: 503,
  OVERLOADED: 503,
  STORE_UNAVAILABLE: 503,
}

/** What the statuses of errors mean on every route that can answer them. */
export const STATUS_MEANINGS: Readonly<Record<number, string>> = {
  400: 'The body or a field cannot be used; the message names it.',
  401: 'The server wants a token, and this is none that it knows.',
  403: 'The token is of a role that may not do this.',
  404: 'Nothing has this id.',
  405: 'The path does not accept this method; `Allow` lists those it does.',
  409: 'The state of the operation does not allow it.',
  413: 'The body is larger than 1 MiB.',
  415: 'The body is not `application/json` in UTF-8.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  500: 'A fault of the server; its log has the details.',
  503: 'Not now, but soon: the store cannot be reached, too much was asked at once, or the server starts or stops. `Retry-After` says when.',
}

// For those who may ask again and were told no time.
const RETRY_AFTER_SECONDS = 1

/** What a caller is told of an error that GraphQL answered. */
export function refusalOf(told: Told): Refusal {
  const { code, message, field, allowedActions = [] } = told
  const status = STATUS[code] ?? 500
  const seconds = retryAfterSeconds(told, status)
  const suggestions = [
    ...allowedActions.map((action) => `What can be done now: ${action.toLowerCase().replace('_', ' ')}`),
    ...(code === 'NEEDS_FORCE' ? ['Retry it with {"force": true} when the cause of the error is gone'] : []),
  ]
  return {
    status,
    code,
    message,
    ...(field && { field: inSnakeCase(field) }),
    ...(suggestions.length > 0 && { suggestions }),
    ...(seconds !== null && { headers: { 'retry-after': String(seconds) } }),
  }
}

/** GraphQL names fields in camelCase. */
function inSnakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Null where asking again is not expected to help, or nobody knows when. */
function retryAfterSeconds({ code, retryAfter, untilReset }: Told, status: number): number | null {
  if ((status !== 503 && status !== 429) || untilReset === true) return null
  if (retryAfter !== undefined) return Math.max(1, Math.ceil(retryAfter / 1000))
  return code === 'CIRCUIT_OPEN' ? null : RETRY_AFTER_SECONDS
}

/** The payload of a result that may be an error type instead. */
export function orRefuse<T extends object>(result: T): Exclude<T, { code: ErrorCode }> {
  if ('code' in result) throw new RefusedError(refusalOf(result as unknown as Told))
  return result as Exclude<T, { code: ErrorCode }>
}

export function refuse(code: ErrorCode, message: string): never {
  throw new RefusedError(refusalOf({ code, message }))
}
