import type { ServerResponse } from 'node:http'
import { type Permits, pageHeaders } from '../page-headers.ts'
import { API_HEADERS, API_PREFIX } from '../replies.ts'
import { DOCS_PERMITS, docsPage } from './docs-page.ts'
import { openApiOf } from './openapi.ts'
import type { Route } from './route.ts'

interface DescriptionFile {
  readonly type: string
  readonly permits: Permits
  readonly content: string
}

/** What describes REST: made once, by path. */
export function descriptionFiles(routes: readonly Route[], version: string): ReadonlyMap<string, DescriptionFile> {
  const document = openApiOf(routes, version)
  const json = { type: 'application/json', permits: {}, content: JSON.stringify(document) }
  const page = { type: 'text/html', permits: DOCS_PERMITS, content: docsPage(document) }
  return new Map([
    [`${API_PREFIX}recovery/openapi.json`, json],
    [`${API_PREFIX}recovery/docs`, page],
  ])
}

export function sendDescription(response: ServerResponse, { type, permits, content }: DescriptionFile): void {
  response
    .writeHead(200, {
      ...API_HEADERS,
      ...pageHeaders(permits),
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(content),
    })
    .end(content)
}
