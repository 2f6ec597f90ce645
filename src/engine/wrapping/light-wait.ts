import { CircuitOpenError } from '../../operation/errors.ts'
import type { ScopeBreaker } from '../breakers/scope-breaker.ts'
import type { LightCall } from './light-call.ts'
import type { TimerWheel } from './timer-wheel.ts'

/** How long an attempt that begins now may take: until its timeout or the deadline, whichever is sooner; null without both. */
export function limitMsOf({ wrapped, deadlineAt }: LightCall): number | null {
  const { timeoutMs } = wrapped.policy
  if (deadlineAt === null) return timeoutMs
  const leftMs = Math.max(0, deadlineAt - wrapped.runtime.clock.now())
  return timeoutMs === null ? leftMs : Math.min(leftMs, timeoutMs)
}

/** How a call that its breaker refuses goes on: it waits for so many milliseconds, or ends with this error. */
export function refusal(call: LightCall, breaker: ScopeBreaker): number | CircuitOpenError {
  const { wrapped, deadlineAt, failures } = call
  const now = wrapped.runtime.clock.now()
  const refusedMs = breaker.permitsInMs()
  const retryAfterMs = refusedMs === null ? null : Math.max(1, refusedMs)
  const leftMs = deadlineAt === null ? Number.POSITIVE_INFINITY : deadlineAt - now
  if (wrapped.whenOpen === 'fail' || (retryAfterMs ?? 1) >= leftMs) {
    return new CircuitOpenError(breaker.scope, retryAfterMs, failures?.thrown)
  }
  // Tripped until it is reset, or half open with its probes under way: the end of that is a change, and nobody knows when.
  return Math.min(refusedMs === null || refusedMs === 0 ? breaker.settings.timeoutMs : refusedMs, leftMs)
}

interface Waiting {
  readonly delayMs: number
  /** Looked at again when it changes, however long the wait is to be. */
  readonly breaker: ScopeBreaker | null
  readonly signal: AbortSignal | null
}

/** Calls one of the two, once: `goOn` after the wait, or `takenBack` as soon as the signal is aborted. */
export function wait(wheel: TimerWheel, { delayMs, breaker, signal }: Waiting, goOn: () => void, takenBack: () => void): void {
  const stopThen = (next: () => void) => () => {
    timer.cancel()
    forget?.()
    signal?.removeEventListener('abort', takeBack)
    next()
  }
  const takeBack = stopThen(takenBack)
  const ring = stopThen(goOn)
  const timer = wheel.set(delayMs, ring)
  const forget = breaker?.atNextChange(ring)
  signal?.addEventListener('abort', takeBack, { once: true })
}
