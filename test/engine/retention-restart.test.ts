import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRecovery } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'

const DAY = 86_400_000
const OPERATIONS = 1200

/** A store that deletes one batch, and then waits for ever before the next: as if its process had died there. */
function stuckAfterOne(inner: Store): { readonly store: Store; readonly stuck: Promise<void> } {
  const { promise: stuck, resolve } = Promise.withResolvers<void>()
  let batches = 0
  const store = new Proxy(inner, {
    get(target, name) {
      if (name === 'deleteFinished' && batches++ > 0) {
        return () => {
          resolve()
          return new Promise(() => undefined)
        }
      }
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { store, stuck }
}

test('a sweep that a crash interrupted is taken up by the next start, and counts on', async () => {
  const file = join(await tempFolder(), 'recovery.db')
  const clock = new FakeClock()
  const retention = { operations: '1d', events: null }
  const { store, stuck } = stuckAfterOne(await openSqliteStore({ file, random: seededRandom(1) }))
  const first = await createRecovery({ store, clock, retention, open: false })
  first.define('works', () => 1)
  await first.open()
  await Promise.all(Array.from({ length: OPERATIONS }, () => first.run('works', null)))
  clock.jump(2 * DAY)
  await clock.advance(60_000)
  await stuck
  // Its process is gone: nothing is handed over.
  await store.close()

  const { recovery: second } = await testEngine({ store: `sqlite:${file}`, clock, retention, open: false })
  second.define('works', () => 1)
  expect(await second.open()).toMatchObject({ interrupted: 1 })
  await clock.advance(60_000)
  const order = { field: 'created_at', direction: 'asc' } as const
  const { operations } = await second.list({ filter: { functionNames: ['retention.sweep'] }, order, limit: 9 })
  expect(operations).toMatchObject([{ state: 'success', interruptions: 1, result: { operations: OPERATIONS } }])
  expect(await second.count({ functionNames: ['works'] })).toBe(0)
})
