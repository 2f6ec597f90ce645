import { graphqlLiteral } from './graphql-literal.ts'
import { shellWord } from './shell.ts'
import { plainlyWritten } from './unseen.ts'

// Requests as people take them elsewhere: to GraphiQL, or to a shell.

/** A field of Query or Mutation, what it is given, and what is asked of its answer. */
export interface CopiedRequest {
  readonly kind: 'query' | 'mutation'
  readonly name: string
  readonly field: string
  /** The arguments: their names, types and values. */
  readonly args: readonly { readonly name: string; readonly type: string; readonly value: unknown }[]
  /** With its braces, indented as the body of the field. */
  readonly selection: string
}

/** What an operation is started with. */
export interface StartInput {
  readonly functionName: string
  readonly [option: string]: unknown
}

const STARTED = `{
    ... on StartOperationPayload { deduplicated operation { id state } }
    ... on Error { code message }
  }`

/** Starts an operation. */
export function startRequest(value: StartInput): CopiedRequest {
  return {
    kind: 'mutation',
    name: 'StartOperation',
    field: 'startOperation',
    args: [{ name: 'input', type: 'StartOperationInput!', value }],
    selection: STARTED,
  }
}

/** Stands where a token is to be put in: a page does not write its own token into what people pass on. */
const TOKEN = 'YOUR_TOKEN'

/**
 * The request as one GraphQL document. Values stand in it where GraphQL can write them; otherwise as variables, which follow
 * as a comment.
 */
export function graphqlText(request: CopiedRequest): string {
  const literals = request.args.map(({ name, value }) => {
    const literal = graphqlLiteral(value)
    return literal === null ? null : `${name}: ${literal}`
  })
  if (!literals.includes(null)) return documentText(request, '', literals.join(', '))
  const variables = plainlyWritten(JSON.stringify(variablesOf(request), null, 2)).split('\n')
  return `${withVariables(request)}\n# Variables:\n${variables.map((line) => `# ${line}`).join('\n')}\n`
}

/** The request as a command for a POSIX shell. */
export function curlText(request: CopiedRequest, endpoint: string, isSignedIn: boolean): string {
  const body = plainlyWritten(JSON.stringify({ query: withVariables(request), variables: variablesOf(request) }))
  const lines = [
    `curl -sS ${shellWord(endpoint)}`,
    `-H ${shellWord('content-type: application/json')}`,
    ...(isSignedIn ? [`-H ${shellWord(`authorization: Bearer ${TOKEN}`)}`] : []),
    `--data-binary ${shellWord(body)}`,
  ]
  return `${lines.join(' \\\n  ')}\n`
}

function withVariables(request: CopiedRequest): string {
  const declared = request.args.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  return documentText(request, `(${declared})`, request.args.map(({ name }) => `${name}: $${name}`).join(', '))
}

function documentText({ kind, name, field, selection }: CopiedRequest, declared: string, args: string): string {
  return `${kind} ${name}${declared} {\n  ${field}(${args}) ${selection}\n}\n`
}

function variablesOf({ args }: CopiedRequest): Record<string, unknown> {
  return Object.fromEntries(args.map(({ name, value }) => [name, value]))
}
