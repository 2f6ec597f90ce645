import type { Command } from 'commander'
import type { Api } from '../api.ts'
import { accepted } from '../cli-error.ts'
import { addRemoteCommand, wholeNumber } from '../command-options.ts'
import { controlEach } from '../control-each.ts'
import { Cancel, Pause, Resume, Retry } from '../documents.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

/** The commands that change operations: by their ids, or by what they are. */
export function addControls(program: Command, run: Run): void {
  addControl(program, 'retry', 'try operations again: those that wait at once, those that ended in a new round', [
    'recoverable retry op_0190f3k8e7v2m4',
    'recoverable retry op_0190f3k8e7v2m4 --force --max-attempts 3',
  ])
    .option('--force', 'also those that a retry is not expected to help, or that were cancelled')
    .option('--max-attempts <number>', 'attempts of the new round', wholeNumber(1, 1001))
    .action(run(retry))
  addControl(program, 'pause', 'stop operations until they are resumed', ['recoverable pause op_0190f3k8e7v2m4']).action(
    run(pause),
  )
  addControl(program, 'resume', 'let paused operations go on', ['recoverable resume op_0190f3k8e7v2m4']).action(run(resume))
  addControl(program, 'cancel', 'end operations for good', ['recoverable cancel op_0190f3k8e7v2m4 --reason "wrong file"'])
    .option('--reason <text>', 'why, for those who read the log')
    .action(run(cancel))
}

function addControl(program: Command, name: string, about: string, examples: readonly string[]): Command {
  return addRemoteCommand(program, name, about, examples).argument('<id...>', 'the ids of operations')
}

interface RetryOptions {
  readonly force?: boolean
  readonly maxAttempts?: number
}

interface CancelOptions {
  readonly reason?: string
}

function retry(session: Session, ids: readonly string[], { force = false, maxAttempts }: RetryOptions): Promise<ExitCode> {
  const more = maxAttempts === undefined ? {} : { maxAttempts }
  return controlEach(session, ids, async (api: Api, id) => {
    const { retryOperation } = await api.request(Retry, { input: { id, force, ...more } })
    return accepted(retryOperation).operation
  })
}

function pause(session: Session, ids: readonly string[]): Promise<ExitCode> {
  return controlEach(session, ids, async (api: Api, id) => {
    const { pauseOperation } = await api.request(Pause, { input: { id } })
    return accepted(pauseOperation).operation
  })
}

function resume(session: Session, ids: readonly string[]): Promise<ExitCode> {
  return controlEach(session, ids, async (api: Api, id) => {
    const { resumeOperation } = await api.request(Resume, { input: { id } })
    return accepted(resumeOperation).operation
  })
}

function cancel(session: Session, ids: readonly string[], { reason }: CancelOptions): Promise<ExitCode> {
  return controlEach(session, ids, async (api: Api, id) => {
    const { cancelOperation } = await api.request(Cancel, { input: { id, ...(reason !== undefined && { reason }) } })
    return accepted(cancelOperation).operation
  })
}
