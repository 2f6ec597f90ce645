import { describe, expect, test } from 'vitest'
import { createRecovery } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { agreesWithItself } from '../support/consistency.ts'
import { Crashable, type CrashPoint } from '../support/crashing-store.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { ID, SCENARIOS, type Scenario, type World } from './crash-scenarios.ts'

const MOST_LIVES = 5

describe.each(SCENARIOS)('after a crash at any commit: $name', (scenario) => {
  test('the story comes to the same end, and what is stored agrees with itself', async () => {
    const total = await tell(scenario, [])
    expect(total).toBeGreaterThan(2)
    for (let commit = 1; commit <= total; commit++) {
      for (const when of ['before', 'after'] as const) await tell(scenario, [{ commit, when }])
    }
  })

  test('so it does when the next life crashes too', async () => {
    const total = await tell(scenario, [])
    for (let commit = 1; commit <= total; commit++) {
      await tell(scenario, [
        { commit, when: 'after' },
        { commit: 1, when: 'after' },
      ])
      await tell(scenario, [
        { commit, when: 'before' },
        { commit: 2, when: 'before' },
      ])
    }
  })
})

/** Tells the story, crashing once a life where `points` say so; answers how many commits the last life made. */
async function tell(scenario: Scenario, points: readonly CrashPoint[]): Promise<number> {
  const clock = new FakeClock()
  const crashable = new Crashable(createMemoryStore({ random: seededRandom(7) }))
  const world: World = { calls: [], steps: [] }
  let commits = 0
  for (let life = 0; life < MOST_LIVES; life++) {
    commits = await live(scenario, crashable, clock, world, points[life] ?? null)
    const operation = await crashable.inner.operation(ID)
    if (operation !== null && scenario.ended(operation)) break
  }
  const operation = await crashable.inner.operation(ID)
  expect(operation, `never ended; crashed at ${JSON.stringify(points)}`).not.toBeNull()
  if (operation !== null) await scenario.check(operation, world, crashable.inner)
  await agreesWithItself(crashable.inner, ID)
  expect(await crashable.inner.counters()).toMatchObject([{ created: 1, rows: { [operation?.state ?? '']: 1 } }])
  return commits
}

async function live(scenario: Scenario, crashable: Crashable, clock: FakeClock, world: World, point: CrashPoint | null) {
  const { store, life } = crashable.connect(point)
  const told = (async () => {
    const recovery = await createRecovery({ store, clock, random: seededRandom(3), open: false })
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
  if (!life.crashed) await finished
  else life.crash()
  return life.commits
}
