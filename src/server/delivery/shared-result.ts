import type { ExecutionResult, GraphQLError } from 'graphql'

/**
 * The result of one event for a whole group of subscribers. `stringify` is Yoga's word for "made to text by this": it
 * answers the text that was made once, over server-sent events and WebSocket alike.
 */
export interface SharedResult extends ExecutionResult {
  readonly stringify: () => string
}

/** @param format makes of an error the one that clients see */
export function sharedResult({ data, errors }: ExecutionResult, format: (error: unknown) => GraphQLError): SharedResult {
  const told = { ...(data !== undefined && { data }), ...(errors !== undefined && { errors: errors.map(format) }) }
  const text = JSON.stringify(told)
  return { ...told, stringify: () => text }
}

/** The text of a result, made once if it is shared. */
export function textOf(result: object): string {
  return 'stringify' in result ? (result as SharedResult).stringify() : JSON.stringify(result)
}
