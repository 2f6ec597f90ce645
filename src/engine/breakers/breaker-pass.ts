import type { CommandOf } from '../../operation/command.ts'
import { CircuitOpenError } from '../../operation/errors.ts'
import { circuitOpen } from '../../operation/operation-error.ts'
import type { WhenOpen } from '../../policy/breaker-settings.ts'
import type { CallResult } from '../../policy/circuit.ts'
import type { BreakerOutcome } from '../../policy/error-kinds.ts'
import { REFUSED, type ScopeBreaker, type Trouble } from './scope-breaker.ts'

const IGNORED: CallResult = { outcome: 'ignored', durationMs: 0, retryAfterMs: null }

/** The leave of a circuit breaker for one attempt, or its refusal. It is reported once, whatever becomes of the attempt. */
export class BreakerPass {
  readonly #breaker: ScopeBreaker | null
  readonly #permit: number
  #reported = false

  constructor(breaker: ScopeBreaker | null) {
    this.#breaker = breaker
    this.#permit = breaker === null ? REFUSED : breaker.admit()
  }

  /** The breaker that refuses, or null. */
  get refusedBy(): ScopeBreaker | null {
    return this.#permit === REFUSED ? this.#breaker : null
  }

  /** The attempt came to an end by itself or by its timeout. */
  ended(command: CommandOf<'complete'> | CommandOf<'fail'>, outcome: BreakerOutcome, durationMs: number): void {
    const error = command.type === 'fail' ? command.error : null
    this.report({ outcome, durationMs, retryAfterMs: error?.retryAfterMs ?? null }, error?.message ?? null)
  }

  /** The attempt is over. One that came to nothing (it was paused, say, or never began) says nothing of the other side. */
  close(): void {
    this.report(IGNORED)
  }

  /** What became of the call. Only the first report counts. */
  report(result: CallResult, trouble: Trouble = null): void {
    if (this.#reported || this.#permit === REFUSED) return
    this.#reported = true
    this.#breaker?.report(this.#permit, result, trouble)
  }
}

/** What a refusal makes of an operation, and the error to throw where it fails. */
export function refusalBy(breaker: ScopeBreaker, whenOpen: WhenOpen, now: number) {
  const { scope } = breaker
  const retryAfterMs = breaker.permitsInMs()
  const error = new CircuitOpenError(scope, retryAfterMs)
  const stored = circuitOpen(error.message, retryAfterMs)
  // Parked until it is unblocked, whatever the instant: where nobody knows one, none is made up.
  const until = now + (retryAfterMs ?? 0)
  return { error, command: { type: 'blocked', scope, until, whenOpen, error: stored } as const }
}
