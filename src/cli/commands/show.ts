import type { Command } from 'commander'
import { noSuchOperation } from '../cli-error.ts'
import { addRemoteCommand, wholeNumber } from '../command-options.ts'
import { OperationDetails } from '../documents/operations.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'
import { attemptsTable, eventsTable, factsOf, stepsTable } from '../show-view.ts'

interface Options {
  readonly attempts: number
  readonly events: number
}

const EXAMPLES = [
  'recoverable show op_0190f3k8e7v2m4',
  "recoverable show op_0190f3k8e7v2m4 --json | jq '.error.remedy'",
  'recoverable show op_0190f3k8e7v2m4 --events 200',
]

export function addShow(program: Command, run: Run): void {
  addRemoteCommand(program, 'show', 'tell all about one operation: attempts, steps, events, its error and what to do', EXAMPLES)
    .argument('<id>', 'the id of the operation')
    .option('--attempts <number>', 'how many of its attempts, the last ones', wholeNumber(0, 500), 20)
    .option('--events <number>', 'how many of its events, the last ones', wholeNumber(0, 500), 20)
    .action(run(show))
}

async function show(session: Session, id: string, { attempts, events }: Options): Promise<undefined> {
  const { output } = session
  const api = await session.api()
  const { operation } = await api.request(OperationDetails, { id, attempts, events })
  if (operation === null || operation === undefined) throw noSuchOperation(id)
  const details = {
    ...operation,
    attempts: operation.attempts.edges.map(({ node }) => node),
    events: operation.events.edges.map(({ node }) => node),
  }
  if (output.json) return output.document(details)
  output.pairs(factsOf(details, session.now()))
  for (const [title, head, rows] of [attemptsTable(details), stepsTable(details, session.now()), eventsTable(details)]) {
    if (rows.length === 0) continue
    output.lines(['', output.paint(title, 'bold')])
    output.table(head, rows)
  }
}
