import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Random } from '../../src/operation/clock.ts'
import type { StoredEvent } from '../../src/operation/event.ts'
import type { Store } from '../../src/operation/store.ts'
import { activityAgrees } from '../support/activity.ts'
import { agreesWithItself } from '../support/consistency.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'
import type { KillPoint, When } from './kill-switch.ts'
import { beginLife, inStore, type Job, type Life } from './life.ts'
import { countEffects, STEPS, type World } from './work.ts'
import { liveInProcess } from './worker-process.ts'

const SEEDS = process.env.KILL_SEED === undefined ? [1] : [Number(process.env.KILL_SEED)]
const replayOf = (seed: number) => `KILL_SEED=${seed} npx vitest run test/acceptance/random-kills.test.ts`

const DEATHS = 10
// Enough that each of the lives has work left, few enough that each death finds some of it done.
const MOST_COMMITS = 16
const MOST_EFFECTS = 8
const JOBS: readonly Job[] = Array.from({ length: 24 }, (_, index) => ({
  id: `operation-${index}`,
  functionName: index % 4 === 3 ? 'fail once' : 'steps',
  input: null,
}))

test.each(SEEDS)('whenever processes are killed, all work is done in the end and no stored step twice, seed %i', async (seed) => {
  const folder = await tempFolder()
  const world = { effects: join(folder, 'effects.txt'), downloads: join(folder, 'downloads') }
  const life = { database: join(folder, 'recovery.db'), world, jobs: JOBS, maxInterruptions: 1000 }
  try {
    await dieAgainAndAgain(life, seededRandom(seed))
    const { recovery, done } = await beginLife({ ...life, killAt: null })
    await done
    await recovery.stop()
    await inStore(life.database, (store) => checkEnds(store, world))
  } catch (error) {
    throw new Error(`Replay it with: ${replayOf(seed)}`, { cause: error })
  }
})

async function dieAgainAndAgain(life: Omit<Life, 'killAt'>, random: Random): Promise<void> {
  let log: readonly StoredEvent[] = []
  for (let death = 1; death <= DEATHS; death++) {
    const killAt = drawKillPoint(random)
    expect(await liveInProcess({ ...life, killAt }), `death ${death}, ${JSON.stringify(killAt)}`).toBe('SIGKILL')
    const longer = await inStore(life.database, readWholeLog)
    expect(longer.slice(0, log.length)).toEqual(log)
    log = longer
  }
  expect(log.length).toBeGreaterThan(DEATHS)
}

function drawKillPoint(random: Random): KillPoint {
  const draw = (most: number) => 1 + Math.floor(random() * most)
  const when = (['before', 'inside', 'after'] as const satisfies readonly When[])[draw(3) - 1] as When
  // Within an effect there is no point of its own.
  if (random() < 0.3 && when !== 'inside') return { at: 'effect', when, nth: draw(MOST_EFFECTS) }
  return { at: 'commit', when, nth: draw(MOST_COMMITS) }
}

async function checkEnds(store: Store, world: World): Promise<void> {
  await activityAgrees(store)
  for (const { id, functionName } of JOBS) {
    await agreesWithItself(store, id)
    const operation = await store.operation(id)
    if (functionName === 'steps') {
      // A step's output is the number of its runs by then: after it was stored there was no other.
      const runs = STEPS.map((name) => countEffects(world, `${id} ${name}`))
      expect(operation).toMatchObject({ state: 'success', attempt: 1, failedAttempts: 0, result: runs })
    } else {
      expect(operation).toMatchObject({ state: 'success', attempt: 2, failedAttempts: 1 })
      expect(countEffects(world, `${id} call`)).toBeGreaterThanOrEqual(2)
    }
  }
  const created = (await store.counters()).reduce((sum, counters) => sum + counters.created, 0)
  expect(created).toBe(JOBS.length)
}

async function readWholeLog(store: Store): Promise<readonly StoredEvent[]> {
  return store.readLog({ after: { epoch: store.head().epoch, position: 0 }, limit: 1000 })
}
