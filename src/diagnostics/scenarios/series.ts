import { expect, messageOf } from '../expect.ts'
import { FAULT_SERIES, type FaultSeries } from '../fault-series.ts'
import type { Scenario } from '../scenario.ts'
import { runSeries } from '../series-run.ts'

const ITERATIONS = 20
/** The least part of operations that must recover. */
const MIN_SUCCESS_RATE = 0.95

const NAMES: Readonly<Record<string, readonly [name: string, category: string]>> = {
  network_failures: ['Network Failures', 'network'],
  timeout_failures: ['Timeout Failures', 'network'],
  resource_failures: ['Resource Failures', 'resource'],
}

/** The series of the benchmark, as tests. */
export const SERIES_SCENARIOS: readonly Scenario[] = FAULT_SERIES.map(toScenario)

function toScenario(series: FaultSeries): Scenario {
  const [name, category] = NAMES[series.id] ?? [series.id, 'resource']
  return {
    id: series.id,
    name,
    description: `${series.description} ${ITERATIONS} operations meet it.`,
    category,
    kind: 'performance',
    durationSeconds: 60,
    timeoutSeconds: 60,
    expectedResult: `At least ${MIN_SUCCESS_RATE * 100} % of the operations recover.`,
    async run({ grounds }) {
      const { iterations, succeeded, fault } = await runSeries(grounds, series, { iterations: ITERATIONS, durationMs: 60_000 })
      const why = fault === null ? '' : `; the first failure: ${messageOf(fault)}`
      expect(succeeded / iterations >= MIN_SUCCESS_RATE, `Only ${succeeded} of ${iterations} operations recovered${why}`)
    },
  }
}
