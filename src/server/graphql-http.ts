import type { IncomingMessage, ServerResponse } from 'node:http'
import { type GraphqlApi, MAX_BODY_BYTES } from './graphql-api.ts'
import { accepts, isUtf8, parts } from './media-types.ts'
import { type Refusal, refuse, refuseMethod } from './replies.ts'

/** Serves one GraphQL request: queries by GET, everything by POST of JSON, subscriptions as server-sent events. */
export async function serveGraphql(
  { yoga, access }: GraphqlApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal =
    refuseMethod(request, ['GET', 'POST']) ?? refuseContentType(request) ?? refuseLength(request) ?? refuseAccept(request)
  if (refusal !== null) return refuse(request, response, refusal)
  const identity = await access.enter(request)
  // The client went while its token was checked: nobody would tell us of it any more.
  if (response.destroyed) return
  // Cut, not completed: a client that was told of an end would not come back for what follows.
  response.once(
    'close',
    access.onExpiry(identity, () => response.destroy()),
  )
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  await yoga.handle(request, response, { caller: identity.caller })
}

/**
 * Only JSON. It is also what keeps other pages from posting: the types that a browser sends across origins without
 * asking first (forms and plain text) are not served.
 */
function refuseContentType({ method, headers }: IncomingMessage): Refusal | null {
  if (method !== 'POST') return null
  const [type, ...parameters] = parts(headers['content-type'] ?? '')
  if (type === 'application/json' && isUtf8(parameters)) return null
  return { status: 415, code: 'INVALID_INPUT', message: 'Send the request as Content-Type: application/json in UTF-8' }
}

function refuseLength({ headers }: IncomingMessage): Refusal | null {
  if (Number(headers['content-length'] ?? 0) <= MAX_BODY_BYTES) return null
  return { status: 413, code: 'INVALID_INPUT', message: `The body is larger than ${MAX_BODY_BYTES} bytes; send less` }
}

/** Before anything is executed: a mutation whose answer nobody can read would still have changed something. */
function refuseAccept({ headers }: IncomingMessage): Refusal | null {
  const answers = ['application/graphql-response+json', 'application/json', 'text/event-stream']
  if (accepts(headers.accept ?? null, answers)) return null
  return {
    status: 406,
    code: 'INVALID_INPUT',
    message: `Nothing that the request accepts can be answered; accept one of ${answers.join(', ')}`,
  }
}
