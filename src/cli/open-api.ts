import { GraphqlClient } from '../client/graphql-client.ts'
import { systemRandom } from '../engine/system.ts'
import type { Document, OpenApi } from './api.ts'

const SHARE_OF_WAITS = 0.1

/** The real connection: the client library. */
export const openApi: OpenApi = ({ url, token }) => {
  // A person waits here: the next try is never more than some seconds away.
  const random = () => systemRandom() * SHARE_OF_WAITS
  const client = new GraphqlClient({ url, random, ...(token !== null && { token }) })
  return {
    request<Answer, Variables>(document: Document<Answer, Variables>, variables: Variables) {
      // The client sends a query as it sends a mutation.
      return client.mutate(String(document), Object(variables)) as Promise<Answer>
    },
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
