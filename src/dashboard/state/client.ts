import { GraphqlClient } from '../../client/graphql-client.ts'
import { acceptToken, token } from './session.ts'
import { learnServerTime } from './time.ts'

/** The page's client of the server that the page came from. */
export const client = new GraphqlClient({
  url: location.origin,
  token: () => token.peek(),
  fetch: async (input, init) => {
    const response = await fetch(input, init)
    learnServerTime(response.headers.get('date'))
    if (response.ok) acceptToken()
    return response
  },
})
