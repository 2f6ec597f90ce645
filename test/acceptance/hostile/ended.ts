import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Case, graphql, type Outcome, send } from './attack.ts'
import type { Target } from './target.ts'

const START = `mutation ($input: StartOperationInput!) {
  startOperation(input: $input) { __typename ... on StartOperationPayload { operation { id } } ... on Error { code message } }
}`

/** How an operation ends that is refused once it runs, or when it is started. */
export function ended(functionName: string, input: object): Case['attack'] {
  return async (target) => {
    const started = await graphql(START, { input: { functionName, input, maxAttempts: 1 } })(target)
    const id = /"id":"([^"]+)"/.exec(started.message)?.[1]
    return id === undefined ? started : endOf(id, target)
  }
}

async function endOf(id: string, target: Target): Promise<Outcome> {
  const body = JSON.stringify({ query: `{ operation(id: "${id}") { finishedAt state error { code message } } }` })
  for (;;) {
    const { status, message } = await send(target, { body })
    const { finishedAt, state, error } = JSON.parse(message).data.operation
    if (finishedAt !== null) return { status, code: error?.code ?? state, message: error?.message ?? state }
  }
}

/** The same for a URL on the public host of the target's own Internet, where a server redirects to `location` (`PORT`: its own). */
export function redirectedTo(location: string, host = 'public.example'): Case['attack'] {
  return async (target) => {
    const server = createServer((_request, response) => {
      response.writeHead(302, { location: location.replace('PORT', String(port)) }).end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    try {
      return await ended('http_request', { method: 'GET', url: `http://${host}:${port}/` })(target)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }
}
