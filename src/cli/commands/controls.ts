import type { Command } from 'commander'
import { CancelOperations, PauseOperations, ResumeOperations, RetryOperations } from '../../client/documents/bulk.ts'
import { addBulkOptions, type BulkOptions, controlMany, selectionOf } from '../bulk.ts'
import { accepted, CliError } from '../cli-error.ts'
import { addRemoteCommand, wholeNumber } from '../command-options.ts'
import { controlEach } from '../control-each.ts'
import { Cancel, Pause, Resume, Retry } from '../documents/controls.ts'
import type { ExitCode } from '../exit-codes.ts'
import { readJsonInput } from '../json-input.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

interface RetryOptions extends BulkOptions {
  readonly force?: boolean
  readonly maxAttempts?: number
  readonly input?: string
}

interface CancelOptions extends BulkOptions {
  readonly reason?: string
}

/** The commands that change operations: by their ids, or by what they are. */
export function addControls(program: Command, run: Run): void {
  addControl(program, 'retry', 'try operations again: those that wait at once, those that ended in a new round', [
    'recoverable retry op_0190f3k8e7v2m4',
    'recoverable retry op_0190f3k8e7v2m4 --force --max-attempts 3',
    'recoverable retry --filter state=EXHAUSTED category=NETWORK since=1d',
  ])
    .option('--force', 'also those that a retry is not expected to help, or that were cancelled')
    .option('--max-attempts <number>', 'attempts of the new round', wholeNumber(1, 1001))
    .option('--input <json>', 'another input for the new round: JSON, @file, or - for standard input')
    .action(run(retry))
  addControl(program, 'pause', 'stop operations until they are resumed', [
    'recoverable pause op_0190f3k8e7v2m4',
    'recoverable pause --filter function=download',
  ]).action(run(pause))
  addControl(program, 'resume', 'let paused operations go on', [
    'recoverable resume op_0190f3k8e7v2m4',
    'recoverable resume --all --yes',
  ]).action(run(resume))
  addControl(program, 'cancel', 'end operations for good', [
    'recoverable cancel op_0190f3k8e7v2m4 --reason "wrong file"',
    'recoverable cancel --filter metadata.customer=42 --yes',
  ])
    .option('--reason <text>', 'why, for those who read the log')
    .action(run(cancel))
}

function addControl(program: Command, name: string, about: string, examples: readonly string[]): Command {
  return addBulkOptions(addRemoteCommand(program, name, about, examples).argument('[id...]', 'the ids of operations'))
}

async function retry(session: Session, ids: readonly string[], options: RetryOptions): Promise<ExitCode> {
  const { force = false, maxAttempts } = options
  const selection = selectionOf(ids, options, session.now())
  const more = { force, ...(maxAttempts !== undefined && { maxAttempts }) }
  if (selection === null) {
    const input = options.input === undefined ? {} : { input: await readJsonInput(options.input, session.world) }
    return controlEach(session, ids, async (api, id) => {
      const { retryOperation } = await api.request(Retry, { input: { id, ...more, ...input } })
      return accepted(retryOperation).operation
    })
  }
  if (options.input !== undefined) throw new CliError('USAGE', 'Another input is for operations that are named by their ids')
  return controlMany(session, selection, options, async (api) => {
    return (await api.request(RetryOperations, { input: { ...selection, ...more } })).retryOperations
  })
}

async function pause(session: Session, ids: readonly string[], options: BulkOptions): Promise<ExitCode> {
  const selection = selectionOf(ids, options, session.now())
  if (selection === null) {
    return controlEach(session, ids, async (api, id) => {
      return accepted((await api.request(Pause, { input: { id } })).pauseOperation).operation
    })
  }
  return controlMany(session, selection, options, async (api) => {
    return (await api.request(PauseOperations, { input: selection })).pauseOperations
  })
}

async function resume(session: Session, ids: readonly string[], options: BulkOptions): Promise<ExitCode> {
  const selection = selectionOf(ids, options, session.now())
  if (selection === null) {
    return controlEach(session, ids, async (api, id) => {
      return accepted((await api.request(Resume, { input: { id } })).resumeOperation).operation
    })
  }
  return controlMany(session, selection, options, async (api) => {
    return (await api.request(ResumeOperations, { input: selection })).resumeOperations
  })
}

async function cancel(session: Session, ids: readonly string[], options: CancelOptions): Promise<ExitCode> {
  const selection = selectionOf(ids, options, session.now())
  const more = options.reason === undefined ? {} : { reason: options.reason }
  if (selection === null) {
    return controlEach(session, ids, async (api, id) => {
      return accepted((await api.request(Cancel, { input: { id, ...more } })).cancelOperation).operation
    })
  }
  return controlMany(session, selection, options, async (api) => {
    return (await api.request(CancelOperations, { input: { ...selection, ...more } })).cancelOperations
  })
}
