import type { Role } from './caller.ts'
import { RecoveryError } from './errors.ts'

/** Who asks is not known: no token, or one that is not (or no longer) good. */
export class UnauthenticatedError extends RecoveryError {
  constructor(message: string, options?: ErrorOptions) {
    super('UNAUTHENTICATED', message, options)
  }
}

/** Who asks is known, and may not do this. */
export class ForbiddenError extends RecoveryError {
  readonly role: Role

  /** @param role the one that is needed */
  constructor(what: string, role: Role) {
    super('FORBIDDEN', `${what} needs the role ${role}; ask with a token of that role`)
    this.role = role
  }
}

/** Too much was asked in too short a time. */
export class RateLimitedError extends RecoveryError {
  readonly retryAfterMs: number

  constructor(message: string, retryAfterMs: number) {
    super('RATE_LIMITED', `${message}; try again in ${Math.ceil(retryAfterMs / 1000)} s`)
    this.retryAfterMs = retryAfterMs
  }
}
