import { z } from 'zod'
import { RunTests, Scenarios, SelfTest } from './documents/diagnostics.ts'
import { Enabled } from './documents/status.ts'
import { DISABLED, mustBeEnabled } from './enabled.ts'
import { listOf, text } from './request-fields.ts'
import { type Route, route } from './route.ts'
import { BUSY, oneAtATime, reportOf } from './run-report.ts'

const ratio = () => z.number().min(0).max(1)

const SELF_TEST = route({
  method: 'POST',
  path: '/api/recovery/test',
  name: 'runSelfTest',
  tag: 'diagnostics',
  summary: 'Test this installation',
  description:
    'Writes, reopens and reads a store, and the configured store itself; runs strategies, classification and a breaker.',
  document: SelfTest,
  also: [Enabled],
  variables: () => ({}),
  ask: async (ask, variables) => {
    // A store that cannot even be read must not end this here: it is what the self-test is to find.
    const known = await ask(Enabled, {}).catch(() => null)
    if (known !== null) mustBeEnabled(known)
    return ask(SelfTest, variables)
  },
  refusals: DISABLED,
  payload: z.object({
    test_results: z
      .object({
        persistence_test: z.boolean().describe('Whether what is stored is there after a restart.'),
        strategy_test: z.boolean().describe('Whether operations are retried with the right waits.'),
        classification_test: z.boolean().describe('Whether errors are told apart.'),
        circuit_breaker_test: z.boolean().describe('Whether a breaker opens, lets one probe through and closes.'),
        overall: z.enum(['PASS', 'FAIL']).describe('`PASS` when all of them are.'),
        details: z
          .array(z.object({ name: z.string(), passed: z.boolean(), message: z.string() }))
          .describe('What each test proved, or what went wrong.'),
      })
      .describe('What was found.'),
  }),
  answer: ({ runSelfTest: report }) => ({
    test_results: {
      persistence_test: report.persistenceTest,
      strategy_test: report.strategyTest,
      classification_test: report.classificationTest,
      circuit_breaker_test: report.circuitBreakerTest,
      overall: report.overall === 'PASS' ? ('PASS' as const) : ('FAIL' as const),
      details: report.details.map(({ name, passed, message }) => ({ name, passed, message })),
    },
  }),
})

const SCENARIOS = route({
  method: 'GET',
  path: '/api/recovery/testing/scenarios',
  name: 'listScenarios',
  tag: 'diagnostics',
  summary: 'The test scenarios',
  document: Scenarios,
  variables: () => ({}),
  payload: z.object({
    scenarios: z
      .array(
        z.object({
          id: z.string().describe('What to run it by.'),
          name: z.string().describe('Its name, for people.'),
          description: z.string().describe('What it does.'),
          category: z.string().describe('What kind of trouble it makes, such as `network`.'),
          duration_seconds: z.int().describe('Seconds that the old documents name for it.'),
          timeout: z.number().describe('Seconds after which it has failed.'),
          expected_result: z.string().describe('What must come of it.'),
        }),
      )
      .describe('All of them.'),
  }),
  answer: ({ testScenarios }) => ({
    scenarios: testScenarios.map(({ durationSeconds, expectedResult, ...scenario }) => ({
      ...scenario,
      duration_seconds: durationSeconds,
      expected_result: expectedResult,
    })),
  }),
})

const totals = z.object({
  passed: z.int().describe('How many passed.'),
  failed: z.int().describe('How many failed.'),
  success_rate: ratio().describe('Ratio; 0 when none was run.'),
})

const toTotals = (of: { readonly passed: number; readonly failed: number; readonly successRate: number }) => ({
  passed: of.passed,
  failed: of.failed,
  success_rate: of.successRate,
})

const RUN_TESTS = route({
  method: 'POST',
  path: '/api/recovery/testing/run',
  name: 'runTests',
  tag: 'diagnostics',
  summary: 'Run test scenarios, with faults that are really injected',
  description: 'Answers when they have been run; meanwhile the run is an operation that can be seen and cancelled.',
  body: z.object({
    scenarios: listOf(text(1, 255)).optional().describe('Ids of scenarios; all, and the self-test, when absent.'),
  }),
  document: RunTests,
  variables: ({ body: { scenarios = null } }) => ({ input: { scenarios } }),
  ask: (ask, variables) => oneAtATime(() => ask(RunTests, variables)),
  refusals: BUSY,
  payload: z.object({
    test_results: z
      .object({
        total_tests: z.int().describe('How many were run.'),
        passed_tests: z.int().describe('How many passed.'),
        failed_tests: z.int().describe('How many failed.'),
        success_rate: ratio().describe('Ratio: passed / total.'),
        test_summary: z
          .object({
            unit_tests: totals.describe('Parts by themselves.'),
            integration_tests: totals.describe('Parts together.'),
            performance_tests: totals.describe('Time and load.'),
            end_to_end_tests: totals.describe('Whole runs.'),
          })
          .describe('The same by their kinds.'),
        failed_test_details: z
          .array(z.object({ test_name: z.string(), error: z.string(), category: z.string() }))
          .describe('What went wrong in those that failed.'),
      })
      .describe('What was found.'),
  }),
  answer: ({ runTests }) => {
    const { testSummary: summary, ...report } = reportOf(runTests)
    return {
      test_results: {
        total_tests: report.totalTests,
        passed_tests: report.passedTests,
        failed_tests: report.failedTests,
        success_rate: report.successRate,
        test_summary: {
          unit_tests: toTotals(summary.unitTests),
          integration_tests: toTotals(summary.integrationTests),
          performance_tests: toTotals(summary.performanceTests),
          end_to_end_tests: toTotals(summary.endToEndTests),
        },
        failed_test_details: report.failedTestDetails.map(({ testName, error, category }) => ({
          test_name: testName,
          error,
          category,
        })),
      },
    }
  },
})

export const DIAGNOSTICS_ROUTES: readonly Route[] = [SELF_TEST, SCENARIOS, RUN_TESTS]
