import { Foreign } from '../../components/foreign.tsx'
import { countText } from '../../text/numbers.ts'
import { words } from '../../text/states.ts'
import type { TestReport } from './reports.ts'

const KINDS = [
  ['unitTests', 'Checks of the self-test'],
  ['integrationTests', 'Scenarios of one fault'],
  ['performanceTests', 'Scenarios of many operations'],
  ['endToEndTests', 'Scenarios of a whole course of work'],
] as const

/** The tests of a run by their kind, and why the failed ones failed. */
export function TestReportView({ report }: { readonly report: TestReport }) {
  const kinds = KINDS.filter(([kind]) => report.testSummary[kind].passed + report.testSummary[kind].failed > 0)
  return (
    <>
      <table class="figures">
        <caption class="visually-hidden">Tests by kind</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Passed</th>
            <th scope="col">Failed</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(([kind, label]) => (
            <tr key={kind}>
              <td>{label}</td>
              <td class="number">{countText(report.testSummary[kind].passed)}</td>
              <td class="number">{countText(report.testSummary[kind].failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.failedTestDetails.length > 0 && (
        <ul class="diagnostics-list" aria-label="Failed tests">
          {report.failedTestDetails.map(({ testName, error, category }) => (
            <li key={testName}>
              <strong class="diagnostics-failed">
                <span aria-hidden="true">✕</span> <Foreign text={words(testName)} />
              </strong>{' '}
              <span class="muted small">{words(category)}</span>
              <div class="small">
                <Foreign text={error} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
