import { expect, test } from 'vitest'
import type { ClassifyQuery, DiagnosticRunFragment } from '../../../../src/dashboard/gql/graphql.ts'
import { sampleOf } from '../../../../src/dashboard/pages/diagnostics/error-sample.ts'
import {
  benchmarkVerdict,
  breakerText,
  confidenceText,
  plainName,
  retryText,
  runText,
  testVerdict,
  validationVerdict,
} from '../../../../src/dashboard/pages/diagnostics/report-texts.ts'
import {
  type BenchmarkReport,
  benchmarkReportOf,
  type TestReport,
  testReportOf,
  type ValidationReport,
  validationReportOf,
} from '../../../../src/dashboard/pages/diagnostics/reports.ts'
import { scenarioMarks } from '../../../../src/dashboard/pages/diagnostics/scenario-marks.ts'

const TOTALS = { passed: 1, failed: 1, successRate: 0.5 }

const TESTS: TestReport = {
  totalTests: 2,
  passedTests: 1,
  failedTests: 1,
  testSummary: { unitTests: TOTALS, integrationTests: TOTALS, performanceTests: TOTALS, endToEndTests: TOTALS },
  failedTestDetails: [{ testName: 'b', error: 'It did not.', category: 'network' }],
}

const VALIDATION: ValidationReport = {
  baselineOperationsPerSecond: 100,
  recoveryOperationsPerSecond: 90,
  performanceImpactPercent: 10,
  memoryOverheadMb: 1,
  cpuOverheadPercent: 2,
  validationPassed: true,
  recommendations: ['Nothing.'],
  addedMillisecondsMedian: 1.26,
  burstOperationsPerSecond: 500,
  failedOperations: 0,
}

const BENCHMARK: BenchmarkReport = {
  overallScore: 87.25,
  scenarioResults: [{ scenario: 'network_failures', iterations: 10, successRate: 1, averageRecoveryTime: 0.2, score: 87.25 }],
  systemMetrics: { cpuUsagePercent: 1, memoryUsageMb: 2, diskIoMbS: 3 },
}

test('a report is read from the result of its run, and from nothing else', () => {
  expect(testReportOf(TESTS)).toBe(TESTS)
  expect(validationReportOf(VALIDATION)).toBe(VALIDATION)
  expect(benchmarkReportOf(BENCHMARK)).toBe(BENCHMARK)
  for (const other of [
    null,
    'text',
    [],
    {},
    VALIDATION,
    { ...TESTS, failedTestDetails: [{}] },
    { ...TESTS, testSummary: null },
  ]) {
    expect(testReportOf(other)).toBeNull()
  }
  expect(validationReportOf({ ...VALIDATION, recommendations: [1] })).toBeNull()
  expect(benchmarkReportOf({ ...BENCHMARK, scenarioResults: 'none' })).toBeNull()
})

test('reports are told in a sentence', () => {
  expect(testVerdict(TESTS)).toBe('1 of 2 tests failed')
  expect(testVerdict({ ...TESTS, failedTests: 0 })).toBe('All 2 tests passed')
  expect(testVerdict({ ...TESTS, failedTests: 0, totalTests: 1 })).toBe('The one test passed')
  expect(validationVerdict(VALIDATION)).toBe('Passed: recovery adds 1.3 ms to an operation')
  expect(validationVerdict({ ...VALIDATION, validationPassed: false, addedMillisecondsMedian: -1 })).toMatch(
    /^Not passed: recovery adds 0 ms/,
  )
  expect(benchmarkVerdict(BENCHMARK)).toBe('87.3 of 100 points')
  expect(plainName('app_crash_workflow_import')).toBe('App crash workflow import')
  expect(runText('CANCELLED', 1500)).toBe('Cancelled after 1.5s')
  expect(runText('CANCELLED', null)).toBe('Cancelled')
  expect(runText('SUCCESS', 61_000)).toBe('Took 1m 1s')
  expect(runText('FAILED', 1000)).toBe('Failed after 1s')
})

function run(given: Partial<DiagnosticRunFragment>): DiagnosticRunFragment {
  const nothing = { startedAt: null, finishedAt: null, input: {}, result: null, progress: null, error: null }
  return { id: 'op_1', state: 'IN_PROGRESS', createdAt: '2026-01-01T00:00:00Z', ...nothing, ...given }
}

function at(stage: string): DiagnosticRunFragment['progress'] {
  return { fraction: null, current: null, total: null, unit: null, stage, message: null, rate: null }
}

test('each scenario is marked as it stands in a run', () => {
  expect(scenarioMarks(['a', 'b', 'c'], run({}))).toEqual({ a: 'waiting', b: 'waiting', c: 'waiting' })
  expect(scenarioMarks(['a', 'b', 'c'], run({ progress: at('b') }))).toEqual({ a: 'ended', b: 'running', c: 'waiting' })
  expect(scenarioMarks(['a', 'b', 'c'], run({ progress: at('persistence') }))).toEqual({
    a: 'waiting',
    b: 'waiting',
    c: 'waiting',
  })
  const chosen = run({ input: { scenarios: ['c', 'b'] }, result: TESTS, state: 'SUCCESS' })
  expect(scenarioMarks(['a', 'b', 'c'], chosen)).toEqual({ a: 'left out', b: 'failed', c: 'passed' })
})

test('an error is asked about as it was typed', () => {
  const nothing = { message: '', name: '', code: '', status: '' }
  expect(sampleOf({ ...nothing, message: '  ' })).toEqual({ sample: null, faults: {} })
  expect(sampleOf({ ...nothing, code: ' ECONNRESET ' }).sample).toEqual({ code: 'ECONNRESET' })
  expect(sampleOf({ ...nothing, status: '503', message: 'busy' }).sample).toEqual({ message: 'busy', status: 503 })
  expect(sampleOf({ ...nothing, status: '7' })).toEqual({
    sample: null,
    faults: { status: 'An HTTP status goes from 100 to 599.' },
  })
})

test('a classification is told in words', () => {
  const found: ClassifyQuery['classifyError'] = {
    category: 'NETWORK',
    subcategory: 'network_connection',
    severity: 'MEDIUM',
    recoverability: 0.8,
    confidence: 1,
    retryable: true,
    maxRetries: 4,
    retryAfter: null,
    remedy: 'Wait.',
    breakerOutcome: 'FAILURE',
    signal: 'code ECONNRESET',
  }
  expect(retryText(found)).toBe('It would be retried, at most 4 times.')
  expect(retryText({ ...found, maxRetries: null, retryAfter: 60_000 })).toBe(
    'It would be retried, as often as its function allows, not before 1m have passed.',
  )
  expect(retryText({ ...found, retryable: false })).toBe('It would not be retried: the operation ends failed at once.')
  expect(breakerText(found)).toBe('The circuit breaker counts it as a failure.')
  expect(confidenceText(found)).toBe('Decided by code ECONNRESET; 100 % sure.')
  expect(confidenceText({ ...found, confidence: 0 })).toBe('Nothing in it was recognized.')
})
