import type { DiagnosticsNowQuery } from '../../gql/graphql.ts'
import { words } from '../../text/states.ts'
import type { ScenarioMark } from './scenario-marks.ts'

interface ScenarioTableProps {
  readonly scenarios: DiagnosticsNowQuery['testScenarios']
  readonly marks: Readonly<Record<string, ScenarioMark>>
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}

const MARKS: Readonly<Record<ScenarioMark, string>> = {
  'left out': '–',
  waiting: 'Waiting',
  running: '▶ Running',
  ended: 'Ended',
  passed: '✓ Passed',
  failed: '✕ Failed',
}

/** The scenarios to choose from, what each does, and how it went in the last run. */
export function ScenarioTable({ scenarios, marks, chosen, onChoose }: ScenarioTableProps) {
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <table class="scenarios">
      <caption class="visually-hidden">Test scenarios</caption>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col">What happens, and what must come of it</th>
          <th scope="col">Last run</th>
        </tr>
      </thead>
      <tbody>
        {scenarios.map(({ id, name, category, description, expectedResult }) => (
          <tr key={id}>
            <th scope="row">
              <label class="check">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <span>{name}</span>
              </label>
              <div class="muted tiny">{words(category)}</div>
            </th>
            <td class="small">
              {description} <span class="muted">{expectedResult}</span>
            </td>
            <td class={`small scenario-mark scenario-${marks[id]?.replace(' ', '-') ?? 'left-out'}`}>
              {MARKS[marks[id] ?? 'left out']}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
