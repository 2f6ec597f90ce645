import type { Progress } from '../operation/progress.ts'
import { CHECKS, runCheck } from './checks.ts'
import { messageOf } from './expect.ts'
import type { Grounds } from './grounds.ts'
import type { FailedTest, TestKind, TestReport, TestTotals } from './reports.ts'
import { withLimit } from './run-limit.ts'
import type { Scenario } from './scenario.ts'
import { chosen, SCENARIOS } from './scenarios.ts'
import { Trial } from './trial.ts'

interface Test {
  readonly name: string
  readonly category: string
  readonly kind: TestKind
  readonly limitMs: number
  /** What went wrong, or null. */
  readonly run: (grounds: Grounds) => Promise<string | null>
}

interface Outcome {
  readonly test: Test
  readonly error: string | null
}

/** A check must be over by then. */
export const CHECK_LIMIT_MS = 10_000

export interface TestRunOptions {
  /** Ids of scenarios; null runs all of them, and the checks of the self-test too. */
  readonly scenarios: readonly string[] | null
  readonly probeStore: () => Promise<void>
  readonly progress: (report: Partial<Progress>) => void
}

/**
 * Runs tests one after another. What fails is in the report.
 *
 * @throws InvalidInputError when a scenario is unknown; the signal's reason when it aborts
 */
export async function runTests(grounds: Grounds, options: TestRunOptions): Promise<TestReport> {
  const scenarios = chosen(SCENARIOS, options.scenarios).map(scenarioTest)
  const tests = scenarios.length === SCENARIOS.length ? [...checkTests(options.probeStore), ...scenarios] : scenarios
  const outcomes: Outcome[] = []
  for (const test of tests) {
    options.progress({ current: outcomes.length, total: tests.length, unit: 'tests', stage: test.name })
    outcomes.push({ test, error: await errorOf(test, grounds) })
    // A test that was broken off says nothing.
    grounds.signal.throwIfAborted()
  }
  options.progress({ current: tests.length, total: tests.length, unit: 'tests', stage: null })
  return reportOf(outcomes)
}

async function errorOf(test: Test, grounds: Grounds): Promise<string | null> {
  try {
    return await withLimit(grounds.clock, grounds.signal, test.limitMs, (signal) => test.run({ ...grounds, signal }))
  } catch (error) {
    return messageOf(error)
  }
}

function scenarioTest({ id, category, kind, timeoutSeconds, run }: Scenario): Test {
  const limitMs = timeoutSeconds * 1000
  return { name: id, category, kind, limitMs, run: (grounds) => Trial.run(grounds, run).then(() => null) }
}

function checkTests(probeStore: () => Promise<void>): readonly Test[] {
  return CHECKS.map((check) => ({
    name: check.name,
    category: 'self_test',
    kind: 'unit',
    limitMs: CHECK_LIMIT_MS,
    run: async (grounds) => {
      const { passed, message } = await runCheck(check, grounds, probeStore)
      return passed ? null : message
    },
  }))
}

/** Counts what was run. */
function reportOf(outcomes: readonly Outcome[]): TestReport {
  const { passed, failed, successRate } = totalsOf(outcomes)
  const ofKind = (kind: TestKind) => totalsOf(outcomes.filter(({ test }) => test.kind === kind))
  return {
    totalTests: outcomes.length,
    passedTests: passed,
    failedTests: failed,
    successRate,
    testSummary: {
      unitTests: ofKind('unit'),
      integrationTests: ofKind('integration'),
      performanceTests: ofKind('performance'),
      endToEndTests: ofKind('end_to_end'),
    },
    failedTestDetails: outcomes.flatMap(failureOf),
  }
}

function failureOf({ test, error }: Outcome): readonly FailedTest[] {
  return error === null ? [] : [{ testName: test.name, error, category: test.category }]
}

function totalsOf(outcomes: readonly Outcome[]): TestTotals {
  const failed = outcomes.filter(({ error }) => error !== null).length
  const passed = outcomes.length - failed
  return { passed, failed, successRate: outcomes.length === 0 ? 0 : passed / outcomes.length }
}
