import type { BenchmarkReport, ScenarioResult, SystemMetrics } from '../src/diagnostics/reports.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { RUN_COST, RUN_OPERATION, RUN_REPORT, type SeenRun, seenRun, WAIT } from './diagnostics-run.ts'
import { OperationType } from './operation.ts'
import { present } from './present.ts'

const ScenarioResultType = builder.objectRef<ScenarioResult>('BenchmarkScenarioResult').implement({
  description: 'What came of one scenario of the benchmark.',
  fields: (t) => ({
    scenario: t.exposeString('scenario', { description: '`network_failures`, `timeout_failures` or `resource_failures`.' }),
    iterations: t.exposeInt('iterations', { description: 'Operations that were run; fewer than asked for when time was up.' }),
    successRate: t.exposeFloat('successRate', { description: 'The part of them that recovered, from 0 to 1.' }),
    averageRecoveryTime: t.exposeFloat('averageRecoveryTime', {
      description: 'Mean seconds from the first failure to the success; 0 when none recovered.',
    }),
    score: t.exposeFloat('score', {
      description: 'Points from 0 to 100: 100 × success rate × min(1, 1 s / average recovery time).',
    }),
  }),
})

const SystemMetricsType = builder.objectRef<SystemMetrics>('SystemMetrics').implement({
  description: 'What this process used meanwhile.',
  fields: (t) => ({
    cpuUsagePercent: t.exposeFloat('cpuUsagePercent', {
      description: 'Of one processor: more than 100 when several were busy.',
    }),
    memoryUsageMb: t.exposeFloat('memoryUsageMb', { description: 'The most memory it held, in MiB.' }),
    diskIoMbS: t.exposeFloat('diskIoMbS', { description: 'MiB a second that it read from and wrote to disks.' }),
  }),
})

const BenchmarkReportType = builder.objectRef<BenchmarkReport>('BenchmarkReport').implement({
  description: 'How well and how fast operations recover from real faults.',
  fields: (t) => ({
    overallScore: t.exposeFloat('overallScore', { description: "The mean of the scenarios' points." }),
    scenarioResults: t.expose('scenarioResults', { type: [ScenarioResultType], description: 'Each scenario.' }),
    systemMetrics: t.expose('systemMetrics', { type: SystemMetricsType, description: 'What this process used meanwhile.' }),
  }),
})

const BenchmarkRunType = builder.objectRef<SeenRun<BenchmarkReport>>('BenchmarkRun').implement({
  description: 'A run of the benchmark.',
  fields: (t) => ({
    operation: t.expose('operation', { type: OperationType, nullable: true, description: RUN_OPERATION }),
    report: t.expose('report', { type: BenchmarkReportType, nullable: true, description: RUN_REPORT }),
  }),
})

const RunBenchmarkInput = builder.inputType('RunBenchmarkInput', {
  description: 'What to measure.',
  fields: (t) => ({
    scenarios: t.stringList({
      description: 'Of `network_failures`, `timeout_failures`, `resource_failures`; by default all.',
    }),
    iterations: t.int({ description: 'Operations of each scenario, 1 to 10,000; by default 100.' }),
    duration: t.field({
      type: 'Duration',
      description: 'For all scenarios together, 0.1 s to 300 s; by default 300 s. What is under way then is finished.',
    }),
    wait: t.boolean({ defaultValue: true, description: WAIT }),
  }),
})

builder.mutationField('runBenchmark', (t) =>
  t.field({
    ...needs('admin'),
    type: BenchmarkRunType,
    description: 'Lets many operations meet real faults and measures how they recover. One run at a time: see OVERLOADED.',
    args: { input: t.arg({ type: RunBenchmarkInput, description: 'What to measure.' }) },
    extensions: costs(RUN_COST),
    resolve: (_root, { input }, context) => {
      const { wait, ...what } = input ?? {}
      return seenRun(context, wait, (diagnostics, options) => diagnostics.runBenchmark(present(what), options))
    },
  }),
)
