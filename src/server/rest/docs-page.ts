import { createHash } from 'node:crypto'
import type { Permits } from '../page-headers.ts'
import type { OpenApi, OpenApiOperation } from './openapi.ts'
import { type Field, fieldsOf, parameterFields } from './schema-fields.ts'

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1c1e21; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #d0d4da; margin-top: 2rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: #0b57d0; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1rem; }
caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; border: 1px solid #d0d4da; padding: 0.3rem 0.5rem; }
@media (prefers-color-scheme: dark) {
  body { color: #e4e6eb; background: #18191a; }
  th, td, section { border-color: #3a3d42; }
  a { color: #8ab4f8; }
}
`

/** No script, and nothing from elsewhere: only the style above, which is known by its hash. */
export const DOCS_PERMITS: Permits = { 'style-src': `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'` }

interface Listed {
  readonly method: string
  readonly path: string
  readonly operation: OpenApiOperation
}

/** The OpenAPI document as a page for people. */
export function docsPage({ info, tags, paths }: OpenApi): string {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const groups = tags.map(({ name, description }) => {
    const own = routes.filter(({ operation }) => operation.tags.includes(name))
    return `<h2>${text(name)}</h2>\n<p>${prose(description)}</p>\n<ul>${own.map(link).join('')}</ul>\n${own.map(section).join('')}`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(info.title)} REST</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<h1>${text(info.title)} ${text(info.version)}: REST</h1>
${paragraphs(info.description)}
<p>For programs: <a href="/api/recovery/openapi.json">openapi.json</a></p>
${groups.join('\n')}
</body>
</html>
`
}

function link({ method, path, operation }: Listed): string {
  return `<li><a href="#${operation.operationId}"><code>${method} ${text(path)}</code></a> ${text(operation.summary)}</li>\n`
}

function section({ method, path, operation }: Listed): string {
  const { requestBody, responses, operationId, summary, description = '' } = operation
  const said = Object.entries(responses)
  const [status, success] = said.find(([code]) => code.startsWith('2')) ?? []
  const statuses = said.map(([code, response]) => `<li><code>${code}</code> ${prose(response.description)}</li>`)
  return `<section id="${operationId}">
<h3><code>${method} ${text(path)}</code></h3>
<p>${text(summary)}. ${prose(description)}</p>
${table('Parameters', parameterFields(operation))}
${table('Body', fieldsOf(requestBody?.content['application/json'].schema ?? {}))}
${table(`Answer ${status}`, fieldsOf(success?.content?.['application/json'].schema ?? {}))}
<ul>${statuses.join('')}</ul>
</section>
`
}

function table(caption: string, fields: readonly Field[]): string {
  if (fields.length === 0) return ''
  const rows = fields.map(
    ({ name, type, about }) => `<tr><td><code>${text(name)}</code></td><td>${text(type)}</td><td>${prose(about)}</td></tr>`,
  )
  return `<table><caption>${caption}</caption><tr><th>field</th><th>type</th><th>meaning</th></tr>${rows.join('\n')}</table>`
}

function paragraphs(about: string): string {
  return about
    .split('\n\n')
    .map((part) => `<p>${prose(part)}</p>`)
    .join('\n')
}

/** Text with its code marked. */
function prose(about: string): string {
  return text(about).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function text(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
