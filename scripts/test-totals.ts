/** What we read of the report that `vitest --reporter=json` writes. */
export interface TestReport {
  readonly numTotalTests: number
  readonly numPassedTests: number
  readonly testResults: readonly TestFile[]
}

interface TestFile {
  /** Its path. */
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
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

/** More than these is no accident of a busy machine. */
const MOST_AGAIN = 3

/** The files to be run once more, by themselves: those that failed, when they are few. None when there is no report. */
export function filesToRunAgain(report: TestReport | null): readonly string[] {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name)
  return failed.length > MOST_AGAIN ? [] : failed
}

/** The report of a run of which some files were run again: what they came to the second time counts. */
export function withSecondRun(first: TestReport, second: TestReport): TestReport {
  const again = new Map(second.testResults.map((file) => [file.name, file]))
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed')
  return { numTotalTests: tests.length, numPassedTests: passed.length, testResults }
}

/** The tests that failed, by their full names; of a file that could not be loaded, the file. */
export function failuresIn({ testResults }: TestReport): readonly string[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [name]
    return assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName)
  })
}
