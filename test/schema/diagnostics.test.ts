import { expect, test } from 'vitest'
import { testApi } from './harness.ts'

const SELF_TEST = `mutation { runSelfTest {
  persistenceTest strategyTest classificationTest circuitBreakerTest overall details { name passed message }
} }`
const TOTALS = '{ passed failed successRate }'
const RUN_TESTS = `mutation ($input: RunTestsInput) { runTests(input: $input) {
  operation { id functionName state progress { current total unit } }
  report {
    totalTests passedTests failedTests successRate
    testSummary { unitTests ${TOTALS} integrationTests ${TOTALS} performanceTests ${TOTALS} endToEndTests ${TOTALS} }
    failedTestDetails { testName error category }
  }
} }`
const VALIDATE = `mutation ($input: ValidatePerformanceInput) { validatePerformance(input: $input) {
  operation { id functionName state }
  report {
    baselineOperationsPerSecond recoveryOperationsPerSecond performanceImpactPercent memoryOverheadMb cpuOverheadPercent
    validationPassed recommendations
  }
} }`
const BENCHMARK = `mutation ($input: RunBenchmarkInput) { runBenchmark(input: $input) {
  operation { id functionName state }
  report {
    overallScore scenarioResults { scenario successRate averageRecoveryTime score }
    systemMetrics { cpuUsagePercent memoryUsageMb diskIoMbS }
  }
} }`

test('the scenarios are listed with what they are about', async () => {
  const { data } = await testApi()
  const { testScenarios } = await data(
    '{ testScenarios { id name description category durationSeconds timeout expectedResult } }',
  )

  expect(testScenarios).toHaveLength(15)
  expect((testScenarios as readonly unknown[]).slice(0, 3)).toEqual(
    [
      ['network_timeout', 'Network Timeout', 'network', 30],
      ['connection_failure', 'Connection Failure', 'network', 45],
      ['disk_space_exhausted', 'Disk Space Exhausted', 'resource', 60],
    ].map(([id, name, category, seconds]) => ({
      ...{ id, name, category, durationSeconds: seconds, timeout: seconds },
      description: expect.stringMatching(/\.$/),
      expectedResult: expect.stringMatching(/\.$/),
    })),
  )
})

test('a self-test answers each part and what it found', async () => {
  const { data } = await testApi({ diagnostics: true })

  expect(await data(SELF_TEST)).toEqual({
    runSelfTest: {
      ...{ persistenceTest: true, strategyTest: true, classificationTest: true, circuitBreakerTest: true, overall: 'PASS' },
      details: ['persistence', 'strategies', 'classification', 'circuit_breaker'].map((name) => ({
        ...{ name, passed: true },
        message: expect.any(String),
      })),
    },
  })
})

test('a run of tests answers its operation and its report', async () => {
  const { data } = await testApi({ diagnostics: true })
  const { runTests } = await data(RUN_TESTS, { input: { scenarios: ['disk_space_exhausted'] } })
  const none = { passed: 0, failed: 0, successRate: 0 }

  expect(runTests).toEqual({
    operation: {
      id: expect.stringMatching(/^op_/),
      functionName: 'diagnostics.tests',
      state: 'SUCCESS',
      progress: { current: 1, total: 1, unit: 'tests' },
    },
    report: {
      ...{ totalTests: 1, passedTests: 1, failedTests: 0, successRate: 1, failedTestDetails: [] },
      testSummary: {
        ...{ unitTests: none, integrationTests: { passed: 1, failed: 0, successRate: 1 } },
        ...{ performanceTests: none, endToEndTests: none },
      },
    },
  })
})

test('a run that is not waited for answers its operation alone, and the actor is in the event log', async () => {
  const { ask, recovery } = await testApi({ diagnostics: true })
  const input = { scenarios: ['disk_space_exhausted'], wait: false }
  const { data } = await ask(RUN_TESTS, { input }, 'ada')
  expect(data).toEqual({
    runTests: { operation: expect.objectContaining({ id: expect.any(String), state: 'PENDING' }), report: null },
  })

  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1 })
  const id = operations[0]?.id ?? ''
  expect((await recovery.events(id, { limit: 1 })).items).toMatchObject([{ type: 'created', actor: 'ada' }])
  await recovery.ending(id)
})

test('a validation and a benchmark answer every documented figure as a number', async () => {
  const { data } = await testApi({ diagnostics: true })
  const number = expect.any(Number)

  expect(await data(VALIDATE, { input: { testDuration: '100ms', concurrentOperations: 1 } })).toEqual({
    validatePerformance: {
      operation: { id: expect.any(String), functionName: 'diagnostics.validation', state: 'SUCCESS' },
      report: {
        ...{ baselineOperationsPerSecond: number, recoveryOperationsPerSecond: number, performanceImpactPercent: number },
        ...{ memoryOverheadMb: number, cpuOverheadPercent: number, validationPassed: expect.any(Boolean) },
        recommendations: expect.arrayContaining([expect.any(String)]),
      },
    },
  })
  expect(await data(BENCHMARK, { input: { iterations: 1, scenarios: ['network_failures'] } })).toEqual({
    runBenchmark: {
      operation: { id: expect.any(String), functionName: 'diagnostics.benchmark', state: 'SUCCESS' },
      report: {
        overallScore: number,
        scenarioResults: [{ scenario: 'network_failures', successRate: 1, averageRecoveryTime: number, score: number }],
        systemMetrics: { cpuUsagePercent: number, memoryUsageMb: number, diskIoMbS: number },
      },
    },
  })
})

test.each([
  [VALIDATE, { testDuration: '301s' }, 'testDuration'],
  [VALIDATE, { concurrentOperations: 101 }, 'concurrentOperations'],
  [BENCHMARK, { iterations: 0 }, 'iterations'],
  [BENCHMARK, { duration: 1 }, 'duration'],
  [BENCHMARK, { scenarios: ['nothing'] }, 'scenarios'],
  [RUN_TESTS, { scenarios: ['nothing'] }, 'scenarios'],
])('%# what is out of its bounds is refused with the name of the field', async (document, input, field) => {
  const { rawErrors } = await testApi({ diagnostics: true })
  const [error] = await rawErrors(document, { input })

  expect(error?.originalError).toMatchObject({ code: 'INVALID_INPUT', field })
})

test('a second run is refused while the first is not over', async () => {
  const { data, rawErrors, recovery } = await testApi({ diagnostics: true })
  const input = { iterations: 10_000, wait: false }
  const { runBenchmark } = await data(BENCHMARK, { input })
  const [error] = await rawErrors(RUN_TESTS)
  expect(error?.originalError).toMatchObject({ code: 'OVERLOADED' })

  await recovery.cancel((runBenchmark as { operation: { id: string } }).operation.id)
})

test('a server without diagnostics says so', async () => {
  const { rawErrors } = await testApi()
  const [error] = await rawErrors(SELF_TEST)

  expect(error?.originalError).toMatchObject({ code: 'FORBIDDEN' })
})
