import type { ValidationReport } from '../src/diagnostics/reports.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { RUN_COST, RUN_OPERATION, RUN_REPORT, type SeenRun, seenRun, WAIT } from './diagnostics-run.ts'
import { OperationType } from './operation.ts'
import { present } from './present.ts'

const PerformanceValidationReportType = builder.objectRef<ValidationReport>('PerformanceValidationReport').implement({
  description: 'What recovery costs on this machine, measured.',
  fields: (t) => ({
    baselineOperationsPerSecond: t.exposeFloat('baselineOperationsPerSecond', { description: 'Bare calls a second.' }),
    recoveryOperationsPerSecond: t.exposeFloat('recoveryOperationsPerSecond', {
      description: 'Operations a second with the same work and as many at once.',
    }),
    performanceImpactPercent: t.exposeFloat('performanceImpactPercent', {
      description: 'By how many percent the second is less than the first; never below 0.',
    }),
    memoryOverheadMb: t.exposeFloat('memoryOverheadMb', {
      description: 'By how many MiB the process grew from bare calls to operations, its engine included.',
    }),
    cpuOverheadPercent: t.exposeFloat('cpuOverheadPercent', {
      description: 'How much more of one processor operations used than bare calls, in percent of it.',
    }),
    validationPassed: t.exposeBoolean('validationPassed', {
      description:
        'True when all operations succeeded, each took at most 5 ms longer (the median) and at most 5 % of 100 ms of work, and 50 at once reached at least 10 a second.',
    }),
    recommendations: t.exposeStringList('recommendations', {
      description: 'What follows from the figures; at least one sentence.',
    }),
    addedMillisecondsMedian: t.exposeFloat('addedMillisecondsMedian', {
      description: 'By how many milliseconds an operation takes longer than a bare call, by the medians.',
    }),
    burstOperationsPerSecond: t.exposeFloat('burstOperationsPerSecond', {
      description: 'Operations a second when 50 are started at once.',
    }),
    failedOperations: t.exposeInt('failedOperations', { description: 'Operations that did not succeed.' }),
  }),
})

const PerformanceValidationRunType = builder.objectRef<SeenRun<ValidationReport>>('PerformanceValidationRun').implement({
  description: 'A run of the performance validation.',
  fields: (t) => ({
    operation: t.expose('operation', { type: OperationType, nullable: true, description: RUN_OPERATION }),
    report: t.expose('report', { type: PerformanceValidationReportType, nullable: true, description: RUN_REPORT }),
  }),
})

const ValidatePerformanceInput = builder.inputType('ValidatePerformanceInput', {
  description: 'How to measure.',
  fields: (t) => ({
    testDuration: t.field({ type: 'Duration', description: 'How long to measure, 0.1 s to 300 s; by default 60 s.' }),
    concurrentOperations: t.int({ description: 'How many at once, 1 to 100; by default 10.' }),
    includeNetworkSimulation: t.boolean({
      description: 'Whether the work is a request to a local server instead of a wait; by default true.',
    }),
    wait: t.boolean({ defaultValue: true, description: WAIT }),
  }),
})

builder.mutationField('validatePerformance', (t) =>
  t.field({
    ...needs('admin'),
    type: PerformanceValidationRunType,
    description: 'Measures bare calls against operations, on a store of the configured kind. One run at a time: see OVERLOADED.',
    args: { input: t.arg({ type: ValidatePerformanceInput, description: 'How to measure.' }) },
    extensions: costs(RUN_COST),
    resolve: (_root, { input }, context) => {
      const { wait, ...how } = input ?? {}
      return seenRun(context, wait, (diagnostics, options) => diagnostics.validatePerformance(present(how), options))
    },
  }),
)
