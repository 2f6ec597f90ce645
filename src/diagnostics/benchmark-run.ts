import type { Progress } from '../operation/progress.ts'
import { overallScore, scoreOf } from './benchmark-score.ts'
import { FAULT_SERIES } from './fault-series.ts'
import type { Grounds } from './grounds.ts'
import { MemoryPeak, startMeter, systemMetrics } from './process-meter.ts'
import type { BenchmarkReport, ScenarioResult } from './reports.ts'
import { chosen } from './scenarios.ts'
import { runSeries } from './series-run.ts'

export interface BenchmarkOptions {
  /** Ids of series; null runs all of them. */
  readonly scenarios: readonly string[] | null
  /** Operations of each scenario. */
  readonly iterations: number
  /** For all of them together; what is under way is finished. */
  readonly durationMs: number
  readonly progress: (report: Partial<Progress>) => void
}

// A rough figure for systems that do not tell: three commits, each a page or two of the log.
const BYTES_PER_OPERATION = 3 * 8192

/**
 * How well, and how fast, operations recover from real faults.
 *
 * @throws InvalidInputError when a scenario is unknown; the signal's reason when it aborts
 */
export async function runBenchmark(grounds: Grounds, options: BenchmarkOptions): Promise<BenchmarkReport> {
  const series = chosen(FAULT_SERIES, options.scenarios)
  const total = series.length * options.iterations
  const read = startMeter()
  const peak = new MemoryPeak()
  const results: ScenarioResult[] = []
  let done = 0
  for (const one of series) {
    const share = { iterations: options.iterations, durationMs: options.durationMs / series.length }
    const { iterations, succeeded, averageRecoveryTime } = await runSeries(grounds, one, share, () => {
      peak.look()
      options.progress({ current: ++done, total, unit: 'operations', stage: one.id })
    })
    const successRate = iterations === 0 ? 0 : succeeded / iterations
    results.push({
      scenario: one.id,
      iterations,
      successRate,
      averageRecoveryTime,
      score: scoreOf(successRate, averageRecoveryTime),
    })
  }
  return {
    overallScore: overallScore(results.map(({ score }) => score)),
    scenarioResults: results,
    systemMetrics: systemMetrics(read(), peak, done * BYTES_PER_OPERATION),
  }
}
