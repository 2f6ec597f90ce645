import { join } from 'node:path'
import { expect } from 'vitest'
import type { AttemptOutcome } from '../../src/operation/attempt.ts'
import type { EventType } from '../../src/operation/event.ts'
import type { Operation } from '../../src/operation/operation.ts'
import type { Step } from '../../src/operation/step.ts'
import { agreesWithItself } from '../support/consistency.ts'
import { attemptsOf, eventsOf, stepsOf } from '../support/store-reads.ts'
import { tempFolder } from '../support/temp-folder.ts'
import type { KillPoint } from './kill-switch.ts'
import { beginLife, inStore, type Life } from './life.ts'
import { countEffects, type World } from './work.ts'
import { liveInProcess } from './worker-process.ts'

/** All that is stored about the operation of a story. */
export interface Stored {
  readonly operation: Operation | null
  readonly outcomes: readonly AttemptOutcome[]
  readonly events: readonly EventType[]
  readonly steps: readonly Step[]
}

/** One operation, and the processes that come to it one after another, on the same files. */
export interface Story {
  readonly world: World
  readonly id: string
  readonly database: string
  /** A process that dies there. */
  dieAt(killAt: KillPoint): Promise<void>
  /** What the dead left. */
  look(): Promise<Stored>
  /** Another process, this one, takes up what was left and does the rest. */
  finish(): Promise<Stored>
  /** How often the operation had this effect on the world. */
  effects(name: string): number
}

export async function beginStory(functionName: string, input: unknown = null): Promise<Story> {
  const folder = await tempFolder()
  const id = 'the-operation'
  const world = { effects: join(folder, 'effects.txt'), downloads: join(folder, 'downloads') }
  const database = join(folder, 'recovery.db')
  const life = (killAt: KillPoint | null): Life => ({ database, world, jobs: [{ id, functionName, input }], killAt })
  return {
    world,
    id,
    database,
    dieAt: async (killAt) => expect(await liveInProcess(life(killAt)), `no death at ${JSON.stringify(killAt)}`).toBe('SIGKILL'),
    look: () => readStored(database, id),
    finish: async () => {
      const { recovery, done } = await beginLife(life(null))
      await done
      await recovery.stop()
      return readStored(database, id)
    },
    effects: (name) => countEffects(world, `${id} ${name}`),
  }
}

function readStored(database: string, id: string): Promise<Stored> {
  return inStore(database, async (store) => {
    await agreesWithItself(store, id)
    return {
      operation: await store.operation(id),
      outcomes: (await attemptsOf(store, id, { limit: 100 })).items.map(({ outcome }) => outcome),
      events: (await eventsOf(store, id, { limit: 100 })).items.map(({ type }) => type),
      steps: await stepsOf(store, id),
    }
  })
}
