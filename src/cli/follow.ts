import type { Api } from './api.ts'
import { CliError, noSuchOperation } from './cli-error.ts'
import { FollowedOperation, Updates } from './documents/following.ts'
import { codeOf } from './exit-codes.ts'
import type { FollowedOperationQuery, UpdatesSubscription } from './gql/graphql.ts'
import type { Session } from './session.ts'

/** An operation, as far as following it needs. */
export type Followed = NonNullable<FollowedOperationQuery['operation']>
/** Something that happened to one. */
export type Update = UpdatesSubscription['recoveryUpdate']

/** What somebody who follows is told. */
export interface Follower {
  /** What is so now: at the beginning, and when events were missed. */
  readonly begin: (operation: Followed) => void
  readonly update: (update: Update) => void
}

const ENDED: readonly string[] = ['SUCCESS', 'FAILED', 'EXHAUSTED', 'CANCELLED']
const ASK_AGAIN_MS = 1000
/** The answers of a server that is being restarted: none, or that it is opening its store. */
const AWAY: readonly string[] = ['UNREACHABLE', 'TIMEOUT', 'STORE_UNAVAILABLE']

/** Whether an operation in this state has come to its end. */
export function hasEnded(state: string): boolean {
  return ENDED.includes(state)
}

/**
 * Follows an operation to its end, through lost connections and restarts of the server, and answers it as it ended.
 *
 * @throws CliError NOT_FOUND when there is none; the reason of `signal` when it is aborted
 */
export async function followOperation(session: Session, id: string, follower: Follower, signal: AbortSignal): Promise<Followed> {
  const api = await session.api()
  let operation = await read(api, id)
  follower.begin(operation)
  while (!hasEnded(operation.state)) {
    const missed = await readUpdates(api, operation, follower, signal)
    operation = await patiently(session, signal, () => read(api, id))
    if (missed) follower.begin(operation)
  }
  return operation
}

/** Reads until the end of the operation. Answers whether events were missed before that. */
async function readUpdates(api: Api, { id, eventCursor }: Followed, follower: Follower, signal: AbortSignal): Promise<boolean> {
  try {
    for await (const update of api.subscribe(Updates, { operationId: id, after: eventCursor }, signal)) {
      follower.update(update)
      if (hasEnded(update.state) || update.type === 'deleted') return false
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'CURSOR_EXPIRED') return true
    throw error
  }
}

async function read(api: Api, id: string): Promise<Followed> {
  const { operation } = await api.request(FollowedOperation, { id })
  if (operation === null || operation === undefined) throw noSuchOperation(id)
  return operation
}

/** A server that was there comes back: asked again until it answers. */
async function patiently<T>(session: Session, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!AWAY.includes(codeOf(error))) throw error
      await pause(session, signal)
    }
  }
}

function pause({ world }: Session, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      timer.cancel()
      reject(signal.reason)
    }
    const timer = world.clock.timer(ASK_AGAIN_MS, () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    })
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}

/**
 * Does something that takes as long as it takes; Ctrl-C ends it.
 *
 * @throws CliError INTERRUPTED with `farewell` when it was ended so
 */
export async function untilInterrupted<T>(
  session: Session,
  farewell: string,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController()
  const release = session.world.onInterrupt(() => ending.abort(new CliError('INTERRUPTED', farewell)))
  try {
    return await act(ending.signal)
  } finally {
    release()
  }
}
