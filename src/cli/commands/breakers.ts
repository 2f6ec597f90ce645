import type { Command } from 'commander'
import { accepted } from '../cli-error.ts'
import { addRemoteCommand, duration } from '../command-options.ts'
import { Breakers, Reset, Trip } from '../documents/server.ts'
import { colourOf } from '../format/paint.ts'
import { formatInstant } from '../format/units.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

interface TripOptions {
  readonly for?: number
  readonly reason?: string
}

interface ResetOptions {
  readonly reason?: string
  readonly forceClosed?: boolean
}

interface State {
  readonly state: string
  readonly forced: boolean
  readonly computedState: string
}

interface Changed extends State {
  readonly scope: string
  readonly retryAt?: string | null
}

export function addBreakers(program: Command, run: Run): void {
  addRemoteCommand(program, 'breakers', 'list the circuit breakers', [
    'recoverable breakers',
    'recoverable breakers --json | jq \'.circuitBreakers[] | select(.state != "CLOSED")\'',
  ]).action(run(breakers))
  addRemoteCommand(program, 'trip', 'force a circuit breaker open, so that its operations wait', [
    'recoverable trip download --for 90s --reason "the mirror is down"',
    'recoverable trip download',
  ])
    .argument('<scope>', 'the scope of the breaker')
    .option('--for <time>', 'how long, such as 90s; without it until it is reset', duration)
    .option('--reason <text>', 'why, for those who read the log')
    .action(run(trip))
  addRemoteCommand(program, 'reset', 'close a circuit breaker, and let what waits for it go on', [
    'recoverable reset download',
    'recoverable reset download --reason "the mirror is back"',
  ])
    .argument('<scope>', 'the scope of the breaker')
    .option('--reason <text>', 'why, for those who read the log')
    .option('--force-closed', 'keep it closed whatever fails, until it is reset or tripped')
    .action(run(reset))
}

async function breakers(session: Session): Promise<undefined> {
  const { output } = session
  const { circuitBreakers } = await (await session.api()).request(Breakers, {})
  if (output.json) output.document({ circuitBreakers })
  else if (circuitBreakers.length === 0) output.note('There are no circuit breakers')
  else {
    const rows = circuitBreakers.map(
      ({ scope, state, forced, computedState, failureCount, threshold, blockedOperations, retryAt, lastError }) => [
        scope,
        { text: stateText({ state, forced, computedState }), colour: colourOf(state) },
        `${failureCount}/${threshold}`,
        String(blockedOperations),
        retryAt ? formatInstant(retryAt, session.now()) : '',
        lastError ?? '',
      ],
    )
    output.table(['SCOPE', 'STATE', 'FAILURES', 'BLOCKED', 'PROBE', 'LAST ERROR'], rows)
  }
}

/** Whether a person wants it so, and what it would be by itself where that is something else. */
function stateText({ state, forced, computedState }: State): string {
  if (!forced) return state
  return state === computedState ? `${state} (forced)` : `${state} (forced; by itself ${computedState})`
}

async function trip(session: Session, scope: string, options: TripOptions): Promise<undefined> {
  const { for: ms, reason } = options
  const input = { scope, ...(ms !== undefined && { duration: ms }), ...(reason !== undefined && { reason }) }
  const { tripCircuitBreaker } = await (await session.api()).request(Trip, { input })
  tell(session, accepted(tripCircuitBreaker).circuitBreaker)
}

async function reset(session: Session, scope: string, { reason, forceClosed = false }: ResetOptions): Promise<undefined> {
  const input = { scope, forceClosed, ...(reason !== undefined && { reason }) }
  const { resetCircuitBreaker } = await (await session.api()).request(Reset, { input })
  tell(session, accepted(resetCircuitBreaker).circuitBreaker)
}

function tell({ output, world }: Session, breaker: Changed): undefined {
  const { scope, retryAt } = breaker
  if (output.json) return output.document({ circuitBreaker: breaker })
  const until = retryAt ? `, permits a probe ${formatInstant(retryAt, world.clock.now())}` : ''
  output.say(`The circuit breaker "${scope}" is ${stateText(breaker)}${until}`)
}
