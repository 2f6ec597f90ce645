import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql'
import { createLRUCache, createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import type { Log } from '../engine/context.ts'
import type { Caller } from '../operation/caller.ts'
import type { Access } from './auth/access.ts'
import { SharedExecution } from './delivery/shared-execution.ts'
import { type FormatError, withOwnCodes, withValidationCodes } from './graphql-errors.ts'
import { useNoIntrospection } from './introspection.ts'
import { acceptsEvents } from './media-types.ts'
import { GRAPHQL_PATH } from './replies.ts'
import { type CheckLimits, requestOf, useLimits, useNoBatches, useTokenLimit } from './request-limits.ts'
import { ResultStreams } from './result-streams.ts'
import { type TraceHeaders, traceHeaders } from './trace-headers.ts'

/** What the server serves. It knows no schema of its own. */
export interface GraphqlOptions {
  readonly schema: GraphQLSchema
  /** Called for each request and each subscription, with who asks and the trace headers of the request. */
  readonly createContext: (caller: Caller, trace: TraceHeaders) => object
  readonly formatError: FormatError
  readonly checkLimits: CheckLimits
  /** The largest query, in tokens. Default 5,000; a full introspection has about 300. */
  readonly maxTokens?: number
  /** Whether clients may ask for the schema itself. Default true. */
  readonly introspection?: boolean
  readonly log: Log
}

/** What each execution is given beside the request. */
export interface Asked {
  readonly caller: Caller
}

/** One execution of GraphQL for HTTP, server-sent events and WebSocket: the same limits, masking and subscriptions. */
export interface GraphqlApi {
  readonly yoga: YogaServerInstance<Asked, object>
  /** Who may ask: each transport lets its callers in here, and says to Yoga who they are. */
  readonly access: Access
  readonly streams: ResultStreams
  readonly formatError: FormatError
  /** The server's own documents, which the limits of clients are not for. */
  readonly own: WeakSet<DocumentNode>
}

/** The largest request body or WebSocket message. */
export const MAX_BODY_BYTES = 1024 * 1024
const MAX_TOKENS = 5000
// A parsed query is kept for the next request, if it is small: a thousand of 1 MiB each would fill the memory.
const CACHED_QUERIES = 500
const CACHED_QUERY_LENGTH = 10_000

const NEEDS_STREAM = 'A subscription is answered by many results: send Accept: text/event-stream, or use a WebSocket'
const NOT_ACCEPTABLE = { extensions: { http: { status: 406 } } }

export function createGraphqlApi(options: GraphqlOptions, access: Access): GraphqlApi {
  const formatError = withOwnCodes(options.formatError, options.log)
  const streams = new ResultStreams(formatError)
  const own = new WeakSet<DocumentNode>()
  const yoga = createYoga<Asked, object>({
    schema: options.schema,
    context: (initial) => options.createContext(initial.caller, traceHeaders(initial)),
    plugins: [
      useNoBatches(),
      useTokenLimit(options.maxTokens ?? MAX_TOKENS),
      useValidationCodes(),
      ...(options.introspection === false ? [useNoIntrospection()] : []),
      useLimits(options.checkLimits, own),
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
  return { yoga, access, streams, formatError, own }
}

function useValidationCodes(): Plugin {
  return {
    onValidate:
      () =>
      ({ result, setResult }) =>
        setResult([...withValidationCodes(result as readonly GraphQLError[])]),
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

function smallQueries<T extends object>() {
  const cache = createLRUCache<T>({ max: CACHED_QUERIES })
  return {
    get: (query: string) => cache.get(query),
    set: (query: string, value: T) => {
      if (query.length <= CACHED_QUERY_LENGTH) cache.set(query, value)
    },
  }
}
