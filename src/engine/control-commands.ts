import type { CommandOf } from '../operation/command.ts'
import { InvalidInputError } from '../operation/errors.ts'
import { inRange } from '../policy/checks.ts'
import { MAX_ATTEMPTS } from '../policy/policy.ts'
import { redactText } from '../policy/redact.ts'
import type { CancelOptions, ControlOptions, RetryOptions } from './options.ts'

const MAX_REASON = 1000
const MAX_ACTOR = 255

/** What a person can ask of an operation. */
export type PersonCommand = CommandOf<'pause' | 'resume' | 'retry' | 'cancel'>

/** @throws InvalidInputError, as each of these does, when an option is out of its range */
export function pauseCommand(options: ControlOptions): CommandOf<'pause'> {
  return { type: 'pause', actor: checkActor(options.actor) }
}

export function resumeCommand(options: ControlOptions): CommandOf<'resume'> {
  return { type: 'resume', actor: checkActor(options.actor) }
}

export function cancelCommand(options: CancelOptions): CommandOf<'cancel'> {
  const reason = options.reason ?? null
  if (reason !== null && (typeof reason !== 'string' || reason.length > MAX_REASON)) {
    throw new InvalidInputError(`reason is a text of at most ${MAX_REASON} characters`, { field: 'reason' })
  }
  return { type: 'cancel', actor: checkActor(options.actor), reason: reason === null ? null : redactText(reason) }
}

/** @param attemptId the id that the attempt will have which the retry leads to */
export function retryCommand(options: Omit<RetryOptions, 'input'>, attemptId: string): CommandOf<'retry'> {
  const { maxAttempts, force = false } = options
  return {
    type: 'retry',
    actor: checkActor(options.actor),
    force,
    maxAttempts: maxAttempts === undefined ? null : inRange(maxAttempts, 'maxAttempts', 1, MAX_ATTEMPTS, MAX_ATTEMPTS),
    attemptId,
    circuit: null,
  }
}

/** Who asks: a name of at most 255 characters, or nobody. */
export function checkActor(actor: string | undefined): string | null {
  if (actor === undefined) return null
  if (typeof actor !== 'string' || actor.length > MAX_ACTOR) {
    throw new InvalidInputError(`actor is a text of at most ${MAX_ACTOR} characters`, { field: 'actor' })
  }
  return actor
}
