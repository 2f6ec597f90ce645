import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { LocalDispatcher } from '../../src/engine/local-dispatcher.ts'
import { Recovery } from '../../src/engine/recovery.ts'
import { retentionPeriods } from '../../src/engine/retention/retention-periods.ts'
import { createNewId } from '../../src/engine/system.ts'
import { createRecovery, type RecoveryOptions } from '../../src/index.ts'
import type { Clock } from '../../src/operation/clock.ts'
import type { Dispatcher } from '../../src/operation/dispatcher.ts'
import { parseDuration } from '../../src/operation/duration.ts'
import type { NewId } from '../../src/operation/ids.ts'
import type { Store } from '../../src/operation/store.ts'
import { LIBRARY_DEFAULTS, resolvePolicy } from '../../src/policy/policy.ts'
import { Redaction } from '../../src/policy/redaction.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { ClusterDispatcher } from './cluster-dispatcher.ts'
import { FakeClock } from './fake-clock.ts'
import { sqliteJobs } from './job-table.ts'
import { seededRandom } from './seeded-random.ts'
import { tempFolder } from './temp-folder.ts'

const silent = () => undefined
const SILENT = { debug: silent, info: silent, warn: silent, error: silent }

type MakeDispatcher = (store: Store, clock: Clock, newId: NewId) => Dispatcher

/** A store, and who says when its operations run. */
export interface Base {
  readonly store: Store
  readonly dispatcher: MakeDispatcher
}

/** What an engine can stand on. All of it is gone after the test. */
const BASES: readonly { readonly name: string; readonly lay: () => Promise<Base> }[] = [
  { name: 'a local dispatcher', lay: async () => ({ store: memory(), dispatcher: local }) },
  { name: 'a cluster in the same database', lay: sqliteWithCluster },
]

function memory(): Store {
  return createMemoryStore({ random: seededRandom(7) })
}

function local(store: Store, clock: Clock, newId: NewId): Dispatcher {
  return new LocalDispatcher(store, clock, newId)
}

async function sqliteWithCluster(): Promise<Base> {
  const file = join(await tempFolder(), 'recovery.db')
  const store = await openSqliteStore({ file, random: seededRandom(7) })
  const jobs = sqliteJobs(file)
  onTestFinished(async () => {
    jobs.close()
    await store.close()
  })
  return { store, dispatcher: (own, clock, newId) => new ClusterDispatcher(own, clock, newId, jobs) }
}

interface EngineTest {
  readonly base: Base
  /** As `testEngine`, on this base. */
  readonly testEngine: typeof testEngine
}

/** A test of the engine that runs on every base. */
export function testOnEveryBase(name: string, body: (given: EngineTest) => Promise<void>): void {
  for (const { name: baseName, lay } of BASES) {
    test(`${name} (on ${baseName})`, async () => {
      const base = await lay()
      await body({
        base,
        testEngine: (options = {}) => startEngine({ ...options, store: options.store ?? base.store }, base.dispatcher),
      })
    })
  }
}

/** An engine whose time the test owns, by default in memory; it is stopped when the test ends. */
export function testEngine(options: RecoveryOptions = {}): Promise<{ recovery: Recovery; clock: FakeClock }> {
  return startEngine(options, null)
}

async function startEngine(options: RecoveryOptions, dispatcher: MakeDispatcher | null) {
  const clock = options.clock instanceof FakeClock ? options.clock : new FakeClock()
  const all = { random: seededRandom(1), store: 'memory:', ...options, clock }
  const recovery =
    dispatcher === null ? await createRecovery(all) : await openEngine({ ...all, store: all.store as Store }, dispatcher)
  onTestFinished(async () => {
    const stopped = recovery.stop({ timeoutMs: 100 })
    await clock.advance(2000)
    await stopped
  })
  return { recovery, clock }
}

type OpenOptions = RecoveryOptions & { readonly store: Store; readonly clock: Clock }

/** As `createRecovery`, with a dispatcher of the test's. */
export async function openEngine(options: OpenOptions, dispatcher: MakeDispatcher): Promise<Recovery> {
  const { store, clock, retention, newId = createNewId(clock) } = options
  const recovery = new Recovery({
    store,
    dispatcher: dispatcher(store, clock, newId),
    clock,
    newId,
    random: options.random ?? seededRandom(1),
    log: options.log ?? SILENT,
    redaction: new Redaction(options.redact),
    enabled: options.enabled ?? true,
    defaults: resolvePolicy(options.defaults ?? {}, LIBRARY_DEFAULTS),
    concurrency: options.concurrency ?? 64,
    abortGraceMs: parseDuration(options.abortGrace ?? '30s', 'abortGrace'),
    retention: retentionPeriods({ operations: null, events: null, ...retention }),
    server: newId('srv'),
    version: 'test',
    startedAt: clock.now(),
  })
  if (options.open !== false) await recovery.open()
  return recovery
}

/** A promise and its ends, for functions that must wait until the test lets them go on. */
export function gate<T = void>(): {
  readonly opened: Promise<T>
  readonly open: (value: T) => void
  readonly fail: (error: unknown) => void
} {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  return { opened: promise, open: resolve, fail: reject }
}

/** Resolves when the signal aborts, with its reason. */
export function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason)
    signal.addEventListener('abort', () => resolve(signal.reason), { once: true })
  })
}
