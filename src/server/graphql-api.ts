import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema, parse } from 'graphql'
import { createLRUCache, createYoga, type Plugin, type YogaInitialContext, type YogaServerInstance } from 'graphql-yoga'
import type { Log } from '../engine/context.ts'
import { SharedExecution } from './delivery/shared-execution.ts'
import { addValidationCodes, type FormatError, withOwnCodes } from './graphql-errors.ts'
import { acceptsEvents } from './media-types.ts'
import { GRAPHQL_PATH } from './replies.ts'
import { ResultStreams } from './result-streams.ts'

/** What the server serves. It knows no schema of its own. */
export interface GraphqlOptions {
  readonly schema: GraphQLSchema
  /** Called for each request and each subscription. */
  readonly createContext: () => object
  readonly formatError: FormatError
  /** Whether a valid request asks for too much: the error, or null. */
  readonly checkLimits: (request: ExecutionArgs) => GraphQLError | null
  readonly log: Log
}

/** One execution of GraphQL for HTTP, server-sent events and WebSocket: the same limits, masking and subscriptions. */
export interface GraphqlApi {
  readonly yoga: YogaServerInstance<object, object>
  readonly streams: ResultStreams
  readonly formatError: FormatError
}

/** The largest request body or WebSocket message. */
export const MAX_BODY_BYTES = 1024 * 1024
/** The largest query, in tokens. A full introspection has about 300. */
export const MAX_TOKENS = 5000
// A parsed query is kept for the next request, if it is small: a thousand of 1 MiB each would fill the memory.
const CACHED_QUERIES = 500
const CACHED_QUERY_LENGTH = 10_000

const NEEDS_STREAM = 'A subscription is answered by many results: send Accept: text/event-stream, or use a WebSocket'
const NOT_ACCEPTABLE = { extensions: { http: { status: 406 } } }

export function createGraphqlApi(options: GraphqlOptions): GraphqlApi {
  const formatError = withOwnCodes(options.formatError, options.log)
  const streams = new ResultStreams(formatError)
  const yoga = createYoga<object, object>({
    schema: options.schema,
    context: options.createContext,
    plugins: [
      useParserLimit(),
      useValidationCodes(),
      useLimits(options.checkLimits),
      useSharedExecution(new SharedExecution(options.schema, formatError)),
      useStreams(streams),
    ],
    maskedErrors: { maskError: formatError },
    maxRequestBodySize: MAX_BODY_BYTES,
    parserAndValidationCache: { documentCache: smallQueries<DocumentNode>(), errorCache: smallQueries<object>() },
    graphqlEndpoint: GRAPHQL_PATH,
    cors: false,
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: false,
  })
  return { yoga, streams, formatError }
}

/** graphql-js counts the tokens while it reads them, so an enormous query costs no more than the limit. */
function useParserLimit(): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: MAX_TOKENS }))
    },
  }
}

function useValidationCodes(): Plugin {
  return {
    onValidate:
      () =>
      ({ result }) =>
        addValidationCodes(result as readonly GraphQLError[]),
  }
}

/** Before each execution, not as a validation rule: validation is cached by query, the cost depends on the variables. */
function useLimits(check: GraphqlOptions['checkLimits']): Plugin {
  const resultOf = (args: ExecutionArgs): ExecutionResult | null => {
    const error = check(args)
    if (error === null) return null
    return { errors: [error], ...(requestOf(args) && { extensions: { http: { status: 400 } } }) }
  }
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const result = resultOf(args)
      if (result !== null) setResultAndStopExecution(result)
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const result = resultOf(args)
      if (result !== null) setResultAndStopExecution(result)
    },
  }
}

function useSharedExecution({ subscribe }: SharedExecution): Plugin {
  return {
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe),
  }
}

function useStreams(streams: ResultStreams): Plugin {
  return {
    onSubscribe: ({ args }) => {
      const request = requestOf(args)
      if (request && !acceptsEvents(request.headers.get('accept'))) throw new GraphQLError(NEEDS_STREAM, NOT_ACCEPTABLE)
      return {
        onSubscribeResult: ({ result, setResult }) => {
          if (Symbol.asyncIterator in result) setResult(streams.wrap(result, args.contextValue as object, request?.signal))
        },
      }
    },
  }
}

/** Absent over WebSocket, where the transport itself ends the stream. */
function requestOf({ contextValue }: { contextValue?: unknown }): Request | undefined {
  return (contextValue as Partial<YogaInitialContext>).request
}

function smallQueries<T extends object>() {
  const cache = createLRUCache<T>({ max: CACHED_QUERIES })
  return {
    get: (query: string) => cache.get(query),
    set: (query: string, value: T) => {
      if (query.length <= CACHED_QUERY_LENGTH) cache.set(query, value)
    },
  }
}
