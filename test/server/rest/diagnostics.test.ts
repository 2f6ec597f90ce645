import { expect, onTestFinished, test, vi } from 'vitest'
import { StoreUnavailableError } from '../../../src/operation/errors.ts'
import type { Store } from '../../../src/operation/store.ts'
import { createMemoryStore } from '../../../src/store/memory-store.ts'
import { changed } from '../../diagnostics/served.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { type RestAnswer, startDiagnostics } from './rest-server.ts'
import { faultsOf, type Shape } from './shape.ts'

type Work = (...args: never[]) => unknown

// The documented fields of the paths that judge the installation, answered by real runs.

const SELF_TEST: Shape = {
  persistence_test: 'boolean',
  strategy_test: 'boolean',
  classification_test: 'boolean',
  circuit_breaker_test: 'boolean',
  overall: 'text',
}

const TESTS: Shape = {
  total_tests: 'count',
  passed_tests: 'count',
  failed_tests: 'count',
  success_rate: 'ratio',
  test_summary: 'object',
}

const TOTALS: Shape = { passed: 'count', failed: 'count', success_rate: 'ratio' }

const VALIDATION: Shape = {
  baseline_operations_per_second: 'number',
  recovery_operations_per_second: 'number',
  performance_impact_percent: 'number',
  memory_overhead_mb: 'number',
  cpu_overhead_percent: 'number',
  validation_passed: 'boolean',
  recommendations: 'texts',
}

const SERIES: Shape = { success_rate: 'ratio', average_recovery_time: 'number', score: 'percent' }

const SYSTEM: Shape = { cpu_usage_percent: 'number', memory_usage_mb: 'number', disk_io_mb_s: 'number' }

const SCENARIO: Shape = {
  id: 'text',
  name: 'text',
  description: 'text',
  category: 'text',
  duration_seconds: 'count',
  timeout: 'number',
  expected_result: 'text',
}

const fields = (value: unknown) => value as Readonly<Record<string, unknown>>

test('POST /api/recovery/test answers what each test found', async () => {
  const { post } = await startDiagnostics()
  const { status, body } = await post('/api/recovery/test')
  expect([status, body.success, faultsOf(fields(body.test_results), SELF_TEST)]).toEqual([200, true, []])
  expect(body.test_results).toMatchObject({ persistence_test: true, circuit_breaker_test: true, overall: 'PASS' })
})

test('a configured store that can no longer be read is what the self-test reports, and no error of its own', async () => {
  const broken = { now: false }
  const memory = createMemoryStore({ random: seededRandom(1) })
  const fail = () => Promise.reject(new StoreUnavailableError('The file of the store is damaged'))
  const failing = <K extends keyof Store>(store: Store, method: K) =>
    changed(store, method, (original) => ((...args: never[]) => (broken.now ? fail() : (original as Work)(...args))) as never)
  const { get, post } = await startDiagnostics(failing(failing(memory, 'counters'), 'records'))
  broken.now = true
  expect((await get('/api/recovery/status')).status).toBe(503)
  const { status, body } = await post('/api/recovery/test')
  expect([status, body.test_results]).toMatchObject([
    200,
    {
      persistence_test: false,
      strategy_test: true,
      overall: 'FAIL',
      details: [{ message: 'The file of the store is damaged' }, {}, {}, {}],
    },
  ])
})

test('GET /api/recovery/testing/scenarios answers every documented scenario', async () => {
  const { get } = await startDiagnostics()
  const { status, body } = await get('/api/recovery/testing/scenarios')
  const scenarios = body.scenarios as readonly Readonly<Record<string, unknown>>[]
  expect([status, scenarios.flatMap((scenario) => faultsOf(scenario, SCENARIO))]).toEqual([200, []])
  expect(scenarios.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'network_timeout',
      'connection_failure',
      'disk_space_exhausted',
      'network_interruption_model_download',
      'app_crash_workflow_import',
      'browser_refresh_installation',
      'concurrent_recoveries',
    ]),
  )
})

