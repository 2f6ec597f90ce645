import { GraphqlClient } from '../client/graphql-client.ts'
import { systemRandom } from '../engine/system.ts'
import type { OpenApi } from './api.ts'

const SHARE_OF_WAITS = 0.1

/** The real connection: the client library. */
export const openApi: OpenApi = ({ url, token }) => {
  // A person waits here: the next try is never more than some seconds away.
  const random = () => systemRandom() * SHARE_OF_WAITS
  const client = new GraphqlClient({ url, random, ...(token !== null && { token }) })
  return {
    // The client sends a query as it sends a mutation.
    request: (document, variables) => client.mutate(document, ...([variables] as never)),
    subscribe: (document, variables, signal) => client.subscribe(document, variables, { signal }),
    onConnection: (listener) => {
      let lost = false
      client.onConnection((connection) => {
        // Closed without a next try: nobody wants it any more, or the next try is about to be announced.
        const isLost = connection.state === 'closed' && connection.retryAt !== null
        if (isLost === lost || !(isLost || connection.state === 'connected')) return
        lost = isLost
        listener(!lost)
      })
    },
    close: async () => client.close(),
  }
}
