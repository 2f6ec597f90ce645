import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError, parse } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'

/** Whether a valid request asks for too much: the error, or null. */
export type CheckLimits = (request: ExecutionArgs) => GraphQLError | null

/** graphql-js counts the tokens while it reads them, so an enormous query costs no more than the limit. */
export function useTokenLimit(maxTokens: number): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source, options) => {
        try {
          return parse(source, { ...options, maxTokens })
        } catch (error) {
          throw explained(error, maxTokens)
        }
      })
    },
  }
}

function explained(error: unknown, maxTokens: number): unknown {
  if (isTokenLimit(error)) return tooLong(maxTokens)
  // The stack of the parser: brackets within brackets need few tokens.
  return error instanceof RangeError ? tooDeep() : error
}

function isTokenLimit(error: unknown): boolean {
  return error instanceof GraphQLError && error.message.endsWith('tokens. Parsing aborted.')
}

function tooLong(max: number): GraphQLError {
  const message = `This request is too long: it has more than ${max} tokens, which is the limit; ask for fewer fields, or by several requests`
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', limit: 'tokens', max } })
}

function tooDeep(): GraphQLError {
  const message = 'This request nests its parts deeper than can be read; send values as variables, and ask for fewer levels'
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', limit: 'nesting' } })
}

/** One HTTP request is one GraphQL request: a batch of them would go around the limits of each. */
export function useNoBatches(): Plugin {
  return {
    onRequestParse: () => ({
      onRequestParseDone: ({ requestParserResult }) => {
        if (Array.isArray(requestParserResult)) throw batched(requestParserResult.length)
      },
    }),
  }
}

function batched(requests: number): GraphQLError {
  const message = `The body is a batch of ${requests}, the limit is one request; send each by itself, connections are kept open`
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', http: { status: 400 } } })
}

/**
 * Asks before each execution, not as a validation rule: validation is cached by query, the cost depends on the variables.
 *
 * @param own documents of the server itself, which are no bigger than it made them: limits made small for clients are not for them
 */
export function useLimits(check: CheckLimits, own: WeakSet<DocumentNode>): Plugin {
  const resultOf = (args: ExecutionArgs): ExecutionResult | null => {
    const error = own.has(args.document) ? null : check(args)
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

/** Absent over WebSocket, where the transport itself ends the stream. */
export function requestOf({ contextValue }: { contextValue?: unknown }): Request | undefined {
  return (contextValue as Partial<YogaInitialContext>).request
}
