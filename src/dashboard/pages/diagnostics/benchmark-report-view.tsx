import { countText, percentText } from '../../text/numbers.ts'
import { words } from '../../text/states.ts'
import { figureText } from './report-texts.ts'
import type { BenchmarkReport } from './reports.ts'

/** The points of each scenario, and what the server used meanwhile. */
export function BenchmarkReportView({ report }: { readonly report: BenchmarkReport }) {
  const { cpuUsagePercent, memoryUsageMb, diskIoMbS } = report.systemMetrics
  return (
    <>
      <table class="figures">
        <caption class="visually-hidden">Points of each scenario</caption>
        <thead>
          <tr>
            <th scope="col">Scenario</th>
            <th scope="col">Recovered</th>
            <th scope="col">On average</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {report.scenarioResults.map(({ scenario, iterations, successRate, averageRecoveryTime, score }) => (
            <tr key={scenario}>
              <td>{words(scenario)}</td>
              <td class="number">
                {percentText(successRate)} of {countText(iterations)}
              </td>
              <td class="number">{averageRecoveryTime.toFixed(2)}s</td>
              <td class="number">{figureText(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted small number">
        Meanwhile the server used {figureText(cpuUsagePercent)} % of a processor, {figureText(memoryUsageMb)} MiB of memory at
        most, and {figureText(diskIoMbS)} MiB a second of its disks.
      </p>
    </>
  )
}
