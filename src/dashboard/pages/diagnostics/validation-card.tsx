import { useState } from 'preact/hooks'
import { StartValidation } from '../../documents/diagnostics.ts'
import { act } from '../../state/act.ts'
import { typedDuration, typedWhole } from '../../text/typed-values.ts'
import { OptionField } from './option-field.tsx'
import { figureText, validationVerdict } from './report-texts.ts'
import { type ValidationReport, validationReportOf } from './reports.ts'
import { RunCard } from './run-card.tsx'
import { RUN_LENGTH_HINT, RUN_LENGTHS } from './run-lengths.ts'
import type { Runs } from './use-runs.ts'

interface ValidationCardProps {
  readonly runs: Runs
  readonly refusal: string | null
  readonly mayCancel: boolean
}

const MOST_AT_ONCE = 100
const isGood = ({ validationPassed }: ValidationReport) => validationPassed

/** What recovery costs on this machine. */
export function ValidationCard({ runs, refusal, mayCancel }: ValidationCardProps) {
  const [durationTyped, setDuration] = useState('10s')
  const [atOnceTyped, setAtOnce] = useState('10')
  const [network, setNetwork] = useState(true)
  const duration = typedDuration(durationTyped, RUN_LENGTHS)
  const atOnce = typedWhole(atOnceTyped, { min: 1, max: MOST_AT_ONCE })
  const onStart = async () => {
    if (duration.value === null || atOnce.value === null) return
    const input = {
      testDuration: duration.value,
      concurrentOperations: atOnce.value,
      includeNetworkSimulation: network,
      wait: false,
    }
    await act(StartValidation, { input }, { done: 'Validation started', failed: 'Could not run the validation' })
  }
  return (
    <RunCard
      title="Performance validation"
      about="Measures bare calls against the same calls as operations, on a store of the kind that is configured here."
      runs={runs}
      refusal={refusal}
      mayCancel={mayCancel}
      onStart={onStart}
      reportOf={validationReportOf}
      verdictOf={validationVerdict}
      isGood={isGood}
      options={
        <div class="diagnostics-fields">
          <OptionField
            label="Duration"
            value={durationTyped}
            hint={RUN_LENGTH_HINT}
            fault={duration.fault}
            onType={setDuration}
          />
          <OptionField
            label="Operations at once"
            value={atOnceTyped}
            hint="From 1 to 100"
            fault={atOnce.fault}
            onType={setAtOnce}
          />
          <label class="check">
            <input type="checkbox" checked={network} onChange={({ currentTarget }) => setNetwork(currentTarget.checked)} />
            Requests to a local server instead of mere waits
          </label>
        </div>
      }
      start={
        <button type="submit" class="button button-primary" disabled={duration.value === null || atOnce.value === null}>
          Run validation
        </button>
      }
    >
      {(report) => <ValidationReportView report={report} />}
    </RunCard>
  )
}

function ValidationReportView({ report }: { readonly report: ValidationReport }) {
  const figures = [
    ['Bare calls', `${figureText(report.baselineOperationsPerSecond)}/s`],
    ['As operations', `${figureText(report.recoveryOperationsPerSecond)}/s`],
    ['Loss of throughput', `${figureText(report.performanceImpactPercent)} %`],
    ['50 at once', `${figureText(report.burstOperationsPerSecond)}/s`],
    ['Added to one (median)', `${figureText(report.addedMillisecondsMedian)}ms`],
    ['More memory', `${figureText(report.memoryOverheadMb)} MiB`],
    ['More of one processor', `${figureText(report.cpuOverheadPercent)} %`],
    ['Failed operations', figureText(report.failedOperations)],
  ] as const
  return (
    <>
      <dl class="facts">
        {figures.flatMap(([label, value]) => [
          <dt key={label}>{label}</dt>,
          <dd key={`${label} value`} class="number">
            {value}
          </dd>,
        ])}
      </dl>
      <div>
        <h3>Recommendations</h3>
        <ul class="diagnostics-sentences">
          {report.recommendations.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
