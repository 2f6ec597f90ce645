// What the runs answer. Reports are the results of operations, so their names are stored: they are for ever.

/** One of the checks of the self-test. */
export interface SelfCheck {
  readonly name: 'persistence' | 'strategies' | 'classification' | 'circuit_breaker'
  readonly passed: boolean
  /** What was proven, or what went wrong. */
  readonly message: string
}

export interface SelfTestReport {
  readonly persistenceTest: boolean
  readonly strategyTest: boolean
  readonly classificationTest: boolean
  readonly circuitBreakerTest: boolean
  readonly overall: 'PASS' | 'FAIL'
  readonly details: readonly SelfCheck[]
}

/** The kinds that tests are counted by. */
export type TestKind = 'unit' | 'integration' | 'performance' | 'end_to_end'

export interface TestTotals {
  readonly passed: number
  readonly failed: number
  /** From 0 to 1; 0 when none was run. */
  readonly successRate: number
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
  readonly successRate: number
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
  /** The median of what recovery adds to one operation, in milliseconds. */
  readonly addedMillisecondsMedian: number
  /** Of 50 operations at once. */
  readonly burstOperationsPerSecond: number
  /** Recovered operations that did not succeed. */
  readonly failedOperations: number
}

export interface ScenarioResult {
  readonly scenario: string
  readonly iterations: number
  readonly successRate: number
  /** Mean seconds from the first failure to the success. */
  readonly averageRecoveryTime: number
  /** From 0 to 100. */
  readonly score: number
}

export interface SystemMetrics {
  /** Of one processor: more than 100 when several are busy. */
  readonly cpuUsagePercent: number
  readonly memoryUsageMb: number
  readonly diskIoMbS: number
}

export interface BenchmarkReport {
  readonly overallScore: number
  readonly scenarioResults: readonly ScenarioResult[]
  readonly systemMetrics: SystemMetrics
}
