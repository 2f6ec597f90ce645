import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphqlApi } from '../graphql-api.ts'
import type { Serve } from '../http-server.ts'
import { createOwnGraphql } from '../own-graphql.ts'
import { API_HEADERS, pathOf, type Refusal, refuse, sendJson } from '../replies.ts'
import { askFor } from './ask.ts'
import { readBody } from './body.ts'
import { descriptionFiles, sendDescription } from './description-files.ts'
import { RefusedError } from './refusals.ts'
import { checkFields, readQuery } from './request-fields.ts'
import type { Given, Route } from './route.ts'
import { RouteTable } from './route-table.ts'
import { ROUTES } from './routes.ts'

/**
 * The REST of the old system: each route asks GraphQL, in this process, and writes the answer in the old words.
 *
 * @throws Error when a route's document does not fit the schema
 */
export function createRest(api: GraphqlApi, version: string): Serve {
  const table = new RouteTable(ROUTES)
  const files = descriptionFiles(ROUTES, version)
  const graphql = createOwnGraphql(
    api,
    ROUTES.flatMap((route) => route.documents),
  )

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request)
    const file = files.get(path)
    const place = file === undefined ? table.find(path) : { routes: [], id: '' }
    if (place === null) throw new RefusedError(notFound(path))
    const allowed = methodsOf(file === undefined ? place.routes.map(({ method }) => method) : ['GET'])
    if (request.method === 'OPTIONS') return sendOptions(response, allowed)
    if (!allowed.includes(request.method ?? '')) throw new RefusedError(wrongMethod(path, request.method, allowed))
    if (file !== undefined) return sendDescription(response, file)
    const route = place.routes.find(({ method }) => method === (request.method === 'HEAD' ? 'GET' : request.method)) as Route
    const { caller } = await api.access.enter(request)
    const given = await read(route, place.id, request)
    const { status, payload } = await route.run(given, askFor(graphql, { caller, request }))
    sendJson(response, status, { success: true, ...payload }, API_HEADERS)
  }

  return async (request, response) => {
    try {
      await serve(request, response)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      refuse(request, response, error.refusal)
    }
  }
}

async function read({ query, body, method }: Route, id: string, request: IncomingMessage): Promise<Given> {
  const search = (request.url ?? '').split('?').slice(1).join('?')
  return {
    id,
    query: checkFields(query, readQuery(query, search)),
    body: method === 'POST' ? checkFields(body, await readBody(request)) : {},
  }
}

function methodsOf(methods: readonly Route['method'][]): readonly string[] {
  return [...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS']
}

function sendOptions(response: ServerResponse, allowed: readonly string[]): void {
  response.writeHead(204, { ...API_HEADERS, 'x-content-type-options': 'nosniff', allow: allowed.join(', ') }).end()
}

function wrongMethod(path: string, method: string | undefined, allowed: readonly string[]): Refusal {
  const message = `${path.slice(0, 200)} does not accept ${method}; use ${allowed.join(' or ')}`
  return { status: 405, code: 'INVALID_INPUT', message, headers: { allow: allowed.join(', ') } }
}

function notFound(path: string): Refusal {
  const message = `There is nothing at ${path.slice(0, 200)}; /api/recovery/openapi.json lists what there is`
  return { status: 404, code: 'NOT_FOUND', message }
}
