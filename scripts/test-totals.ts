/** What we read of the report that `vitest --reporter=json` writes. */
export interface TestReport {
  readonly numTotalTests: number
  readonly numPassedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

export interface Totals {
  readonly passed: number
  readonly failed: number
}

/**
 * The true totals of a test run. A test that was skipped has not passed, and a file that could not be loaded failed,
 * though no test of it is counted. A run can also fail as a whole: without a report, by an error outside of all tests,
 * or by coverage that is too low.
 */
export function totalsOf(report: TestReport | null, exitCode: number | null): Totals {
  if (report === null) return { passed: 0, failed: 1 }
  const notLoaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.numTotalTests - report.numPassedTests + notLoaded.length
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}
