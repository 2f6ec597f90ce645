import { expect, test } from 'vitest'
import { CursorExpiredError } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { eventsOf } from '../support/store-reads.ts'
import { commit, created, finished } from './stores.ts'

test('the log in memory is bounded by count: the oldest entries make room and their cursors expire', async () => {
  const store = createMemoryStore({ random: seededRandom(5), maxEvents: 4 })
  const start = store.head()
  await finished(store, 'a')
  const afterA = store.head()
  expect((await store.readLog({ after: start, limit: 9 })).length).toBe(3)
  await finished(store, 'b')

  await expect(store.readLog({ after: start, limit: 9 })).rejects.toBeInstanceOf(CursorExpiredError)
  expect((await store.readLog({ after: afterA, limit: 9 })).map(({ operationId }) => operationId)).toEqual(['b', 'b', 'b'])
  expect((await eventsOf(store, 'a', { limit: 9 })).items.map(({ type }) => type)).toEqual(['succeeded'])
})

test('a bound log keeps its order and its head however often it overflows', async () => {
  const store = createMemoryStore({ random: seededRandom(5), maxEvents: 10 })
  for (let n = 0; n < 95; n++) await commit(store, created(`op-${n}`))
  const { epoch, position } = store.head()

  expect(position).toBe(95)
  const kept = await store.readLog({ after: { epoch, position: 85 }, limit: 99 })
  expect(kept.map(({ operationId }) => operationId)).toEqual(Array.from({ length: 10 }, (_, n) => `op-${85 + n}`))
})

test('each store in memory names a log of its own, and what it gives out nobody can change', async () => {
  const random = seededRandom(5)
  const store = createMemoryStore({ random })
  expect(createMemoryStore({ random }).head().epoch).not.toBe(store.head().epoch)
  const input = { list: [1] }
  await commit(store, created('op', { input }))
  input.list.push(2)

  expect(await store.operation('op')).toMatchObject({ input: { list: [1] } })
})
