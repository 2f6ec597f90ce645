import { useState } from 'preact/hooks'
import { StartBenchmark } from '../../documents/diagnostics.ts'
import { act } from '../../state/act.ts'
import { words } from '../../text/states.ts'
import { typedDuration, typedWhole } from '../../text/typed-values.ts'
import { BenchmarkReportView } from './benchmark-report-view.tsx'
import { OptionField } from './option-field.tsx'
import { benchmarkVerdict } from './report-texts.ts'
import { type BenchmarkReport, benchmarkReportOf } from './reports.ts'
import { RunCard } from './run-card.tsx'
import { RUN_LENGTH_HINT, RUN_LENGTHS } from './run-lengths.ts'
import type { Runs } from './use-runs.ts'

interface BenchmarkCardProps {
  readonly runs: Runs
  readonly refusal: string | null
  readonly mayCancel: boolean
}

const SCENARIOS: readonly string[] = ['network_failures', 'timeout_failures', 'resource_failures']
const MOST_ITERATIONS = 10_000
// Fewer points are lost by slow recoveries than by failed ones; half of the points is where somebody should look.
const GOOD_SCORE = 50
const isGood = ({ overallScore }: BenchmarkReport) => overallScore >= GOOD_SCORE

/** How well and how fast operations recover here. */
export function BenchmarkCard({ runs, refusal, mayCancel }: BenchmarkCardProps) {
  const [iterationsTyped, setIterations] = useState('100')
  const [durationTyped, setDuration] = useState('1m')
  const [chosen, setChosen] = useState(SCENARIOS)
  const iterations = typedWhole(iterationsTyped, { min: 1, max: MOST_ITERATIONS })
  const duration = typedDuration(durationTyped, RUN_LENGTHS)
  const isReady = iterations.value !== null && duration.value !== null && chosen.length > 0
  const onStart = async () => {
    if (iterations.value === null || duration.value === null || chosen.length === 0) return
    const input = { iterations: iterations.value, duration: duration.value, scenarios: [...chosen], wait: false }
    await act(StartBenchmark, { input }, { done: 'Benchmark started', failed: 'Could not run the benchmark' })
  }
  const toggle = (id: string) => setChosen(SCENARIOS.filter((one) => chosen.includes(one) !== (one === id)))
  return (
    <RunCard
      title="Benchmark"
      about="Lets many operations meet real faults, and gives points for how many recover and how fast."
      runs={runs}
      refusal={refusal}
      mayCancel={mayCancel}
      onStart={onStart}
      reportOf={benchmarkReportOf}
      verdictOf={benchmarkVerdict}
      isGood={isGood}
      options={
        <div class="diagnostics-fields">
          <OptionField
            label="Operations of each scenario"
            value={iterationsTyped}
            hint="From 1 to 10,000"
            fault={iterations.fault}
            onType={setIterations}
          />
          <OptionField
            label="Longest duration"
            value={durationTyped}
            hint={RUN_LENGTH_HINT}
            fault={duration.fault}
            onType={setDuration}
          />
          <div class="row">
            {SCENARIOS.map((id) => (
              <label key={id} class="check">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                {words(id)}
              </label>
            ))}
          </div>
          {chosen.length === 0 && <p class="field-error">Choose one scenario at least.</p>}
        </div>
      }
      start={
        <button type="submit" class="button button-primary" disabled={!isReady}>
          Run benchmark
        </button>
      }
    >
      {(report) => <BenchmarkReportView report={report} />}
    </RunCard>
  )
}
