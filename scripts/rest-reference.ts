import { type OpenApiOperation, openApiOf } from '../src/server/rest/openapi.ts'
import { ROUTES } from '../src/server/rest/routes.ts'
import { type Field, fieldsOf, parameterFields } from '../src/server/rest/schema-fields.ts'

/** Every REST path as Markdown, from what the server itself is made of. */
export function restReference(): string {
  const { paths, tags } = openApiOf(ROUTES, '')
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ title: `${method.toUpperCase()} ${path}`, operation })),
  )
  return tags
    .map(({ name, description }) => {
      const own = routes.filter(({ operation }) => operation.tags.includes(name))
      const sections = own.map(({ title, operation }) => section(title, operation))
      return [`### ${name[0]?.toUpperCase()}${name.slice(1)}`, description, ...sections].join('\n\n')
    })
    .join('\n\n')
}

function section(title: string, operation: OpenApiOperation): string {
  const { summary, description, requestBody, responses } = operation
  const said = Object.entries(responses)
  const [status, success] = said.find(([code]) => code.startsWith('2')) ?? []
  return [
    `#### \`${title}\``,
    [`${summary}.`, description].filter(Boolean).join(' '),
    ...table('query or path', parameterFields(operation)),
    ...table('body', fieldsOf(requestBody?.content['application/json'].schema ?? {})),
    ...table(`answer ${status}`, fieldsOf(success?.content['application/json'].schema ?? {})),
    said.map(([code, { description: meaning }]) => `- \`${code}\`: ${meaning}`).join('\n'),
  ].join('\n\n')
}

function table(title: string, fields: readonly Field[]): readonly string[] {
  if (fields.length === 0) return []
  const rows = fields.map(({ name, type, about }) => `| \`${name}\` | ${cell(type)} | ${cell(about)} |`)
  return [[`| ${title} | type | meaning |`, '|---|---|---|', ...rows].join('\n')]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
