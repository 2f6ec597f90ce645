import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Admission,
  admit,
  type BreakerState,
  circuitOf,
  forceClosed,
  newBreaker,
  permits,
  report,
  reset,
  stateAt,
  trip,
  UNCOUNTED,
} from '../../src/policy/breaker.ts'
import { type BreakerSettings, DEFAULT_BREAKER } from '../../src/policy/breaker-settings.ts'
import type { CallResult, Circuit } from '../../src/policy/circuit.ts'

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
  /** Calls that were permitted and have not reported. */
  readonly out: Admission[]
}

function play(settings: BreakerSettings, world: World, happening: Happening): void {
  if (happening.does === 'wait' && 'ms' in happening) world.now += happening.ms
  else if (happening.does === 'ask') {
    const next = admit(settings, world.state, world.now)
    if (next === null) return
    world.state = next.state
    world.out.push(next)
  } else if (happening.does === 'tell' && 'which' in happening) {
    const [call] = world.out.splice(happening.which % Math.max(1, world.out.length), 1)
    if (call !== undefined) world.state = report(settings, world.state, call.permit, happening.result, world.now)
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
    const circuit = circuitOf(state)
    if (circuit.kind !== 'half_open') return
    const probes = out.filter((call) => call.permit === circuit.generation)
    expect(circuit.inFlight).toBe(probes.length)
    expect(circuit.inFlight).toBeLessThanOrEqual(settings.probes)
    expect(circuit.successes).toBeLessThan(settings.successes)
  })
})

test('a closed breaker has fewer failures in a row than its threshold', () => {
  forAllHistories((settings, { state }) => {
    const { kind, failures } = circuitOf(state)
    if (kind === 'closed' && settings.threshold !== null) expect(failures).toBeLessThan(settings.threshold)
  })
})

test('an open one opened no longer ago than it stays open, which is never longer than its longest', () => {
  forAllHistories((settings, { state }) => {
    const circuit = circuitOf(state)
    if (circuit.kind !== 'open') return
    const length = circuit.retryAt - circuit.openedAt
    expect(length).toBeGreaterThanOrEqual(Math.min(settings.timeoutMs, settings.maxTimeoutMs))
    expect(length).toBeLessThanOrEqual(settings.maxTimeoutMs)
    expect(circuit.openings).toBeGreaterThan(0)
  })
})

const LEADS: Readonly<Record<Circuit['kind'], readonly Circuit['kind'][]>> = {
  closed: ['open'],
  open: ['half_open'],
  half_open: ['open', 'closed'],
}

test('by itself it goes no other way than closed, open, half open and back, one generation at a time', () => {
  const seen = new Set<string>()
  forAllHistories((_settings, { state }, before, { does }) => {
    const [after, earlier] = [circuitOf(state), circuitOf(before)]
    const byPerson = !['ask', 'tell', 'wait'].includes(does)
    const tripEnds = !byPerson && before.kind === 'forced_open' && state.kind !== 'forced_open'
    if (does === 'reset' || tripEnds || after.kind !== earlier.kind) expect(after.generation).toBe(earlier.generation + 1)
    else if (!byPerson) expect(after.generation).toBe(earlier.generation)
    if (byPerson || tripEnds || after.kind === earlier.kind) return
    expect(LEADS[earlier.kind]).toContain(after.kind)
    seen.add(`${earlier.kind} ${after.kind}`)
  })
  expect(seen.size).toBe(Object.values(LEADS).flat().length)
})

test('what a person wants ends only by a person, or by its time', () => {
  forAllHistories((_settings, { state, now }, before, { does }) => {
    if (!['ask', 'tell', 'wait'].includes(does) || circuitOf(before) === before || state.kind === before.kind) return
    expect([before.kind, state.kind]).toEqual(['forced_open', 'half_open'])
    expect(before).toMatchObject({ until: expect.any(Number) })
    expect(circuitOf(state).since).toBeLessThanOrEqual(now)
  })
})

const anyTwinHistory = fc.record({
  settings: anySettings,
  /** What happens by itself; the person comes after so many of it. */
  happenings: fc.array(
    anyHappening.filter(({ does }) => does === 'ask' || does === 'tell' || does === 'wait'),
    { maxLength: 80, size: 'max' },
  ),
  forcedAfter: fc.nat(20),
})

/** One that a person forces, and its twin that nobody does; of calls the twin gets those that the other one gets. */
function forAllTwins(force: (state: BreakerState, now: number) => BreakerState): ReadonlySet<string> {
  const seen = new Set<string>()
  const property = fc.property(anyTwinHistory, ({ settings, happenings, forcedAfter }) => {
    const alone: World = { state: newBreaker(T0), now: T0, out: [] }
    const forced: World = { state: newBreaker(T0), now: T0, out: [] }
    for (const [index, happening] of happenings.entries()) {
      if (index === forcedAfter) forced.state = force(forced.state, forced.now)
      const permitted = forced.out.length
      if (happening.does !== 'tell') {
        play(settings, forced, happening)
        const isRefused = happening.does === 'ask' && forced.out.length === permitted
        if (!isRefused) play(settings, alone, happening)
        // What only the person permits is no call of the twin, which refuses it.
        if (forced.out.length > alone.out.length) alone.out.push(NOBODY)
      } else for (const world of [forced, alone]) play(settings, world, happening)
      expect(circuitOf(stateAt(forced.state, forced.now))).toEqual(stateAt(alone.state, alone.now))
      if (index >= forcedAfter) seen.add(alone.state.kind)
    }
  })
  fc.assert(property, { seed: 20_261_126, numRuns: 1000 })
  return seen
}

/** A place among the calls that are out, whose report says nothing. */
const NOBODY: Admission = { state: newBreaker(T0), permit: UNCOUNTED }

test('kept closed by a person, it is beneath what it would be alone', () => {
  expect([...forAllTwins(forceClosed)].sort()).toEqual(['closed', 'half_open', 'open'])
})

test('kept open by a person, it is beneath what it would be alone without calls', () => {
  expect([...forAllTwins((state, now) => trip(state, now, null))].sort()).toEqual(['closed', 'half_open', 'open'])
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
      state = report(settings, state, circuitOf(state).generation, { outcome: 'failure', durationMs: 0, retryAfterMs: null }, now)
      expect(state.kind).toBe(failures === threshold ? 'open' : 'closed')
    }
  })
  fc.assert(property, { seed: 7 })
})
