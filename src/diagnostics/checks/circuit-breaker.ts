import type { Recovery } from '../../engine/recovery.ts'
import { admit, type BreakerState, newBreaker, report, stateAt } from '../../policy/breaker.ts'
import { DEFAULT_BREAKER } from '../../policy/breaker-settings.ts'
import { ended } from '../evidence.ts'
import { expect } from '../expect.ts'
import { Trial } from '../trial.ts'
import type { Check } from './check.ts'

const THRESHOLD = 3
const SETTINGS = { ...DEFAULT_BREAKER.settings, threshold: THRESHOLD, timeoutMs: 1000 }
const SCOPE = 'guarded'

/** Breakers open after their failures, refuse, permit one probe when their time has come, and close after its success. */
export const CIRCUIT_BREAKER: Check = {
  name: 'circuit_breaker',
  run: async (grounds) => {
    checkDecisions()
    await Trial.run(grounds, async (trial) => checkEngine(await trial.engine()))
    return 'A breaker opened after its failures, refused operations, permitted one probe and closed'
  },
}

/** What the policy decides, with all the time in the world. */
function checkDecisions(): void {
  let breaker = newBreaker(0)
  for (let failure = 0; failure < THRESHOLD; failure++) breaker = call(breaker, 'failure', 0)
  expect(breaker.kind === 'open', `After ${THRESHOLD} failures the breaker is ${breaker.kind} instead of open`)
  expect(admit(SETTINGS, breaker, SETTINGS.timeoutMs - 1) === null, 'An open breaker permitted a call before its time')
  const probing = admit(SETTINGS, breaker, SETTINGS.timeoutMs)
  expect(probing !== null, 'The breaker permitted no probe when its time had come')
  expect(admit(SETTINGS, probing.state, SETTINGS.timeoutMs) === null, 'A half-open breaker permitted a second probe')
  const closed = call(stateAt(breaker, SETTINGS.timeoutMs), 'success', SETTINGS.timeoutMs)
  expect(closed.kind === 'closed', `After a successful probe the breaker is ${closed.kind} instead of closed`)
}

/** What a breaker makes of one call, which must be permitted. */
function call(state: BreakerState, outcome: 'success' | 'failure', now: number): BreakerState {
  const admitted = admit(SETTINGS, state, now)
  expect(admitted !== null, `A breaker that is ${state.kind} refused a call that it must permit`)
  return report(SETTINGS, admitted.state, admitted.permit, { outcome, durationMs: 1, retryAfterMs: null }, now)
}

/** What the engine does with it. */
async function checkEngine(recovery: Recovery): Promise<void> {
  let healthy = false
  let calls = 0
  const guarded = recovery.define(
    'guarded',
    () => {
      calls++
      if (!healthy) throw new Error('The other side is down')
      return null
    },
    { maxRetries: 0, circuitBreaker: { scope: SCOPE, threshold: THRESHOLD, whenOpen: 'fail', timeout: '1h' } },
  )
  const stateAfter = async () => (await ended(recovery, (await guarded.start(null)).id)).state
  for (let failure = 0; failure < THRESHOLD; failure++) await stateAfter()
  const refused = await stateAfter()
  expect(refused === 'failed' && calls === THRESHOLD, `With an open breaker an operation ended ${refused} after ${calls} calls`)
  const breaker = recovery.breakers.find(SCOPE)
  expect(breaker?.state === 'open', `After ${THRESHOLD} failed operations the breaker is ${breaker?.state} instead of open`)
  expect(breaker.trips === 1, `The breaker counts ${breaker.trips} trips instead of 1`)

  // Forced open for a moment, so that a probe is due at once.
  healthy = true
  await recovery.breakers.trip(SCOPE, { for: 1 })
  await pastProbe(recovery)
  const probed = await stateAfter()
  expect(probed === 'success', `The probe of a half-open breaker ended ${probed}`)
  const state = recovery.breakers.find(SCOPE)?.state
  expect(state === 'closed', `After a successful probe the breaker is ${state} instead of closed`)
}

/** Waits until the breaker is half open: an operation without a breaker takes longer than that. */
async function pastProbe(recovery: Recovery): Promise<void> {
  const idle = recovery.define('idle', () => null)
  while (recovery.breakers.find(SCOPE)?.state === 'open') await idle.run(null)
}
