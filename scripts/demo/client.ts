import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import { RecoveryUpdates } from '../../src/client/documents/updates.ts'
import type { RecoveryUpdatesSubscription, TypedDocumentString } from '../../src/client/gql/graphql.ts'

export type Update = RecoveryUpdatesSubscription['recoveryUpdate']

const RECONNECT_MS = 200
/** Close codes from here on are the server's own words: the connection was refused, not lost. */
const REFUSED = 4000

/** Asks once, over HTTP. Throws the first error. */
export async function ask<R, V>(url: string, document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: R; errors?: readonly { message: string }[] }
  if (errors?.[0] !== undefined) throw new Error(errors[0].message)
  return data as R
}

/**
 * Every change after a cursor, over WebSocket. When the connection is lost, it connects again, to wherever `urlOf` says
 * the server is by then, and goes on after the last update it got: the server sends what was missed.
 */
export async function* follow(urlOf: () => string, after: string): AsyncGenerator<Update, never> {
  for (let cursor = after; ; await sleep(RECONNECT_MS)) {
    try {
      for await (const update of connection(urlOf(), cursor)) {
        cursor = update.cursor
        yield update
      }
    } catch (error) {
      if (!isLostConnection(error)) throw error
    }
  }
}

/** The updates of one connection. Throws what ended it; ends when the server ends the subscription. */
async function* connection(url: string, after: string): AsyncGenerator<Update> {
  const client = createClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, retryAttempts: 0 })
  try {
    const query = String(RecoveryUpdates)
    for await (const { data, errors } of client.iterate<RecoveryUpdatesSubscription>({ query, variables: { after } })) {
      if (errors?.[0] !== undefined) throw new Error(errors[0].message)
      if (data) yield data.recoveryUpdate
    }
  } finally {
    await client.dispose()
  }
}

/** What a WebSocket rejects with is the event that ended it: an error event when there was no server at all. */
function isLostConnection(error: unknown): boolean {
  return error instanceof Event && !('code' in error && Number(error.code) >= REFUSED)
}
