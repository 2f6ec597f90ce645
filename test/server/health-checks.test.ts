import { expect, test } from 'vitest'
import { StoreUnavailableError } from '../../src/index.ts'
import { freeBytesIn, HealthChecks } from '../../src/server/health-checks.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { failingStore } from '../support/failing-store.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'

const MIB = 1024 * 1024
const roomy = async () => 1000 * MIB

/** Checks of an engine that is only an answer to each question. */
function checksOf(given: { probe?: () => Promise<void>; freeBytes?: () => Promise<number | null> }) {
  const clock = new FakeClock()
  let probes = 0
  const probeStore = () => {
    probes++
    return given.probe?.() ?? Promise.resolve()
  }
  const insight = { writable: true, claiming: true }
  const recovery = { probeStore, insight } as unknown as ConstructorParameters<typeof HealthChecks>[0]['recovery']
  const checks = new HealthChecks({ recovery, clock, freeBytes: given.freeBytes ?? roomy })
  return { checks, clock, insight, probes: () => probes }
}

test('an engine that works gives no reason', async () => {
  const { recovery, clock } = await testEngine()
  const checks = new HealthChecks({ recovery, clock, freeBytes: async () => null })
  expect(await checks.reasons()).toEqual([])
  const counters = (await recovery.status()).counters
  expect(counters).toEqual([])
})

test('an engine that is not open, and one whose store refused a write, say so', async () => {
  const control = failingStore(createMemoryStore({ random: seededRandom(1) }))
  const { recovery, clock } = await testEngine({ store: control.store, open: false })
  recovery.define('works', () => 1)
  const checks = new HealthChecks({ recovery, clock, freeBytes: roomy })
  expect(await checks.reasons()).toMatchObject([{ code: 'NOT_CLAIMING' }])
  await recovery.open()
  await recovery.start('works', null, { runAt: new Date(clock.now() + 500) })
  expect(await checks.reasons()).toEqual([])
  control.full = true
  await clock.advance(500)
  expect(await checks.reasons()).toMatchObject([{ code: 'STORE_UNAVAILABLE' }])
  control.full = false
  await clock.advance(2000)
  expect(await checks.reasons()).toEqual([])
})

test('a store that cannot be written is told in its own words', async () => {
  const { checks } = checksOf({ probe: () => Promise.reject(new StoreUnavailableError('The disk is full')) })
  expect(await checks.reasons()).toEqual([{ code: 'STORE_UNAVAILABLE', message: 'The disk is full' }])
})

test('what a store fails with in words that nobody chose is not told to all', async () => {
  const { checks } = checksOf({ probe: () => Promise.reject(new Error('no such table: recovery_records in /srv/inner')) })
  expect(await checks.reasons()).toEqual([{ code: 'STORE_UNAVAILABLE', message: 'The store cannot be written' }])
})

test('the store is probed once in five seconds, however often somebody asks', async () => {
  const { checks, clock, probes } = checksOf({})
  await Promise.all(Array.from({ length: 50 }, () => checks.reasons()))
  await clock.advance(4999)
  await checks.reasons()
  expect(probes()).toBe(1)
  await clock.advance(1)
  await checks.reasons()
  expect(probes()).toBe(2)
})

test('a store that hangs is answered for within a second, and not probed again until it answers', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { checks, clock, probes } = checksOf({ probe: () => promise })
  for (const _ of [1, 2, 3]) {
    const asked = checks.reasons()
    await clock.advance(1000)
    expect(await asked).toEqual([{ code: 'STORE_UNAVAILABLE', message: 'The store did not answer within 1000 ms' }])
  }
  expect(probes()).toBe(1)
  resolve()
  await clock.advance(0)
  expect(await checks.reasons()).toEqual([])
})

test('a disk with little room is a reason, one that does not tell is none', async () => {
  const { checks } = checksOf({ freeBytes: async () => 64 * MIB - 1 })
  expect(await checks.reasons()).toEqual([
    { code: 'DISK_NEARLY_FULL', message: 'The disk of the store has 63 MiB left; make room on it' },
  ])
  expect(await checksOf({ freeBytes: async () => 64 * MIB }).checks.reasons()).toEqual([])
  expect(await checksOf({ freeBytes: () => Promise.reject(new Error('ENOSYS')) }).checks.reasons()).toEqual([])
})

test('the room of a folder is asked of its file system', async () => {
  expect(await freeBytesIn(await tempFolder())).toBeGreaterThan(0)
  expect(await freeBytesIn(null)).toBeNull()
})
