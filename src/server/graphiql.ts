import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { GraphiQLOptions } from 'graphql-yoga'
import { acceptsCoding } from './content-coding.ts'
import { EXAMPLES } from './graphiql-examples.ts'
import { pageHeaders } from './page-headers.ts'
import { GRAPHQL_PATH, type Refusal } from './replies.ts'

/** The page's files, all from this server: nothing is loaded from elsewhere, so it works offline. */
export const GRAPHIQL_PREFIX = '/graphiql/'

// GraphiQL builds its styles in the page and Monaco its icons and fonts from data addresses; scripts only from here.
const HEADERS = pageHeaders({
  'script-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
})

const OPTIONS: GraphiQLOptions = {
  title: 'Recoverable',
  endpoint: GRAPHQL_PATH,
  // It sends the headers that a person typed, such as Authorization; a browser's WebSocket cannot.
  subscriptionsProtocol: 'SSE',
  defaultTabs: [...EXAMPLES],
  shouldPersistHeaders: false,
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Recoverable</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${GRAPHIQL_PREFIX}graphiql.css" />
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript.</noscript>
    <div id="root"></div>
    <script src="${GRAPHIQL_PREFIX}workers.js"></script>
    <script src="${GRAPHIQL_PREFIX}graphiql.js"></script>
    <script src="${GRAPHIQL_PREFIX}start.js"></script>
  </body>
</html>
`

const WORKERS = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => '${GRAPHIQL_PREFIX}' + label + '.worker.js',
}
`

const START = `YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify(OPTIONS)})
`

// The tabs' animation leaves a shift behind that shows as soon as one is pressed: it would slide away from under the click.
const CLICKABLE_TABS = '\n.graphiql-tab { transform: none !important }\n'

type Content = typeof import('@graphql-yoga/render-graphiql/graphiql')

const FILES: Readonly<Record<string, { readonly type: string; readonly content: (from: Content) => string }>> = {
  'graphiql.js': { type: 'text/javascript', content: ({ js }) => js },
  'graphiql.css': { type: 'text/css', content: ({ css }) => css + CLICKABLE_TABS },
  'workers.js': { type: 'text/javascript', content: () => WORKERS },
  'start.js': { type: 'text/javascript', content: () => START },
  'editorWorkerService.worker.js': { type: 'text/javascript', content: ({ editorWorkerService }) => editorWorkerService },
  'json.worker.js': { type: 'text/javascript', content: ({ jsonWorker }) => jsonWorker },
  'graphql.worker.js': { type: 'text/javascript', content: ({ graphqlWorker }) => graphqlWorker },
}

/** For who asks for it where it is switched off. */
export const NO_GRAPHIQL: Refusal = {
  status: 404,
  code: 'NOT_FOUND',
  message: `GraphiQL is switched off on this server; send GraphQL as JSON by POST to ${GRAPHQL_PATH}, or set RECOVERY_GRAPHIQL=true`,
}

/** GraphiQL for a browser that opens the GraphQL address. */
export function sendGraphiqlPage(response: ServerResponse): void {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      ...HEADERS,
    })
    .end(PAGE)
}

interface Packed {
  readonly gzipped: Buffer
  readonly etag: string
}

const packed = new Map<string, Promise<Packed>>()

/** Sends one of the page's files, compressed once; answers false when there is no such file. */
export async function sendGraphiqlFile(request: IncomingMessage, response: ServerResponse, name: string): Promise<boolean> {
  if (!Object.hasOwn(FILES, name)) return false
  const file = FILES[name] as (typeof FILES)[string]
  if (!packed.has(name)) packed.set(name, pack(file.content))
  const { gzipped, etag } = await (packed.get(name) as Promise<Packed>)
  const headers = { ...pageHeaders(), etag, 'cache-control': 'no-cache', vary: 'accept-encoding' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return true
  }
  const compressed = acceptsCoding(request, 'gzip')
  const body = compressed ? gzipped : await promisify(gunzip)(gzipped)
  response
    .writeHead(200, {
      ...headers,
      'content-type': `${file.type}; charset=utf-8`,
      ...(compressed ? { 'content-encoding': 'gzip' } : {}),
      'content-length': body.length,
    })
    .end(body)
  return true
}

// Loaded when first asked for: most servers never show the page, and it is 9 MB of text.
async function pack(content: (from: Content) => string): Promise<Packed> {
  const gzipped = await promisify(gzip)(content(await import('@graphql-yoga/render-graphiql/graphiql')))
  return { gzipped, etag: `"${createHash('sha256').update(gzipped).digest('base64url')}"` }
}
