import type { Command } from 'commander'
import type { JsonObject } from '../../operation/json.ts'
import { accepted } from '../cli-error.ts'
import { addRemoteCommand, duration, fromNow, type Instant, keyValue, wholeNumber } from '../command-options.ts'
import { Start } from '../documents/controls.ts'
import type { ExitCode } from '../exit-codes.ts'
import { followToEnd } from '../follow-to-end.ts'
import type { StartOperationInput } from '../gql/graphql.ts'
import { readJsonInput } from '../json-input.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

/** The options of all that starts an operation. */
export interface StartingOptions {
  readonly id?: string
  readonly key?: string
  readonly priority?: number
  readonly metadata?: JsonObject
  readonly runAt?: Instant
  readonly deadline?: number
  readonly maxAttempts?: number
}

interface Options extends StartingOptions {
  readonly input?: string
  readonly watch?: true
}

const EXAMPLES = [
  `recoverable start http_request --input '{"method":"GET","url":"https://example.com"}' --watch`,
  'recoverable start import --input @order.json --key order-17 --metadata customer=42',
  'cat order.json | recoverable start import --input - --run-at 10m',
]

export function addStart(program: Command, run: Run): void {
  const command = addRemoteCommand(program, 'start', 'start an operation', EXAMPLES)
    .argument('<function>', 'the name of the function; "recoverable status" lists them')
    .option('--input <json>', 'its input: JSON, @file, or - for standard input')
  addStartingOptions(command).option('--watch', 'follow it until it ends').action(run(start))
}

/** Adds the options that hold for all functions alike. */
export function addStartingOptions(command: Command): Command {
  return command
    .option('--id <id>', 'your own id for it')
    .option('--key <key>', 'its idempotency key: the same key with the same input starts nothing new')
    .option('--priority <number>', 'those with a higher one run first', wholeNumber(-2_147_483_648, 2_147_483_647))
    .option('--metadata <key=value...>', 'what to find it by later', keyValue)
    .option('--run-at <instant>', 'not before: an instant, or a length of time from now such as 10m', fromNow)
    .option('--deadline <time>', 'how long it may take in all, such as 2h', duration)
    .option('--max-attempts <number>', 'how often it is attempted at most', wholeNumber(1, 1001))
}

async function start(session: Session, functionName: string, options: Options): Promise<ExitCode | undefined> {
  const input = options.input === undefined ? {} : { input: await readJsonInput(options.input, session.world) }
  const id = await startOperation(
    session,
    { functionName, ...input, ...startingInput(options, session.now()) },
    options.watch !== true,
  )
  return options.watch ? followToEnd(session, id) : undefined
}

/** The options as the API takes them. */
export function startingInput({ key, ...options }: StartingOptions, now: number): Partial<StartOperationInput> {
  const { id, priority, metadata, runAt, deadline, maxAttempts } = options
  const given = { id, idempotencyKey: key, priority, metadata, runAt: runAt?.(now), deadline, maxAttempts }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/**
 * Starts it and tells that it was. Answers its id.
 *
 * @param isAll whether this is the whole answer of the command: then programs get it as a document
 */
export async function startOperation(session: Session, input: StartOperationInput, isAll: boolean): Promise<string> {
  const { output } = session
  const api = await session.api()
  const { startOperation: result } = await api.request(Start, { input })
  const { operation, deduplicated } = accepted(result)
  if (isAll && output.json) output.document({ operation, deduplicated })
  else if (isAll) output.say(operation.id)
  if (!output.json) output.note(deduplicated ? `It had been started before: ${operation.id}` : `Started ${operation.id}`)
  return operation.id
}
