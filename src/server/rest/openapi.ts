import { z } from 'zod'
import { STATUS_MEANINGS } from './refusals.ts'
import type { Route } from './route.ts'

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

interface Response {
  readonly description: string
  readonly content: { readonly 'application/json': { readonly schema: JsonSchema } }
}

/** One route in the document. */
export interface OpenApiOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    readonly required: false
    readonly content: { readonly 'application/json': { readonly schema: JsonSchema } }
  }
  readonly responses: Readonly<Record<string, Response>>
}

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  /** A token, or none: a server may want one. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<
      Record<string, { readonly type: 'http'; readonly scheme: 'bearer'; readonly description: string }>
    >
  }
}

const errorAnswer = z.object({
  success: z.literal(false),
  error: z.string().describe('What happened and what to do about it, in plain words.'),
  type: z.string().describe('The stable code, for programs.'),
  field: z.string().optional().describe('The part of the request at fault, when it can be named.'),
  suggestions: z.array(z.string()).optional().describe('What may help.'),
})

const ABOUT = `Durable operations by plain HTTP, in the words of the system that came before. The same server has GraphQL at \`/graphql\`; every answer here comes from it.

Durations are seconds, rates are ratios from 0 to 1 unless their name says percent, instants are UTC with \`Z\`. Bodies are JSON objects of at most 1 MiB; an absent one means the defaults, and fields that are not named here are left out. Clients must let answers have more fields than are named here.`

const BEARER = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A token of the server or of an issuer that it trusts, when it wants one: reading needs the role viewer, acting on operations and downloads operator, settings and long measurements admin.',
} as const

const TAGS = {
  recovery: 'Operations and how the system is doing.',
  diagnostics: 'What the system measures and proves about itself. It runs on stores of its own, never on yours.',
  downloads: 'The operations of the function `download`.',
}

/** The OpenAPI 3.1 document of the routes. */
export function openApiOf(routes: readonly Route[], version: string): OpenApi {
  const paths: Record<string, Record<string, OpenApiOperation>> = {}
  for (const route of routes) {
    const place = paths[route.path] ?? {}
    place[route.method.toLowerCase()] = operationOf(route)
    paths[route.path] = place
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Recoverable', version, description: ABOUT },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    security: [{ bearer: [] }, {}],
    components: { schemas: { Error: schemaOf(errorAnswer, 'output') }, securitySchemes: { bearer: BEARER } },
  }
}

function operationOf(route: Route): OpenApiOperation {
  const { name, tag, summary, description, body } = route
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...(Object.keys(body.shape).length > 0 && {
      requestBody: { required: false, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: responsesOf(route),
  }
}

function pathParameters(path: string): readonly Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: 'The id, percent-encoded.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  }))
}

function queryParameters(query: z.ZodObject): readonly Parameter[] {
  return Object.entries(query.shape).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType, 'input')
    const commas = schema.type === 'array' ? { style: 'form', explode: false } : {}
    return { name, in: 'query', required: false, description: String(description), ...commas, schema }
  })
}

function responsesOf({ method, path, query, body, payload, successes, refusals = {} }: Route): OpenApiOperation['responses'] {
  const answered = schemaOf(z.object({ success: z.literal(true), ...payload.shape }), 'output')
  const hasFields = Object.keys(query.shape).length > 0 || Object.keys(body.shape).length > 0
  const errors = [
    ...(hasFields || path.includes('{') ? [400] : []),
    ...(path.includes('{') ? [404] : []),
    ...(method === 'POST' ? [413, 415] : []),
    401,
    403,
    429,
    500,
    503,
  ]
  const general = Object.fromEntries(errors.map((status) => [status, STATUS_MEANINGS[status] ?? '']))
  const refused = Object.entries<string>({ ...general, ...refusals })
  const schema = { $ref: '#/components/schemas/Error' }
  return {
    ...Object.fromEntries(Object.entries(successes).map(([status, said]) => [status, response(said, answered)])),
    ...Object.fromEntries(refused.map(([status, said]) => [status, response(said, schema)])),
  }
}

function response(description: string, schema: JsonSchema): Response {
  return { description, content: { 'application/json': { schema } } }
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, override: ({ jsonSchema }) => simplify(jsonSchema) })
  return schema
}

/** Answers may come to have more fields; and the largest safe integer is no bound that anybody set. */
function simplify(schema: Record<string, unknown>): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  // The pattern of an instant is a page long and says no more than its format.
  if (schema.format === 'date-time') delete schema.pattern
}
