import { RateLimitedError } from '../../operation/access-errors.ts'
import { RecoveryError } from '../../operation/errors.ts'
import type { Refusal } from '../replies.ts'

/** How HTTP answers what `Access` throws; null for any other error. */
export function refusalOfAccess(error: unknown): Refusal | null {
  if (!(error instanceof RecoveryError)) return null
  const { code, message } = error
  if (code === 'UNAUTHENTICATED') return { status: 401, code, message, headers: { 'www-authenticate': 'Bearer' } }
  if (code === 'FORBIDDEN') return { status: 403, code, message }
  if (!(error instanceof RateLimitedError)) return null
  const seconds = Math.max(1, Math.ceil(error.retryAfterMs / 1000))
  return { status: 429, code, message, headers: { 'retry-after': String(seconds) } }
}
