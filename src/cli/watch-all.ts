import type { Api } from './api.ts'
import { Updates } from './documents/following.ts'
import { OperationList } from './documents/operations.ts'
import { codeOf, EXIT, type ExitCode } from './exit-codes.ts'
import { type Update, untilInterrupted } from './follow.ts'
import type { Session } from './session.ts'
import { type WatchView, watchView } from './watch-view.ts'

const SHOWN_AT_FIRST = 50

/** Shows what happens to all operations (of one function) until Ctrl-C, which is a good end. */
export async function watchAll(session: Session, functionName: string | null): Promise<ExitCode> {
  const api = await session.api()
  const view = watchView(session)
  api.onConnection(view.connection)
  try {
    return await untilInterrupted(session, '', (signal) => watchUntil(api, view, functionName, signal))
  } catch (error) {
    if (codeOf(error) !== 'INTERRUPTED') throw error
    return EXIT.ok
  } finally {
    view.end()
  }
}

async function watchUntil(api: Api, view: WatchView, functionName: string | null, signal: AbortSignal): Promise<never> {
  let missed = false
  for (;;) {
    const filter = { active: true, ...(functionName !== null && { functionNames: [functionName] }) }
    const { operations } = await api.request(OperationList, { filter, first: SHOWN_AT_FIRST, count: false })
    view.begin(
      operations.edges.map(({ node }) => node),
      missed,
    )
    missed = true
    await readUpdates(api, { functionName, after: operations.eventCursor }, (update) => view.update(update), signal)
  }
}

/** Reads on until events were missed. */
async function readUpdates(
  api: Api,
  variables: { readonly functionName: string | null; readonly after: string },
  use: (update: Update) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const update of api.subscribe(Updates, variables, signal)) use(update)
  } catch (error) {
    if (codeOf(error) !== 'CURSOR_EXPIRED') throw error
  }
}
