import type { ServerResponse } from 'node:http'
import { API_HEADERS, API_PREFIX } from '../replies.ts'
import { DOCS_POLICY, docsPage } from './docs-page.ts'
import { openApiOf } from './openapi.ts'
import type { Route } from './route.ts'

interface DescriptionFile {
  readonly type: string
  readonly policy: string
  readonly content: string
}

/** What describes REST: made once, by path. */
export function descriptionFiles(routes: readonly Route[], version: string): ReadonlyMap<string, DescriptionFile> {
  const document = openApiOf(routes, version)
  const json = { type: 'application/json', policy: "default-src 'none'", content: JSON.stringify(document) }
  const page = { type: 'text/html', policy: DOCS_POLICY, content: docsPage(document) }
  return new Map([
    [`${API_PREFIX}recovery/openapi.json`, json],
    [`${API_PREFIX}recovery/docs`, page],
  ])
}

export function sendDescription(response: ServerResponse, { type, policy, content }: DescriptionFile): void {
  response
    .writeHead(200, {
      ...API_HEADERS,
      'x-content-type-options': 'nosniff',
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(content),
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
    })
    .end(content)
}
