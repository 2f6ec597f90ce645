import { progressLine } from './format/bar.ts'
import { colourOf } from './format/paint.ts'
import type { Cell } from './format/table.ts'
import { formatDuration, formatInstant } from './format/units.ts'
import type { OperationDetailsQuery } from './gql/graphql.ts'

type Answered = NonNullable<OperationDetailsQuery['operation']>

/** An operation with lists in the place of connections. */
export interface Details extends Omit<Answered, 'attempts' | 'events'> {
  readonly attempts: readonly Answered['attempts']['edges'][number]['node'][]
  readonly events: readonly Answered['events']['edges'][number]['node'][]
}

type Fact = readonly [name: string, value: string | Cell]
type Section = readonly [title: string, head: readonly string[], rows: readonly (readonly (string | Cell)[])[]]

/** What is so of the operation as a whole; what does not apply is left out. */
export function factsOf(operation: Details, now: number): readonly Fact[] {
  const { state, attempt, maxAttempts, totalAttempts, round, recovered } = operation
  const facts: readonly (readonly [string, string | Cell | null | undefined | false])[] = [
    ['Operation', operation.id],
    ['Function', operation.functionName],
    ['State', { text: recovered ? `${state} (recovered)` : state, colour: colourOf(state) }],
    ['Attempt', `${attempt} of ${maxAttempts}${round > 1 ? `, round ${round}` : ''}, ${totalAttempts} in all`],
    ['Progress', operation.progress && progressLine(operation.progress, undefined)],
    ...errorFacts(operation),
    ['Next attempt', operation.nextAttemptAt && instantText(operation.nextAttemptAt, now)],
    ['Created', instantText(operation.createdAt, now)],
    ['Started', operation.startedAt && instantText(operation.startedAt, now)],
    ['Finished', operation.finishedAt && instantText(operation.finishedAt, now)],
    ['Deadline', operation.deadlineAt && instantText(operation.deadlineAt, now)],
    ['Breaker', operation.circuitBreaker && `${operation.circuitBreaker.scope}: ${operation.circuitBreaker.state}`],
    ['Key', operation.idempotencyKey],
    ['Priority', operation.priority !== 0 && String(operation.priority)],
    ['Metadata', jsonText(operation.metadata, '{}')],
    ['Input', jsonText(operation.input, 'null')],
    ['Result', jsonText(operation.result, 'null')],
    ['You can', operation.availableActions.map(commandOf).join(', ')],
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact[1]))
}

export function attemptsTable({ attempts }: Details): Section {
  const rows = attempts.map(({ number, outcome, startedAt, duration, delayBefore, error }) => [
    String(number),
    outcome,
    startedAt,
    duration === null || duration === undefined ? '' : formatDuration(duration),
    delayBefore === null || delayBefore === undefined ? '' : formatDuration(delayBefore),
    error?.message ?? '',
  ])
  return ['Attempts', ['#', 'OUTCOME', 'STARTED', 'TOOK', 'WAITED', 'ERROR'], rows]
}

export function stepsTable({ steps }: Details, now: number): Section {
  const rows = steps.map(({ name, kind, attempt, finishedAt, output }) => [
    name,
    kind,
    String(attempt),
    // A sleep is noted when it begins.
    Date.parse(finishedAt) > now ? `until ${finishedAt}` : finishedAt,
    jsonText(output, 'null'),
  ])
  return ['Steps', ['NAME', 'KIND', 'ATTEMPT', 'FINISHED', 'OUTPUT'], rows]
}

export function eventsTable({ events }: Details): Section {
  const rows = events.map(({ timestamp, type, state, attempt, actor, error, data }) => [
    timestamp,
    type,
    { text: state, colour: colourOf(state) },
    String(attempt),
    actor ?? '',
    error ?? jsonText(data, 'null'),
  ])
  return ['Events', ['TIME', 'EVENT', 'STATE', 'ATTEMPT', 'BY', 'MORE'], rows]
}

function errorFacts({ error }: Details): readonly (readonly [string, string | Cell | null])[] {
  if (!error) return []
  const kind = `${error.category}, ${error.subcategory}, ${error.severity}${error.code ? `, ${error.code}` : ''}`
  return [
    ['Error', { text: error.message, colour: 'red' }],
    ['Kind', `${kind}; ${error.retryable ? 'a retry may help' : 'a retry is not expected to help'}`],
    ['Remedy', error.remedy],
  ]
}

function instantText(instant: string, now: number): string {
  return `${instant}  (${formatInstant(instant, now)})`
}

/** How the command line calls an action. */
function commandOf(action: string): string {
  return action === 'FORCE_RETRY' ? 'retry --force' : action.toLowerCase()
}

/** JSON on one line; empty for what says nothing. */
function jsonText(value: unknown, nothing: string): string {
  const text = JSON.stringify(value ?? null)
  return text === nothing || text === 'null' ? '' : text
}
