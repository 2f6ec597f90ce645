import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '../../src/operation/change.ts'
import type { Store } from '../../src/operation/store.ts'
import { created, following } from '../store/stores.ts'
import { eventsOf } from '../support/store-reads.ts'
import { tempFolder } from '../support/temp-folder.ts'
import type { KillPoint } from './kill-switch.ts'
import { inStore } from './life.ts'
import { bulkInProcess } from './worker-process.ts'

const COUNT = 700
const CANCEL = { type: 'cancel', actor: null, reason: null } as const

function waitingOrEnded(id: string, action: 'cancel' | 'delete'): readonly Change[] {
  const first = created(id, { runAt: Date.UTC(2100, 0, 1) })
  return action === 'cancel' ? [first] : [first, following(first.operation, CANCEL)]
}

async function fill(store: Store, action: 'cancel' | 'delete'): Promise<void> {
  const ids = Array.from({ length: COUNT }, (_, n) => `work-${n}`)
  await store.commit(ids.flatMap((id) => waitingOrEnded(id, action)))
}

/** The result of the bulk operation, and how often it says that it changed each of the others. */
async function look(store: Store) {
  const order = { field: 'created_at', direction: 'asc' } as const
  const { operations } = await store.list({ filter: { functionNames: ['bulk.control'] }, order, limit: 9 })
  const changes: number[] = []
  for (let n = 0; n < COUNT; n++) {
    const { items } = await eventsOf(store, `work-${n}`, { limit: 9 })
    changes.push(items.filter(({ data }) => data?.bulk === operations[0]?.id).length)
  }
  const left = await store.count({ functionNames: ['work'], states: ['pending', 'cancelled'] })
  const waiting = await store.count({ functionNames: ['work'], states: ['pending'] })
  return { operations, changes: new Set(changes), left, waiting }
}

test.each<['cancel' | 'delete', readonly KillPoint[]]>([
  ['cancel', [{ at: 'commit state', when: 'before' }]],
  [
    'cancel',
    [
      { at: 'commit cancelled', when: 'before', nth: 150 },
      { at: 'commit cancelled', when: 'inside', nth: 50 },
      { at: 'commit cancelled', when: 'after', nth: 200 },
    ],
  ],
  [
    'cancel',
    [
      { at: 'commit state', when: 'before', nth: 3 },
      { at: 'commit state', when: 'after', nth: 2 },
      { at: 'commit succeeded', when: 'before' },
    ],
  ],
  [
    'delete',
    [
      { at: 'commit state', when: 'before', nth: 3 },
      { at: 'commit state', when: 'after', nth: 2 },
      { at: 'commit succeeded', when: 'before' },
    ],
  ],
])('a large %s changes each operation once and counts it once, though its process is killed at %j', async (action, points) => {
  const database = join(await tempFolder(), 'recovery.db')
  await inStore(database, (store) => fill(store, action))
  for (const killAt of points) expect(await bulkInProcess({ database, action, killAt }), JSON.stringify(killAt)).toBe('SIGKILL')
  expect(await bulkInProcess({ database, action, killAt: null })).toBeNull()

  const { operations, changes, left, waiting } = await inStore(database, look)
  expect(operations).toMatchObject([
    { state: 'success', result: { matched: COUNT, changed: COUNT, skipped: [], skippedCount: 0 }, interruptions: points.length },
  ])
  expect(changes).toEqual(new Set([1]))
  expect([left, waiting]).toEqual([action === 'cancel' ? COUNT : 0, 0])
})
