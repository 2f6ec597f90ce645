import type { IncomingMessage, ServerResponse } from 'node:http'
import { wantsPage } from './media-types.ts'
import { pageHeaders } from './page-headers.ts'
import { GRAPHQL_PATH, sendJson } from './replies.ts'

const LINKS = { graphql: GRAPHQL_PATH, rest: '/api/recovery/docs', health: '/healthz', readiness: '/readyz' }

const NOT_BUILT =
  '<p>The dashboard is not built on this server. Run <code>npm ci --include=optional</code> in its folder, then <code>npm start</code>.</p>'

/** What is where: as a page for people, as JSON for programs. The page stands in for a dashboard that is not there. */
export function sendIndex(request: IncomingMessage, response: ServerResponse, version: string, lacksDashboard: boolean): void {
  if (!wantsPage(request)) {
    sendJson(response, 200, { product: 'recoverable', version, ...LINKS })
    return
  }
  const items = Object.entries(LINKS).map(([name, path]) => `<li><a href="${path}">${path}</a> (${name})</li>`)
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...pageHeaders(),
    })
    .end(
      `<!doctype html><html lang="en"><title>Recoverable</title><h1>Recoverable ${version}</h1>${lacksDashboard ? NOT_BUILT : ''}<ul>${items.join('')}</ul></html>`,
    )
}
