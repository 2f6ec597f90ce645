// The reports of runs, which are the results of their operations: stored for ever, so they are read with care.

interface TestTotals {
  readonly passed: number
  readonly failed: number
}

export interface FailedTest {
  readonly testName: string
  readonly error: string
  readonly category: string
}

export interface TestReport {
  readonly totalTests: number
  readonly passedTests: number
  readonly failedTests: number
  readonly testSummary: {
    readonly unitTests: TestTotals
    readonly integrationTests: TestTotals
    readonly performanceTests: TestTotals
    readonly endToEndTests: TestTotals
  }
  readonly failedTestDetails: readonly FailedTest[]
}

export interface ValidationReport {
  readonly baselineOperationsPerSecond: number
  readonly recoveryOperationsPerSecond: number
  readonly performanceImpactPercent: number
  readonly memoryOverheadMb: number
  readonly cpuOverheadPercent: number
  readonly validationPassed: boolean
  readonly recommendations: readonly string[]
  readonly addedMillisecondsMedian: number
  readonly burstOperationsPerSecond: number
  readonly failedOperations: number
}

interface ScenarioResult {
  readonly scenario: string
  readonly iterations: number
  readonly successRate: number
  readonly averageRecoveryTime: number
  readonly score: number
}

export interface BenchmarkReport {
  readonly overallScore: number
  readonly scenarioResults: readonly ScenarioResult[]
  readonly systemMetrics: {
    readonly cpuUsagePercent: number
    readonly memoryUsageMb: number
    readonly diskIoMbS: number
  }
}

type Shape = 'number' | 'string' | 'boolean' | readonly [Shape] | { readonly [name: string]: Shape }

const TOTALS = { passed: 'number', failed: 'number' } as const

const TESTS: Shape = {
  totalTests: 'number',
  passedTests: 'number',
  failedTests: 'number',
  testSummary: { unitTests: TOTALS, integrationTests: TOTALS, performanceTests: TOTALS, endToEndTests: TOTALS },
  failedTestDetails: [{ testName: 'string', error: 'string', category: 'string' }],
}

const VALIDATION: Shape = {
  baselineOperationsPerSecond: 'number',
  recoveryOperationsPerSecond: 'number',
  performanceImpactPercent: 'number',
  memoryOverheadMb: 'number',
  cpuOverheadPercent: 'number',
  validationPassed: 'boolean',
  recommendations: ['string'],
  addedMillisecondsMedian: 'number',
  burstOperationsPerSecond: 'number',
  failedOperations: 'number',
}

const BENCHMARK: Shape = {
  overallScore: 'number',
  scenarioResults: [
    { scenario: 'string', iterations: 'number', successRate: 'number', averageRecoveryTime: 'number', score: 'number' },
  ],
  systemMetrics: { cpuUsagePercent: 'number', memoryUsageMb: 'number', diskIoMbS: 'number' },
}

/** The report of a test run; null when the result is none. */
export function testReportOf(result: unknown): TestReport | null {
  return hasShape(result, TESTS) ? (result as TestReport) : null
}

/** The report of a performance validation; null when the result is none. */
export function validationReportOf(result: unknown): ValidationReport | null {
  return hasShape(result, VALIDATION) ? (result as ValidationReport) : null
}

/** The report of a benchmark; null when the result is none. */
export function benchmarkReportOf(result: unknown): BenchmarkReport | null {
  return hasShape(result, BENCHMARK) ? (result as BenchmarkReport) : null
}

function hasShape(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') return typeof value === shape
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((item) => hasShape(item, shape[0]))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(shape).every(([name, part]) => hasShape((value as Record<string, unknown>)[name], part))
}
