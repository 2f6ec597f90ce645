import { expect, test } from 'vitest'
import { StoreUnavailableError } from '../../../src/index.ts'
import { begin, commit, complete, created } from '../stores.ts'
import { openWithConnections } from './connections.ts'

test('a full disk refuses what comes with a typed error, harms nothing and is got over without a restart', async () => {
  const { store, connections } = await openWithConnections()
  const first = created('op', { input: 'kept' })
  await commit(store, first)
  const head = store.head()
  // SQLite itself finds no room for another page: the very fault of a full disk.
  const pages = connections.writer.pragma('page_count', { simple: true })
  connections.writer.pragma(`max_page_count = ${pages}`)
  const big = 'x'.repeat(1_000_000)
  const [one, two] = await store.commit([created('big', { input: big }), created('other', { input: big })])

  expect([one?.kind, two?.kind]).toEqual(['unavailable', 'unavailable'])
  if (one?.kind === 'unavailable') {
    expect(one.error).toBeInstanceOf(StoreUnavailableError)
    expect(one.error.message).toContain('is full')
  }
  expect(await store.operation('op')).toEqual(first.operation)
  expect([await store.operation('big'), store.head()]).toEqual([null, head])
  expect(await store.counters()).toMatchObject([{ created: 1 }])

  connections.writer.pragma('max_page_count = 1000000')
  const running = begin(first.operation)
  expect(await commit(store, created('big', { input: big }), running, complete(running.operation))).toEqual([
    'committed',
    'committed',
    'committed',
  ])
  expect(await store.count({})).toBe(2)
})

test('progress that meets a full disk is reported and never thrown', async () => {
  const reported: unknown[] = []
  const { store, connections } = await openWithConnections({ onError: (error) => reported.push(error) })
  const first = created('op')
  await commit(store, first, begin(first.operation))
  connections.writer.pragma(`max_page_count = ${connections.writer.pragma('page_count', { simple: true })}`)
  const progress = { fraction: 0.5, current: null, total: null, unit: null, stage: null, message: 'm'.repeat(1_000_000) }
  await store.saveProgress([{ operationId: 'op', token: 'lease_op', progress }])

  expect(reported).toMatchObject([{ code: 'STORE_UNAVAILABLE' }])
})
