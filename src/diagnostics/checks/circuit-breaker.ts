import { admit, type BreakerState, newBreaker, report, stateAt } from '../../policy/breaker.ts'
import { DEFAULT_BREAKER } from '../../policy/breaker-settings.ts'
import { expect } from '../expect.ts'
import type { Check } from './check.ts'

const SETTINGS = { ...DEFAULT_BREAKER.settings, threshold: 3, timeoutMs: 1000 }

/** What a breaker makes of one call, which must be permitted. */
function call(state: BreakerState, outcome: 'success' | 'failure', now: number): BreakerState {
  const admitted = admit(SETTINGS, state, now)
  expect(admitted !== null, `A breaker that is ${state.kind} refused a call that it must permit`)
  return report(SETTINGS, admitted, admitted.generation, { outcome, durationMs: 1, retryAfterMs: null }, now)
}

/** A breaker opens after its failures, refuses, permits one probe when its time has come, and closes after its success. */
export const CIRCUIT_BREAKER: Check = {
  name: 'circuit_breaker',
  run: async () => {
    let breaker = newBreaker(0)
    for (let failure = 0; failure < SETTINGS.threshold; failure++) breaker = call(breaker, 'failure', 0)
    expect(breaker.kind === 'open', `After ${SETTINGS.threshold} failures the breaker is ${breaker.kind} instead of open`)
    expect(admit(SETTINGS, breaker, SETTINGS.timeoutMs - 1) === null, 'An open breaker permitted a call before its time')
    const probing = admit(SETTINGS, breaker, SETTINGS.timeoutMs)
    expect(probing !== null, 'The breaker permitted no probe when its time had come')
    expect(admit(SETTINGS, probing, SETTINGS.timeoutMs) === null, 'A half-open breaker permitted a second probe')
    const closed = call(stateAt(breaker, SETTINGS.timeoutMs), 'success', SETTINGS.timeoutMs)
    expect(closed.kind === 'closed', `After a successful probe the breaker is ${closed.kind} instead of closed`)
    return 'A breaker opened after its failures, refused, permitted one probe and closed'
  },
}
