import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  admit,
  type BreakerState,
  type CallResult,
  forceClosed,
  newBreaker,
  permits,
  report,
  reset,
  stateAt,
  trip,
} from '../../src/policy/breaker.ts'
import { type BreakerSettings, DEFAULT_BREAKER } from '../../src/policy/breaker-settings.ts'

const T0 = 1_700_000_000_000

const anySettings: fc.Arbitrary<BreakerSettings> = fc.record({
  threshold: fc.option(fc.integer({ min: 1, max: 6 })),
  timeoutMs: fc.integer({ min: 1, max: 1000 }),
  failureRate: fc.option(fc.constantFrom(0.25, 0.5, 1)),
  window: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('calls' as const), size: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ kind: fc.constant('time' as const), lengthMs: fc.integer({ min: 1, max: 500 }) }),
    ),
  ),
  minimumCalls: fc.integer({ min: 1, max: 5 }),
  slowCallMs: fc.option(fc.constant(100)),
  slowCallRate: fc.option(fc.constantFrom(0.5, 1)),
  probes: fc.integer({ min: 1, max: 3 }),
  successes: fc.integer({ min: 1, max: 3 }),
  growth: fc.constantFrom(1, 2, 100),
  maxTimeoutMs: fc.constant(5000),
})

const anyResult: fc.Arbitrary<CallResult> = fc.record({
  outcome: fc.constantFrom('success' as const, 'ignored' as const, 'failure' as const, 'failure' as const),
  durationMs: fc.constantFrom(0, 100),
  retryAfterMs: fc.option(fc.integer({ min: 0, max: 10_000 })),
})

const anyHappening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('ask' as const) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('tell' as const), which: fc.nat(9), result: anyResult }) },
  // A clock that stands still, goes on, leaps ahead, or is set back.
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 50, 1000, 1e9, -500) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('trip', 'trip for', 'force closed', 'reset') }) },
)
type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never

interface World {
  state: BreakerState
  now: number
  /** Calls that were permitted and have not reported, as the state that permitted them. */
  readonly out: BreakerState[]
}

function play(settings: BreakerSettings, world: World, happening: Happening): void {
  if (happening.does === 'wait' && 'ms' in happening) world.now += happening.ms
  else if (happening.does === 'ask') {
    const next = admit(settings, world.state, world.now)
    if (next === null) return
    world.state = next
    world.out.push(next)
  } else if (happening.does === 'tell' && 'which' in happening) {
    const [call] = world.out.splice(happening.which % Math.max(1, world.out.length), 1)
    if (call !== undefined) world.state = report(settings, world.state, call.generation, happening.result, world.now)
  } else if (happening.does === 'trip') world.state = trip(world.state, world.now, null)
  else if (happening.does === 'trip for') world.state = trip(world.state, world.now, world.now + 100)
  else if (happening.does === 'force closed') world.state = forceClosed(world.state, world.now)
  else world.state = reset(world.state, world.now)
}

/** Plays many histories, the same in every run, and checks `law` after each step. */
function forAllHistories(law: (settings: BreakerSettings, world: World, before: BreakerState, last: Happening) => void): void {
  const histories = fc.array(anyHappening, { maxLength: 80, size: 'max' })
  const property = fc.property(anySettings, histories, (settings, happenings) => {
    const world: World = { state: newBreaker(T0), now: T0, out: [] }
    for (const happening of happenings) {
      const before = world.state
      play(settings, world, happening)
      law(settings, world, before, happening)
    }
  })
  fc.assert(property, { seed: 20_260_103, numRuns: 1000 })
}

test('never are more probes out than it permits, and it never loses count of them', () => {
  forAllHistories((settings, { state, out }) => {
    if (state.kind !== 'half_open') return
    const probes = out.filter((call) => call.generation === state.generation)
    expect(state.inFlight).toBe(probes.length)
    expect(state.inFlight).toBeLessThanOrEqual(settings.probes)
    expect(state.successes).toBeLessThan(settings.successes)
  })
})

test('a closed breaker has fewer failures in a row than its threshold', () => {
  forAllHistories((settings, { state }) => {
    if (state.kind === 'closed' && settings.threshold !== null) expect(state.failures).toBeLessThan(settings.threshold)
  })
})

test('an open one opened no longer ago than it stays open, which is never longer than its longest', () => {
  forAllHistories((settings, { state }) => {
    if (state.kind !== 'open') return
    const length = state.retryAt - state.openedAt
    expect(length).toBeGreaterThanOrEqual(Math.min(settings.timeoutMs, settings.maxTimeoutMs))
    expect(length).toBeLessThanOrEqual(settings.maxTimeoutMs)
    expect(state.openings).toBeGreaterThan(0)
  })
})

const LEADS: Readonly<Record<BreakerState['kind'], readonly BreakerState['kind'][]>> = {
  closed: ['open'],
  open: ['half_open'],
  half_open: ['open', 'closed'],
  forced_open: ['half_open'],
  forced_closed: [],
}

test('by itself it goes no other way than closed, open, half open and back, one generation at a time', () => {
  const seen = new Set<string>()
  forAllHistories((_settings, { state }, before, { does }) => {
    const byPerson = !['ask', 'tell', 'wait'].includes(does)
    if (state.kind !== before.kind || byPerson) expect(state.generation).toBe(before.generation + 1)
    else expect(state.generation).toBe(before.generation)
    if (state.kind === before.kind || byPerson) return
    expect(LEADS[before.kind]).toContain(state.kind)
    seen.add(`${before.kind} ${state.kind}`)
  })
  expect(seen.size).toBe(Object.values(LEADS).flat().length)
})

test('whoever is told that a call is permitted is permitted, and whoever is not is refused', () => {
  forAllHistories((settings, { state, now }) => {
    expect(permits(settings, state, now) > 0).toBe(admit(settings, state, now) !== null)
    expect(stateAt(stateAt(state, now), now)).toEqual(stateAt(state, now))
  })
})

test('with failures alone it opens exactly at its threshold', () => {
  const property = fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.nat(1e6), { maxLength: 50 }), (threshold, steps) => {
    const settings = { ...DEFAULT_BREAKER.settings, threshold }
    let state = newBreaker(T0)
    let now = T0
    for (let failures = 1; failures <= threshold; failures++) {
      now += steps[failures] ?? 0
      state = report(settings, state, state.generation, { outcome: 'failure', durationMs: 0, retryAfterMs: null }, now)
      expect(state.kind).toBe(failures === threshold ? 'open' : 'closed')
    }
  })
  fc.assert(property, { seed: 7 })
})
