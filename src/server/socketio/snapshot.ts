import type { OwnGraphql } from '../own-graphql.ts'
import { OneOperation } from './documents.ts'
import type { Feed } from './feed.ts'
import { type RecoveryUpdatePayload, snapshotPayload } from './payloads.ts'

/**
 * Sends the present state of an operation in its place among the updates that all sockets are sent: never one that an
 * update has already overtaken, and never one that the updates have still to come to.
 *
 * @returns false when there is no such operation
 */
export async function sendSnapshot(
  id: string,
  graphql: OwnGraphql,
  feed: Feed,
  send: (payload: RecoveryUpdatePayload) => void,
): Promise<boolean> {
  await feed.begun()
  const passage = feed.watch(id)
  try {
    const { operation } = await graphql.ask(OneOperation, { id })
    if (operation === null) return false
    const last = operation.events.edges[0]?.node.cursor
    if (passage.last === null && last !== undefined && !feed.hasPassed(last)) await passage.next()
    // An update that this socket was sent meanwhile is as good as a snapshot. No await between here and `send`.
    if (!passage.told) send(passage.last ?? snapshotPayload(operation))
    return true
  } finally {
    passage.close()
  }
}
