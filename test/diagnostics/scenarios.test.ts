import { expect, test } from 'vitest'
import { SCENARIOS } from '../../src/diagnostics/scenarios.ts'
import { InvalidInputError } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { brokenStores, served, slowStores, traces } from './served.ts'

const DOCUMENTED = [
  ...['network_timeout', 'connection_failure', 'disk_space_exhausted', 'network_interruption_model_download'],
  ...['app_crash_workflow_import', 'browser_refresh_installation', 'concurrent_recoveries', 'complete_model_workflow'],
  ...['project_lifecycle_with_crashes', 'concurrent_user_operations', 'resource_constraint_recovery'],
  ...['disaster_recovery_scenario', 'network_failures', 'timeout_failures', 'resource_failures'],
]

test('there is a scenario for every documented id', () => {
  expect(SCENARIOS.map(({ id }) => id)).toEqual(DOCUMENTED)
})

test('all scenarios and checks pass on a sound installation, touch no operation of users and leave nothing behind', async () => {
  const { recovery, diagnostics } = await served()
  const left = await traces()
  const { operation, report } = await diagnostics.runTests()

  expect(report?.failedTestDetails).toEqual([])
  expect(report).toMatchObject({
    ...{ totalTests: 19, passedTests: 19, failedTests: 0, successRate: 1 },
    testSummary: {
      unitTests: { passed: 4, failed: 0, successRate: 1 },
      integrationTests: { passed: 7, failed: 0, successRate: 1 },
      performanceTests: { passed: 3, failed: 0, successRate: 1 },
      endToEndTests: { passed: 5, failed: 0, successRate: 1 },
    },
  })
  expect(operation).toMatchObject({
    ...{ functionName: 'diagnostics.tests', state: 'success', result: report },
    progress: { current: 19, total: 19, unit: 'tests' },
  })
  expect(await recovery.count({})).toBe(1)
  expect(await left()).toEqual([])
}, 60_000)

test('only the scenarios that are named are run, and only they are counted', async () => {
  const { diagnostics } = await served({ store: createMemoryStore({ random: seededRandom(1) }) })
  const { report } = await diagnostics.runTests({ scenarios: ['connection_failure', 'disk_space_exhausted'] })

  expect(report).toEqual({
    ...{ totalTests: 2, passedTests: 2, failedTests: 0, successRate: 1, failedTestDetails: [] },
    testSummary: {
      unitTests: { passed: 0, failed: 0, successRate: 0 },
      integrationTests: { passed: 2, failed: 0, successRate: 1 },
      performanceTests: { passed: 0, failed: 0, successRate: 0 },
      endToEndTests: { passed: 0, failed: 0, successRate: 0 },
    },
  })
})

test('an unknown scenario is refused by a message that names those there are', async () => {
  const { recovery, diagnostics } = await served()
  const refused = diagnostics.runTests({ scenarios: ['connection_failure', 'nothing'] })

  await expect(refused).rejects.toThrow(InvalidInputError)
  await expect(refused).rejects.toMatchObject({ field: 'scenarios' })
  await expect(refused).rejects.toThrow(`There is no scenario "nothing"; there are: ${DOCUMENTED.join(', ')}`)
  expect(await recovery.count({})).toBe(0)
})

test('without retries what needs one fails and says so, and what needs none passes', async () => {
  const { diagnostics } = await served({ maxRetries: 0 })
  const { report } = await diagnostics.runTests({
    scenarios: ['network_timeout', 'connection_failure', 'disk_space_exhausted', 'concurrent_recoveries', 'network_failures'],
  })

  expect(report).toMatchObject({ totalTests: 5, passedTests: 1, failedTests: 4, successRate: 0.2 })
  expect(report?.failedTestDetails).toEqual([
    {
      testName: 'network_timeout',
      category: 'network',
      error: '"fetch_data" ended exhausted after 1 attempt: The attempt timed out after 500 ms',
    },
    { testName: 'connection_failure', category: 'network', error: expect.stringContaining('after 1 attempt') },
    { testName: 'concurrent_recoveries', category: 'concurrency', error: expect.stringContaining('after 1 attempt') },
    {
      testName: 'network_failures',
      category: 'network',
      error: expect.stringContaining('Only 0 of 20 operations recovered; the first failure: Operation'),
    },
  ])
})

test('a store that cannot be written fails the scenarios, and the run itself still ends with its report', async () => {
  const { diagnostics } = await served({ openStore: brokenStores })
  const { operation, report } = await diagnostics.runTests({ scenarios: ['connection_failure', 'disk_space_exhausted'] })

  expect(operation.state).toBe('success')
  expect(report).toMatchObject({ totalTests: 2, failedTests: 2, successRate: 0 })
  expect(report?.failedTestDetails.map(({ error }) => error)).toEqual(['The disk is broken', 'The disk is broken'])
})

test('a slow store makes nothing fail that is only about what becomes of operations', async () => {
  const { diagnostics } = await served({ openStore: slowStores(50) })
  const { report } = await diagnostics.runTests({ scenarios: ['connection_failure', 'browser_refresh_installation'] })

  expect(report).toMatchObject({ passedTests: 2 })
})
