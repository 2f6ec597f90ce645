import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST, getVariableValues } from 'graphql'
import { RequestMeter, type RequestSize } from './request-size.ts'

/** The most that one request may ask for. */
export interface Limits {
  /** Field values that the answer may hold, estimated from page sizes; reading the store counts as several. */
  readonly maxCost: number
  /** Fields inside each other. */
  readonly maxDepth: number
  /** The same for questions about the schema itself: GraphiQL's own nests 15. */
  readonly maxIntrospectionDepth: number
  /** Fields under a name of the client's own, however often a fragment repeats them: each is resolved anew. */
  readonly maxAliases: number
}

export const DEFAULT_LIMITS: Limits = { maxCost: 50_000, maxDepth: 12, maxIntrospectionDepth: 20, maxAliases: 100 }

/** A valid request; graphql-js's `ExecutionArgs` fit. */
export interface LimitedRequest {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variableValues?: { readonly [name: string]: unknown } | null | undefined
}

/**
 * Answers why a request asks for too much, or null when it does not. To be asked before each `execute` and `subscribe`,
 * not as a validation rule: validation may be cached by document, while the cost depends on the variables.
 */
export function checkLimits(request: LimitedRequest, limits: Limits = DEFAULT_LIMITS): GraphQLError | null {
  const size = sizeOf(request)
  if (size === null) return null
  return (
    refusal('depth', 'nests its fields too deep', size.depth, limits.maxDepth) ??
    refusal('introspection depth', 'asks too deep into the schema', size.introspectionDepth, limits.maxIntrospectionDepth) ??
    refusal('cost', 'asks for too much at once', size.cost, limits.maxCost) ??
    refusal('aliases', 'renames too many fields', size.aliases, limits.maxAliases)
  )
}

/** `checkLimits` with other limits than the usual ones. */
export function limitsChecker(limits: Partial<Limits>): (request: LimitedRequest) => GraphQLError | null {
  const all = { ...DEFAULT_LIMITS, ...limits }
  return (request) => checkLimits(request, all)
}

/** Null when the request cannot be run at all: the execution says why. */
function sizeOf({ schema, document, operationName, variableValues }: LimitedRequest): RequestSize | null {
  const operation = getOperationAST(document, operationName)
  if (operation == null) return null
  const root = schema.getRootType(operation.operation)
  const { variableValues: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {})
  if (root == null || variables === undefined) return null
  return new RequestMeter(schema, document, variables).measure(operation.selectionSet, root)
}

function refusal(limit: string, what: string, actual: number, max: number): GraphQLError | null {
  if (actual <= max) return null
  const message = `This request ${what}: its ${limit} ${limit === 'aliases' ? 'are' : 'is'} ${actual}, the limit is ${max}; ask for fewer fields or smaller pages`
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', limit, actual, max } })
}
