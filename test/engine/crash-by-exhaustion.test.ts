import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/operation/store.ts'
import { activityAgrees } from '../support/activity.ts'
import { agreesWithItself } from '../support/consistency.ts'
import { Crashable, type CrashPoint } from '../support/crashing-store.ts'
import { type Base, openEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { eventsOf } from '../support/store-reads.ts'
import { ID, SCENARIOS, type Scenario, type World } from './crash-scenarios.ts'
import { GROUNDS, type Ground } from './grounds.ts'

const MOST_LIVES = 5
const CASES = GROUNDS.flatMap((ground) => SCENARIOS.map((scenario) => ({ ground, scenario })))

/** What one telling of a story came to. */
interface Told {
  /** How many commits the last life made. */
  readonly commits: number
  /** How many events were durable after each commit of the first life. */
  readonly written: readonly number[]
  readonly world: World
}

describe.each(CASES)('after a crash at any commit on $ground.name: $scenario.name', ({ ground, scenario }) => {
  test('what is durable is what was committed, and the story comes to the same end', async () => {
    const whole = await tell(scenario, await ground.lay(), [])
    expect(whole.commits).toBeGreaterThan(2)
    for (let commit = 1; commit <= whole.commits; commit++) {
      for (const when of ['before', 'after'] as const) {
        const told = await tell(scenario, await ground.lay(), [{ commit, when }])
        // A commit is durable as a whole or not at all: nothing of it before, all of it after.
        const upTo = when === 'before' ? commit - 1 : commit
        expect(told.written).toEqual(whole.written.slice(0, upTo))
        // Not once more than the crash accounts for; that it ran at all, the scenario checks.
        expect(told.world.calls.length).toBeLessThanOrEqual(whole.world.calls.length + 1)
        // A step runs again only when its end was lost: never when it was the very thing that was written, unless another
        // ran beside it.
        const lost = when === 'before' || scenario.parallel === true ? 1 : 0
        expect(told.world.steps.length).toBeLessThanOrEqual(whole.world.steps.length + lost)
      }
    }
  })
})

describe.each(CASES.filter(({ ground }) => ground.name.startsWith('memory')))(
  'after a second crash on $ground.name: $scenario.name',
  ({ ground, scenario }) => {
    test('the story comes to the same end all the same', async () => {
      const { commits } = await tell(scenario, await ground.lay(), [])
      for (let commit = 1; commit <= commits; commit++) {
        await tell(scenario, await ground.lay(), [
          { commit, when: 'after' },
          { commit: 1, when: 'after' },
        ])
        await tell(scenario, await ground.lay(), [
          { commit, when: 'before' },
          { commit: 2, when: 'before' },
        ])
      }
    })
  },
)

/** Tells the story, crashing once a life where `points` say so. */
async function tell(scenario: Scenario, ground: Ground, points: readonly CrashPoint[]): Promise<Told> {
  const clock = new FakeClock()
  const world: World = { calls: [], steps: [] }
  const lives: { readonly commits: number; readonly written: readonly number[] }[] = []
  const first = await ground.rise()
  let { store } = first
  for (let ended = false; !ended && lives.length < MOST_LIVES; ) {
    const base = lives.length === 0 ? first : await ground.rise()
    store = base.store
    const life = await live(scenario, base, clock, world, points[lives.length] ?? null)
    lives.push(life)
    const events = await eventsOf(base.store, ID, { limit: 1000 })
    if (lives.length === 1) expect(events.items.length).toBe(life.written.at(-1) ?? 0)
    const operation = await base.store.operation(ID)
    ended = operation !== null && scenario.ended(operation)
  }
  await checkEnd(scenario, store, world, points)
  return { commits: lives.at(-1)?.commits ?? 0, written: lives[0]?.written ?? [], world }
}

async function checkEnd(scenario: Scenario, store: Store, world: World, points: readonly CrashPoint[]): Promise<void> {
  const operation = await store.operation(ID)
  if (operation === null) throw new Error(`It never ended; it crashed at ${JSON.stringify(points)}`)
  await scenario.check(operation, world, store)
  await agreesWithItself(store, ID)
  await activityAgrees(store)
  expect(await store.counters()).toMatchObject([{ created: 1, rows: { [operation.state]: 1 } }])
}

async function live(scenario: Scenario, base: Base, clock: FakeClock, world: World, point: CrashPoint | null) {
  const { store, life } = new Crashable(base.store).connect(point)
  const told = (async () => {
    const recovery = await openEngine({ store, clock, open: false }, base.dispatcher)
    const { maxRetries, circuitBreaker } = scenario
    const options = { maxRetries, initialDelay: '1s', jitter: 0, ...(circuitBreaker && { circuitBreaker }) } as const
    // The effects of a process that is gone are not in the world any more.
    recovery.define(
      'work',
      (_input: unknown, ctx) => scenario.work(ctx, life.crashed ? { calls: [], steps: [] } : world),
      options,
    )
    await recovery.open()
    await scenario.drive(recovery, clock)
  })()
  let done = false
  const finished = told.finally(() => {
    done = true
  })
  while (!done && !life.crashed) await clock.advance(100)
  if (life.crashed) await life.settled
  else await finished
  life.crash()
  return life
}
