import type { DiagnosticRunFragment as Run } from '../../gql/graphql.ts'
import { testReportOf } from './reports.ts'

/** How a scenario stands in a run: `left out` of it, or `ended` in one that goes on and tells at its end how. */
export type ScenarioMark = 'left out' | 'waiting' | 'running' | 'ended' | 'passed' | 'failed'

/** How each scenario stands in a run of tests. The scenarios are in the order in which they are run. */
export function scenarioMarks(ids: readonly string[], run: Run): Readonly<Record<string, ScenarioMark>> {
  const chosen = chosenIn(run.input)
  const order = ids.filter((id) => chosen === null || chosen.includes(id))
  const report = testReportOf(run.result)
  const at = order.indexOf(run.progress?.stage ?? '')
  const markOf = (id: string): ScenarioMark => {
    const place = order.indexOf(id)
    if (place === -1) return 'left out'
    if (report !== null) return report.failedTestDetails.some(({ testName }) => testName === id) ? 'failed' : 'passed'
    if (place === at) return 'running'
    return place < at ? 'ended' : 'waiting'
  }
  return Object.fromEntries(ids.map((id) => [id, markOf(id)]))
}

/** The scenarios that a run was started with; null for all. */
function chosenIn(input: unknown): readonly string[] | null {
  if (typeof input !== 'object' || input === null || !('scenarios' in input)) return null
  const { scenarios } = input
  return Array.isArray(scenarios) && scenarios.length > 0 ? scenarios : null
}
