import type { FailedTest, TestReport, TestTotals } from '../src/diagnostics/reports.ts'
import type { Scenario } from '../src/diagnostics/scenario.ts'
import { SCENARIOS } from '../src/diagnostics/scenarios.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { RUN_COST, RUN_OPERATION, RUN_REPORT, type SeenRun, seenRun, WAIT } from './diagnostics-run.ts'
import { OperationType } from './operation.ts'
import { present } from './present.ts'

const TestScenarioType = builder.objectRef<Scenario>('TestScenario').implement({
  description: 'A fault that can be injected for real, and what recovery must make of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The name to run it by.' }),
    name: t.exposeString('name', { description: 'Its name, for people.' }),
    description: t.exposeString('description', { description: 'What happens in it.' }),
    category: t.exposeString('category', { description: '`network`, `resource`, `application` or `concurrency`.' }),
    durationSeconds: t.exposeInt('durationSeconds', { description: 'The most that it is expected to take, in seconds.' }),
    timeout: t.exposeFloat('timeoutSeconds', { description: 'After so many seconds it has failed.' }),
    expectedResult: t.exposeString('expectedResult', { description: 'What must come of it.' }),
  }),
})

const TestTotalsType = builder.objectRef<TestTotals>('TestTotals').implement({
  description: 'How many tests of a kind passed and failed.',
  fields: (t) => ({
    passed: t.exposeInt('passed', { description: 'Tests that passed.' }),
    failed: t.exposeInt('failed', { description: 'Tests that failed.' }),
    successRate: t.exposeFloat('successRate', { description: 'The part that passed, from 0 to 1; 0 when none was run.' }),
  }),
})

const TestSummaryType = builder.objectRef<TestReport['testSummary']>('TestSummary').implement({
  description: 'The tests by their kind.',
  fields: (t) => ({
    unitTests: t.expose('unitTests', { type: TestTotalsType, description: 'The checks of the self-test.' }),
    integrationTests: t.expose('integrationTests', { type: TestTotalsType, description: 'Scenarios of one fault.' }),
    performanceTests: t.expose('performanceTests', { type: TestTotalsType, description: 'Scenarios of many operations.' }),
    endToEndTests: t.expose('endToEndTests', { type: TestTotalsType, description: 'Scenarios of a whole course of work.' }),
  }),
})

const FailedTestType = builder.objectRef<FailedTest>('FailedTest').implement({
  description: 'A test that failed.',
  fields: (t) => ({
    testName: t.exposeString('testName', { description: 'The id of the scenario, or the name of the check.' }),
    error: t.exposeString('error', { description: 'What was not as it must be.' }),
    category: t.exposeString('category', { description: 'The category of the scenario, or `self_test`.' }),
  }),
})

const TestReportType = builder.objectRef<TestReport>('TestReport').implement({
  description: 'What came of a run of tests.',
  fields: (t) => ({
    totalTests: t.exposeInt('totalTests', { description: 'Tests that were run.' }),
    passedTests: t.exposeInt('passedTests', { description: 'Tests that passed.' }),
    failedTests: t.exposeInt('failedTests', { description: 'Tests that failed.' }),
    successRate: t.exposeFloat('successRate', { description: 'The part that passed, from 0 to 1.' }),
    testSummary: t.expose('testSummary', { type: TestSummaryType, description: 'The tests by their kind.' }),
    failedTestDetails: t.expose('failedTestDetails', { type: [FailedTestType], description: 'Why the failed ones failed.' }),
  }),
})

const TestRunType = builder.objectRef<SeenRun<TestReport>>('TestRun').implement({
  description: 'A run of test scenarios.',
  fields: (t) => ({
    operation: t.expose('operation', { type: OperationType, nullable: true, description: RUN_OPERATION }),
    report: t.expose('report', { type: TestReportType, nullable: true, description: RUN_REPORT }),
  }),
})

const RunTestsInput = builder.inputType('RunTestsInput', {
  description: 'Which tests to run.',
  fields: (t) => ({
    scenarios: t.idList({
      description: 'Ids of scenarios: see `testScenarios`. By default all of them, and the checks of the self-test.',
    }),
    wait: t.boolean({ defaultValue: true, description: WAIT }),
  }),
})

builder.queryField('testScenarios', (t) =>
  t.field({
    type: [TestScenarioType],
    description: 'The scenarios that can be run, the documented ones first.',
    extensions: costs({ length: SCENARIOS.length }),
    resolve: () => [...SCENARIOS],
  }),
)

builder.mutationField('runTests', (t) =>
  t.field({
    ...needs('admin'),
    type: TestRunType,
    description: 'Runs test scenarios, with real faults, on engines and stores of their own. One run at a time: see OVERLOADED.',
    args: { input: t.arg({ type: RunTestsInput, description: 'Which tests; by default all.' }) },
    extensions: costs(RUN_COST),
    resolve: (_root, { input }, context) => {
      const { wait, ...which } = input ?? {}
      return seenRun(context, wait, (diagnostics, options) => diagnostics.runTests(present(which), options))
    },
  }),
)
