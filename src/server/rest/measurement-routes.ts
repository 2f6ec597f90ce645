import { z } from 'zod'
import { RunBenchmark, ValidatePerformance } from './documents/diagnostics.ts'
import { flag, listOf, oneOf, seconds, whole } from './request-fields.ts'
import { type Route, route } from './route.ts'
import { BUSY, oneAtATime, reportOf } from './run-report.ts'

const VALIDATE = route({
  method: 'POST',
  path: '/api/recovery/performance/validate',
  name: 'validatePerformance',
  tag: 'diagnostics',
  summary: 'Measure what recovery costs on this machine',
  description: 'Answers when the time is over; meanwhile the run is an operation that can be seen and cancelled.',
  body: z.object({
    test_duration: seconds(0.1, 300).default(60).describe('Seconds to measure.'),
    concurrent_operations: whole(1, 100).default(10).describe('How many operations run at once.'),
    include_network_simulation: flag().default(true).describe('Whether the work is a request to a local server.'),
  }),
  document: ValidatePerformance,
  variables: ({ body }) => ({
    input: {
      testDuration: body.test_duration * 1000,
      concurrentOperations: body.concurrent_operations,
      includeNetworkSimulation: body.include_network_simulation,
    },
  }),
  ask: (ask, variables) => oneAtATime(() => ask(ValidatePerformance, variables)),
  refusals: BUSY,
  payload: z.object({
    validation_results: z
      .object({
        baseline_operations_per_second: z.number().describe('Of the bare work.'),
        recovery_operations_per_second: z.number().describe('Of the same work as operations.'),
        performance_impact_percent: z.number().describe('Percent by which operations are slower.'),
        memory_overhead_mb: z.number().describe('MiB that operations take more.'),
        cpu_overhead_percent: z.number().describe('Percent of a processor that operations take more.'),
        validation_passed: z.boolean().describe('Whether the targets are met.'),
        recommendations: z.array(z.string()).describe('What follows from the figures.'),
      })
      .describe('What was measured.'),
  }),
  answer: ({ validatePerformance }) => {
    const report = reportOf(validatePerformance)
    return {
      validation_results: {
        baseline_operations_per_second: report.baselineOperationsPerSecond,
        recovery_operations_per_second: report.recoveryOperationsPerSecond,
        performance_impact_percent: report.performanceImpactPercent,
        memory_overhead_mb: report.memoryOverheadMb,
        cpu_overhead_percent: report.cpuOverheadPercent,
        validation_passed: report.validationPassed,
        recommendations: report.recommendations,
      },
    }
  },
})

const SERIES = ['network_failures', 'timeout_failures', 'resource_failures'] as const

const BENCHMARK = route({
  method: 'POST',
  path: '/api/recovery/performance/benchmark',
  name: 'runBenchmark',
  tag: 'diagnostics',
  summary: 'Measure how well and how fast operations recover from real faults',
  description: 'Answers when it is done; meanwhile the run is an operation that can be seen and cancelled.',
  body: z.object({
    scenarios: listOf(oneOf(SERIES))
      .default([...SERIES])
      .describe('Which faults.'),
    iterations: whole(1, 10_000).default(100).describe('Operations of each scenario.'),
    duration: seconds(0.1, 300).default(300).describe('Seconds that it may take in all.'),
  }),
  document: RunBenchmark,
  variables: ({ body: { scenarios, iterations, duration } }) => ({ input: { scenarios, iterations, duration: duration * 1000 } }),
  ask: (ask, variables) => oneAtATime(() => ask(RunBenchmark, variables)),
  refusals: BUSY,
  payload: z.object({
    benchmark_results: z
      .object({
        overall_score: z.number().min(0).max(100).describe('Points, 0 to 100.'),
        scenario_results: z
          .record(
            z.string(),
            z.object({
              success_rate: z.number().min(0).max(1).describe('Ratio of the operations that succeeded.'),
              average_recovery_time: z.number().describe('Seconds from the first failure to the success, the mean.'),
              score: z.number().min(0).max(100).describe('Points, 0 to 100.'),
            }),
          )
          .describe(
            'By the names of the scenarios: `success_rate` (ratio), `average_recovery_time` (seconds), `score` (points).',
          ),
        system_metrics: z
          .object({
            cpu_usage_percent: z.number().describe('Percent of one processor.'),
            memory_usage_mb: z.number().describe('MiB.'),
            disk_io_mb_s: z.number().describe('MiB a second.'),
          })
          .describe('What it took.'),
      })
      .describe('What was measured.'),
  }),
  answer: ({ runBenchmark }) => {
    const { overallScore, scenarioResults, systemMetrics } = reportOf(runBenchmark)
    const results = scenarioResults.map(({ scenario, successRate, averageRecoveryTime, score }) => [
      scenario,
      { success_rate: successRate, average_recovery_time: averageRecoveryTime, score },
    ])
    return {
      benchmark_results: {
        overall_score: overallScore,
        scenario_results: Object.fromEntries(results),
        system_metrics: {
          cpu_usage_percent: systemMetrics.cpuUsagePercent,
          memory_usage_mb: systemMetrics.memoryUsageMb,
          disk_io_mb_s: systemMetrics.diskIoMbS,
        },
      },
    }
  },
})

export const MEASUREMENT_ROUTES: readonly Route[] = [VALIDATE, BENCHMARK]
