import { useState } from 'preact/hooks'
import { StartTests } from '../../documents/diagnostics.ts'
import type { DiagnosticsNowQuery } from '../../gql/graphql.ts'
import { act } from '../../state/act.ts'
import { countText } from '../../text/numbers.ts'
import { testVerdict } from './report-texts.ts'
import { type TestReport, testReportOf } from './reports.ts'
import { RunCard } from './run-card.tsx'
import { scenarioMarks } from './scenario-marks.ts'
import { ScenarioTable } from './scenario-table.tsx'
import { TestReportView } from './test-report-view.tsx'
import type { Runs } from './use-runs.ts'

interface TestsCardProps {
  readonly scenarios: DiagnosticsNowQuery['testScenarios']
  readonly runs: Runs
  readonly refusal: string | null
  readonly mayCancel: boolean
}

const isGood = ({ failedTests }: TestReport) => failedTests === 0

/** Scenarios with real faults: all of them with the checks of the self-test, or the chosen ones. */
export function TestsCard({ scenarios, runs, refusal, mayCancel }: TestsCardProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const ids = scenarios.map(({ id }) => id)
  const onStart = async () => {
    const input = { wait: false, ...(chosen.length > 0 && { scenarios: [...chosen] }) }
    await act(StartTests, { input }, { done: 'Test run started', failed: 'Could not run the tests' })
  }
  // Those of the last run are told by its report; it may be of another choice.
  const marked = runs.active ?? runs.ended?.find(({ result }) => testReportOf(result) !== null)
  return (
    <RunCard
      title="Test scenarios"
      about="Injects real faults (broken connections, full disks, killed processes) into engines and stores of their own, and looks whether recovery makes of them what it must."
      runs={runs}
      refusal={refusal}
      mayCancel={mayCancel}
      onStart={onStart}
      reportOf={testReportOf}
      verdictOf={testVerdict}
      isGood={isGood}
      areOptionsLong
      options={
        <ScenarioTable
          scenarios={scenarios}
          marks={marked === undefined ? {} : scenarioMarks(ids, marked)}
          chosen={chosen}
          onChoose={setChosen}
        />
      }
      start={
        <>
          <button type="submit" class="button button-primary">
            {chosen.length === 0 ? 'Run all tests' : `Run chosen tests (${countText(chosen.length)})`}
          </button>
          {chosen.length > 0 && (
            <button type="button" class="button" onClick={() => setChosen([])}>
              Choose none
            </button>
          )}
        </>
      }
    >
      {(report) => <TestReportView report={report} />}
    </RunCard>
  )
}
