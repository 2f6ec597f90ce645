import type { Command } from 'commander'
import { addRemoteCommand } from '../command-options.ts'
import { Status } from '../documents/server.ts'
import { colourOf } from '../format/paint.ts'
import { formatDuration, formatNumber } from '../format/units.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

const EXAMPLES = ['recoverable status', "recoverable status --json | jq '.status.activeOperations'"]

export function addStatus(program: Command, run: Run): void {
  addRemoteCommand(program, 'status', 'tell how the server does, and which functions it has', EXAMPLES).action(run(status))
}

interface Failed {
  readonly failedOperations: number
  readonly exhaustedOperations: number
}

function failedText({ failedOperations, exhaustedOperations }: Failed): string {
  const exhausted = exhaustedOperations > 0 ? `, ${formatNumber(exhaustedOperations)} of them exhausted` : ''
  return formatNumber(failedOperations) + exhausted
}

async function status(session: Session): Promise<undefined> {
  const { output } = session
  const api = await session.api()
  const { recoveryStatus: found, functions } = await api.request(Status, {})
  if (output.json) return output.document({ status: found, functions })
  output.pairs([
    ['Version', found.version],
    ['Store', found.store],
    ['Up for', formatDuration(found.uptime)],
    ['Recovery', { text: found.enabled ? 'on' : 'off', colour: found.enabled ? 'green' : 'yellow' }],
    ['Active', formatNumber(found.activeOperations)],
    ['In all', formatNumber(found.totalOperations)],
    [
      'Recovered',
      `${formatNumber(found.recoveredOperations)}, in ${formatDuration(found.averageRecoveryTime * 1000)} on average`,
    ],
    ['Failed', failedText(found)],
    ['Retries', formatNumber(found.retryAttempts)],
    ...found.servers.map(({ id, host, running }) => ['Server', `${id} on ${host}, runs ${running}`] as const),
  ])
  const states = found.byState.filter(({ count }) => count > 0)
  if (states.length > 0) output.lines([''])
  output.pairs(states.map(({ state, count }) => [state, { text: formatNumber(count), colour: colourOf(state) }]))
  output.lines([''])
  output.table(
    ['FUNCTION', 'ACTIVE', 'IN ALL', 'ATTEMPTS', 'STRATEGY', 'ABOUT'],
    functions.map(({ name, activeOperations, totalOperations, maxAttempts, strategy, description }) => [
      name,
      formatNumber(activeOperations),
      formatNumber(totalOperations),
      String(maxAttempts),
      strategy,
      description ?? '',
    ]),
  )
}
