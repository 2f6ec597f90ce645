import { EXIT, type ExitCode } from './exit-codes.ts'
import { type Followed, followOperation, untilInterrupted } from './follow.ts'
import { followView } from './follow-view.ts'
import { safeJson, visible } from './format/visible.ts'
import type { Session } from './session.ts'

/** Shows an operation until it ends, and how it ended. Answers 0 when it succeeded. */
export async function followToEnd(session: Session, id: string): Promise<ExitCode> {
  const view = followView(session)
  const farewell = `Detached; the operation goes on at the server. Come back with: recoverable watch ${id}`
  try {
    const api = await session.api()
    api.onConnection(view.connection)
    const operation = await untilInterrupted(session, farewell, (signal) => followOperation(session, id, view, signal))
    view.end()
    return tellEnd(session, operation)
  } finally {
    view.end()
  }
}

function tellEnd({ output }: Session, operation: Followed): ExitCode {
  const { id, state, result, error } = operation
  if (output.json) output.document({ kind: 'end', ...operation }, { oneLine: true })
  else if (state === 'SUCCESS') output.lines([`${output.paint('Done', 'green')}  ${visible(safeJson(result ?? null))}`])
  else {
    output.lines([
      `${output.paint(state, 'red')}  ${visible(error?.message ?? 'without an error')}`,
      ...(error ? [`  ${visible(error.remedy)}`] : []),
      visible(`  For all that happened: recoverable show ${id}`),
    ])
  }
  return state === 'SUCCESS' ? EXIT.ok : EXIT.failed
}