test('POST /api/recovery/testing/run answers true counts, rates as ratios', async () => {
  const { post } = await startDiagnostics()
  const { status, body } = await post('/api/recovery/testing/run', { scenarios: ['connection_failure'] })
  const results = fields(body.test_results)
  const summary = fields(results.test_summary)
  expect([status, faultsOf(results, TESTS)]).toEqual([200, []])
  for (const kind of ['unit_tests', 'integration_tests', 'performance_tests', 'end_to_end_tests']) {
    expect([kind, faultsOf(fields(summary[kind]), TOTALS)]).toEqual([kind, []])
  }
  expect(results).toMatchObject({ total_tests: 1, passed_tests: 1, success_rate: 1, failed_test_details: [] })
})

test('POST /api/recovery/performance/validate measures for the seconds that were asked', async () => {
  const { post } = await startDiagnostics()
  const body = { test_duration: 0.4, concurrent_operations: 2, include_network_simulation: false }
  const answer = await post('/api/recovery/performance/validate', body)
  expect([answer.status, faultsOf(fields(answer.body.validation_results), VALIDATION)]).toEqual([200, []])
})

test('POST /api/recovery/performance/benchmark answers each series by its name', async () => {
  const { post } = await startDiagnostics()
  const asked = { scenarios: ['network_failures'], iterations: 3, duration: 10 }
  const { status, body } = await post('/api/recovery/performance/benchmark', asked)
  const results = fields(body.benchmark_results)
  expect([status, faultsOf(results, { overall_score: 'percent' })]).toEqual([200, []])
  expect(Object.keys(fields(results.scenario_results))).toEqual(['network_failures'])
  expect(faultsOf(fields(fields(results.scenario_results).network_failures), SERIES)).toEqual([])
  expect(faultsOf(fields(results.system_metrics), SYSTEM)).toEqual([])
})

test('one run at a time: who asks for another meanwhile is told so', async () => {
  const { post } = await startDiagnostics()
  const run = { test_duration: 0.5, concurrent_operations: 1, include_network_simulation: false }
  const answers = await Promise.all([1, 2].map(() => post('/api/recovery/performance/validate', run)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test.each<[string, object, string]>([
  ['performance/validate', { test_duration: 0.05 }, 'test_duration must be a number of seconds from 0.1 to 300'],
  ['performance/validate', { test_duration: '60' }, 'test_duration'],
  ['performance/validate', { concurrent_operations: 101 }, 'concurrent_operations must be a whole number from 1 to 100'],
  ['performance/validate', { include_network_simulation: 1 }, 'include_network_simulation must be true or false'],
  ['performance/benchmark', { scenarios: ['nothing'] }, 'scenarios must be one of network_failures'],
  ['performance/benchmark', { scenarios: 'network_failures' }, 'scenarios must be an array'],
  ['performance/benchmark', { scenarios: [] }, 'scenarios must not be empty'],
  ['performance/benchmark', { iterations: 0 }, 'iterations must be a whole number from 1 to 10000'],
  ['performance/benchmark', { duration: 301 }, 'duration must be'],
  ['testing/run', { scenarios: ['nothing'] }, 'nothing'],
])('POST %s with %j is refused', async (path, body, message) => {
  const { post } = await startDiagnostics()
  const answer = await post(`/api/recovery/${path}`, body)
  expect([answer.status, answer.body.success]).toEqual([400, false])
  expect(answer.body.error).toContain(message)
})

test('where no temporary folder can be made every path says so, and none where it was to be', async () => {
  vi.stubEnv('TMPDIR', '/nowhere/at/all')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { post } = await startDiagnostics()
  const quick = { test_duration: 0.1, iterations: 1, duration: 0.1 }
  const answers: RestAnswer[] = []
  for (const path of ['test', 'testing/run', 'performance/validate', 'performance/benchmark']) {
    answers.push(await post(`/api/recovery/${path}`, path.startsWith('performance') ? quick : {}))
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 409, 409])
  expect(answers[0]?.body.test_results).toMatchObject({ overall: 'FAIL' })
  expect(answers[1]?.body.test_results).toMatchObject({ total_tests: 19, passed_tests: 0 })
  for (const { body } of answers) {
    expect(JSON.stringify(body)).toContain('No temporary folder could be made (ENOENT); let TMPDIR name one')
    expect(JSON.stringify(body)).not.toContain('nowhere')
  }
})
