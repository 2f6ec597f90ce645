import { expect, test } from 'vitest'
import { openIsolatedStore } from '../../src/diagnostics/grounds.ts'
import { InvalidInputError, type Operation, OverloadedError, type Recovery } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { served, traces } from './served.ts'

const memory = () => createMemoryStore({ random: seededRandom(1) })

/** An engine whose runs hang when they open their store, until the test lets them go on. */
async function held() {
  const opened = gate()
  const reached = gate()
  const api = await served({
    store: memory(),
    openStore: async (kind, file) => {
      reached.open()
      await opened.opened
      return openIsolatedStore(kind, file)
    },
  })
  return { ...api, release: opened.open, reached: reached.opened }
}

async function endOf(recovery: Recovery, { id }: Operation): Promise<Operation> {
  return (await recovery.ending(id)).operation
}

const quick = { scenarios: ['disk_space_exhausted'] }

test('a run that is not waited for is an operation whose result is the report', async () => {
  const { recovery, diagnostics } = await served({ store: memory() })
  const { operation, report } = await diagnostics.runTests(quick, { wait: false })

  expect([operation.functionName, operation.state, report]).toEqual(['diagnostics.tests', 'pending', null])
  expect(await endOf(recovery, operation)).toMatchObject({ state: 'success', result: { totalTests: 1, passedTests: 1 } })
})

test('one run at a time: a second of any kind is refused and named the first, until that is over', async () => {
  const { recovery, diagnostics, release, reached } = await held()
  const { operation } = await diagnostics.runTests(quick, { wait: false })
  await reached
  for (const refused of [diagnostics.runTests(quick), diagnostics.validatePerformance(), diagnostics.runBenchmark()]) {
    await expect(refused).rejects.toThrow(OverloadedError)
    await expect(refused).rejects.toThrow(`"diagnostics.tests" (${operation.id}), is not over`)
  }
  release()
  await endOf(recovery, operation)

  expect((await diagnostics.runTests(quick)).report).toMatchObject({ passedTests: 1 })
})

test('of many that are asked for at once exactly one begins', async () => {
  const { diagnostics } = await served({ store: memory() })
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => diagnostics.runTests(quick)))

  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a run is cancelled at once, clears up, and its waiting caller is told', async () => {
  const left = await traces()
  const { recovery, diagnostics, reached, release } = await held()
  const waiting = diagnostics.runTests(quick)
  await reached
  const [running] = (await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1 })).operations
  await recovery.cancel(running?.id ?? '')

  expect(await waiting).toMatchObject({ report: null, operation: { state: 'cancelled' } })
  release()
  expect((await diagnostics.runTests(quick)).report).toMatchObject({ passedTests: 1 })
  expect(await left()).toEqual([])
})

test('a benchmark and a validation are cancelled in the middle of their work', async () => {
  const { recovery, diagnostics } = await served({ store: memory() })
  for (const start of [
    () => diagnostics.runBenchmark({ iterations: 10_000, duration: '300s' }, { wait: false }),
    () => diagnostics.validatePerformance({ testDuration: '300s', concurrentOperations: 1 }, { wait: false }),
  ]) {
    const { operation } = await start()
    for await (const update of recovery.watch({ operationId: operation.id, after: operation.id && recovery.cursorAt(0) })) {
      if (update.kind === 'progress' || update.event.type === 'attempt_started') break
    }
    await recovery.cancel(operation.id)
    expect((await endOf(recovery, operation)).state).toBe('cancelled')
  }
  expect((await diagnostics.runTests(quick)).report).toMatchObject({ passedTests: 1 })
})

test('a run started as any other operation checks its input too', async () => {
  const { recovery } = await served({ store: memory() })
  const bad = [
    ['diagnostics.tests', { scenarios: ['nothing'] }],
    ['diagnostics.tests', []],
    ['diagnostics.validation', { testDuration: 'soon' }],
    ['diagnostics.benchmark', { iterations: 0 }],
  ] as const
  for (const [name, input] of bad) {
    const { operation } = await recovery.start(name, input)
    expect(await endOf(recovery, operation)).toMatchObject({
      state: 'failed',
      totalAttempts: 1,
      error: { code: 'INVALID_INPUT' },
    })
  }
})

test.each([
  ['validatePerformance', { testDuration: 0.1 }, 'testDuration'],
  ['validatePerformance', { testDuration: '301s' }, 'testDuration'],
  ['validatePerformance', { concurrentOperations: 0 }, 'concurrentOperations'],
  ['validatePerformance', { concurrentOperations: 101 }, 'concurrentOperations'],
  ['validatePerformance', { concurrentOperations: 1.5 }, 'concurrentOperations'],
  ['validatePerformance', { includeNetworkSimulation: 'yes' }, 'includeNetworkSimulation'],
  ['validatePerformance', { unknown: 1 }, 'unknown'],
  ['runBenchmark', { iterations: 0 }, 'iterations'],
  ['runBenchmark', { iterations: 10_001 }, 'iterations'],
  ['runBenchmark', { iterations: Number.NaN }, 'iterations'],
  ['runBenchmark', { duration: 99 }, 'duration'],
  ['runBenchmark', { duration: '10m' }, 'duration'],
  ['runBenchmark', { scenarios: ['network_timeout'] }, 'scenarios'],
  ['runTests', { scenarios: 'network_timeout' }, 'scenarios'],
  ['runTests', { scenarios: [1] }, 'scenarios'],
] as const)('%s refuses %j and names the field', async (method, input, field) => {
  const { recovery, diagnostics } = await served({ store: memory() })
  const asked = (diagnostics[method] as (input: unknown) => Promise<unknown>).call(diagnostics, input)

  await expect(asked).rejects.toThrow(InvalidInputError)
  await expect(asked).rejects.toMatchObject({ field })
  expect(await recovery.count({})).toBe(0)
})

test('a run is not to be started but by who may ask for it', async () => {
  const { recovery } = await served({ store: memory() })
  for (const name of ['diagnostics.tests', 'diagnostics.validation', 'diagnostics.benchmark']) {
    await expect(recovery.startFromOutside(name, {})).rejects.toMatchObject({ code: 'UNKNOWN_FUNCTION' })
  }
})
