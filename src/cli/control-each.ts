import type { Api } from './api.ts'
import { CliError } from './cli-error.ts'
import { EXIT, type ExitCode, exitCodeFor } from './exit-codes.ts'
import { colourOf } from './format/paint.ts'
import { visible } from './format/visible.ts'
import type { Session } from './session.ts'

/** What became of one operation. */
type Outcome =
  | { readonly id: string; readonly ok: true; readonly state: string }
  | { readonly id: string; readonly ok: false; readonly code: string; readonly message: string }

type Control = (api: Api, id: string) => Promise<{ readonly state: string }>

/**
 * Does the same to each of these operations, one after the other, and tells what became of each. A refusal does not
 * keep the others from their turn. Answers the exit code of the refusals when they are all of one kind, else 1.
 */
export async function controlEach(session: Session, ids: readonly string[], control: Control): Promise<ExitCode> {
  const { output } = session
  const api = await session.api()
  const outcomes: Outcome[] = []
  try {
    for (const id of ids) {
      const outcome = await attempt(api, id, control)
      outcomes.push(outcome)
      if (!output.json) tell(session, outcome)
    }
  } finally {
    // Also when something ended it: what was done until then is done.
    if (output.json) output.document({ results: outcomes })
  }
  return exitCodeOfAll(outcomes)
}

function tell({ output }: Session, outcome: Outcome): void {
  if (outcome.ok) output.lines([`${visible(outcome.id)}  ${output.paint(outcome.state, colourOf(outcome.state))}`])
  else output.error(new CliError(outcome.code, outcome.message))
}

async function attempt(api: Api, id: string, control: Control): Promise<Outcome> {
  try {
    return { id, ok: true, state: (await control(api, id)).state }
  } catch (error) {
    // What concerns all of them ends the command.
    if (!(error instanceof CliError)) throw error
    return { id, ok: false, code: error.code, message: error.message }
  }
}

function exitCodeOfAll(outcomes: readonly Outcome[]): ExitCode {
  const codes = new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : exitCodeFor(outcome.code))))
  const [first = EXIT.ok] = codes
  return codes.size > 1 ? EXIT.failed : first
}
