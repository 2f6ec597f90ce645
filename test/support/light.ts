import type { Log } from '../../src/engine/context.ts'
import { createNewId, ProcessHold } from '../../src/engine/system.ts'
import { standaloneCommons } from '../../src/engine/wrapping/commons.ts'
import { createRecoverable, type Recoverable } from '../../src/engine/wrapping/recoverable.ts'
import { TimerWheel } from '../../src/engine/wrapping/timer-wheel.ts'
import { LIBRARY_DEFAULTS } from '../../src/policy/policy.ts'
import { FakeClock } from './fake-clock.ts'
import { seededRandom } from './seeded-random.ts'

/** `recoverable` as the library exports it, without any Recovery, with time that the test owns. */
export function testRecoverable({ enabled = true } = {}): {
  readonly recoverable: Recoverable
  readonly clock: FakeClock
  readonly warnings: string[]
} {
  const clock = new FakeClock()
  const warnings: string[] = []
  const silent = () => undefined
  const log: Log = { debug: silent, info: silent, warn: (_fields, message) => warnings.push(message), error: silent }
  const wheel = new TimerWheel(clock, new ProcessHold())
  const newId = createNewId(clock)
  const parts = { clock, wheel, log, commons: standaloneCommons(clock, newId), newId, random: seededRandom(1) }
  return { recoverable: createRecoverable({ ...parts, defaults: LIBRARY_DEFAULTS, enabled }), clock, warnings }
}
