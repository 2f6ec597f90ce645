import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { LocalDispatcher } from '../../src/engine/local-dispatcher.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { ClusterDispatcher } from '../support/cluster-dispatcher.ts'
import type { Base } from '../support/engine.ts'
import { type JobTable, memoryJobs, sqliteJobs } from '../support/job-table.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Where engines live one after another; what is durable outlives each of them. */
export interface Ground {
  /** What the next life stands on. A store in a file is closed and opened anew: it must be found there. */
  readonly rise: () => Promise<Base>
}

const local: Base['dispatcher'] = (store, clock, newId) => new LocalDispatcher(store, clock, newId)

function cluster(jobs: JobTable): Base['dispatcher'] {
  return (store, clock, newId) => new ClusterDispatcher(store, clock, newId, jobs)
}

function memoryGround(dispatcher: Base['dispatcher']): Ground {
  const store = createMemoryStore({ random: seededRandom(7) })
  return { rise: async () => ({ store, dispatcher }) }
}

async function sqliteGround(joins: boolean): Promise<Ground> {
  const file = join(await tempFolder(), 'recovery.db')
  const open = () => openSqliteStore({ file, random: seededRandom(7) })
  let store = await open()
  const jobs = joins ? sqliteJobs(file) : null
  const dispatcher = jobs === null ? local : cluster(jobs)
  let lives = 0
  onTestFinished(async () => {
    jobs?.close()
    await store.close()
  })
  return {
    async rise() {
      if (lives++ > 0) {
        await store.close()
        store = await open()
      }
      return { store, dispatcher }
    },
  }
}

export const GROUNDS: readonly { readonly name: string; readonly lay: () => Promise<Ground> }[] = [
  { name: 'memory', lay: async () => memoryGround(local) },
  { name: 'memory with a cluster', lay: async () => memoryGround(cluster(memoryJobs())) },
  { name: 'SQLite', lay: () => sqliteGround(false) },
  { name: 'SQLite with a cluster in the same database', lay: () => sqliteGround(true) },
]
