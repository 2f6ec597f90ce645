import { expect, test } from 'vitest'
import { openIsolatedStore } from '../../src/diagnostics/grounds.ts'
import { StoreUnavailableError } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { openWithConnections } from '../store/sqlite/connections.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { brokenStores, changed, served } from './served.ts'

const memory = () => createMemoryStore({ random: seededRandom(1) })

test('every check passes on a sound installation, and users see nothing of it', async () => {
  const { recovery, diagnostics } = await served()
  const before = recovery.eventCursor()

  const report = await diagnostics.selfTest()

  expect(report.details.filter(({ passed }) => !passed)).toEqual([])
  expect(report).toMatchObject({
    ...{ persistenceTest: true, strategyTest: true, classificationTest: true, circuitBreakerTest: true, overall: 'PASS' },
    details: [{ name: 'persistence' }, { name: 'strategies' }, { name: 'classification' }, { name: 'circuit_breaker' }],
  })
  expect([recovery.eventCursor(), await recovery.count({})]).toEqual([before, 0])
})

test('a store in memory passes and is told to lose everything at a restart', async () => {
  const { diagnostics } = await served({ store: memory() })
  const report = await diagnostics.selfTest()

  expect(report).toMatchObject({ persistenceTest: true, overall: 'PASS' })
  expect(report.details[0]?.message).toContain('a restart loses it')
})

test('whoever asks while a self-test runs is answered with the same report', async () => {
  const { diagnostics } = await served({ store: memory() })
  const [one, two] = await Promise.all([diagnostics.selfTest(), diagnostics.selfTest()])

  expect(one).toBe(two)
  expect(await diagnostics.selfTest()).not.toBe(one)
})

test('a configured store whose disk is full is reported, and found well once there is room', async () => {
  const { store, connections } = await openWithConnections()
  const { diagnostics } = await served({ store })
  connections.writer.pragma(`max_page_count = ${connections.writer.pragma('page_count', { simple: true })}`)
  const report = await diagnostics.selfTest()
  expect(report).toMatchObject({ persistenceTest: false, strategyTest: true, overall: 'FAIL' })
  expect(report.details[0]?.message).toContain('full')

  connections.writer.pragma('max_page_count = 1000000')
  expect(await diagnostics.selfTest()).toMatchObject({ persistenceTest: true, overall: 'PASS' })
})

test('a configured store that answers something else than was written is reported', async () => {
  const store = changed(memory(), 'records', () => async () => [])
  const { diagnostics } = await served({ store })
  const [persistence] = (await diagnostics.selfTest()).details

  expect(persistence).toMatchObject({ passed: false })
  expect(persistence?.message).toContain('did not answer what had just been written')
})

test('a configured store that cannot be written is reported', async () => {
  const store = changed(memory(), 'putRecords', () => () => Promise.reject(new StoreUnavailableError('It is read-only')))
  const { diagnostics } = await served({ store })

  expect(await diagnostics.selfTest()).toMatchObject({
    persistenceTest: false,
    overall: 'FAIL',
    details: [{ message: 'It is read-only' }, {}, {}, {}],
  })
})

test('a store that has forgotten when it is opened again fails the persistence check', async () => {
  const { diagnostics } = await served({ openStore: (_, file) => openIsolatedStore('memory', file) })

  expect(await diagnostics.selfTest()).toMatchObject({ persistenceTest: false, strategyTest: true, overall: 'FAIL' })
})

test('isolated stores that cannot be written fail every check that needs one', async () => {
  const { diagnostics } = await served({ openStore: brokenStores })

  expect(await diagnostics.selfTest()).toMatchObject({
    ...{ persistenceTest: false, strategyTest: false, classificationTest: false, circuitBreakerTest: false, overall: 'FAIL' },
    details: [{ message: 'The disk is broken' }, { message: 'The disk is broken' }, {}, {}],
  })
})

test('without retries the check of the strategies fails, and says why', async () => {
  const { diagnostics } = await served({ maxRetries: 0 })
  const report = await diagnostics.selfTest()

  expect(report).toMatchObject({ strategyTest: false, persistenceTest: true, classificationTest: true, overall: 'FAIL' })
  expect(report.details[1]?.message).toBe('"flaky_fixed" ended exhausted after 1 attempt: Not yet')
})
