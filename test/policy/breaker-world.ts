import {
  admit,
  type BreakerState,
  circuitOf,
  newBreaker,
  permits,
  permitsFrom,
  report,
  stateAt,
} from '../../src/policy/breaker.ts'
import { type CircuitBreakerOptions, DEFAULT_BREAKER, resolveBreaker } from '../../src/policy/breaker-settings.ts'
import type { CallResult } from '../../src/policy/circuit.ts'

export const T0 = 1_700_000_000_000
export const FINE: CallResult = { outcome: 'success', durationMs: 10, retryAfterMs: null }
export const BAD: CallResult = { ...FINE, outcome: 'failure' }
export const IGNORED: CallResult = { ...FINE, outcome: 'ignored' }

/** A breaker with a memory, whose time the test owns. */
export function breaker(options: CircuitBreakerOptions = {}) {
  const settings = resolveBreaker(options, DEFAULT_BREAKER)?.settings ?? DEFAULT_BREAKER.settings
  let state: BreakerState = newBreaker(T0)
  const self = {
    now: T0,
    get state() {
      return state
    },
    become: (next: BreakerState) => {
      state = next
    },
    ask(): number | null {
      const next = admit(settings, state, self.now)
      state = next?.state ?? state
      return next?.permit ?? null
    },
    tell: (permit: number | null, result: CallResult) => {
      state = report(settings, state, permit ?? -1, result, self.now)
    },
    call(result: CallResult): string {
      const permit = self.ask()
      if (permit === null) return 'refused'
      self.tell(permit, result)
      return state.kind
    },
    permits: () => permits(settings, state, self.now),
    permitsFrom: () => permitsFrom(state, self.now),
    /** What it is by itself, as time has made it. */
    beneath: () => circuitOf(stateAt(state, self.now)),
  }
  return self
}
