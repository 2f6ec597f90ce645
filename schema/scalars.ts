import { GraphQLError, GraphQLScalarType } from 'graphql'
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import { type Duration, parseDuration } from '../src/operation/duration.ts'
import { holdsPrototype } from '../src/operation/json.ts'
import { builder } from './builder.ts'

builder.scalarType('DateTime', {
  description: 'An instant as RFC 3339 text, such as `2026-01-31T12:00:00.000Z`. Answers are always UTC; any offset is accepted.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (instant) => new Date(instant).toISOString(),
  parseValue: (value) => (GraphQLDateTime.parseValue(value) as Date).getTime(),
})

builder.scalarType('Duration', {
  description:
    'A length of time: milliseconds as a number, or text such as `"250ms"`, `"30s"`, `"5m"`, `"2h"`, `"7d"`. Answered as milliseconds.',
  serialize: (ms) => ms,
  parseValue: (value) => {
    try {
      return parseDuration(value as Duration, 'Duration')
    } catch (error) {
      // As GraphQL's own error, it is told with the name of the variable or argument.
      throw new GraphQLError((error as Error).message, { cause: error, extensions: { code: 'INVALID_INPUT' } })
    }
  },
})

const json = GraphQLJSON.toConfig()

/** A value of a client, unless it is one that could change the prototype of a copy. */
function ofClient(value: unknown): unknown {
  if (!holdsPrototype(value)) return value
  throw new GraphQLError('JSON has a key "__proto__", which no value may have', { extensions: { code: 'INVALID_INPUT' } })
}

const GuardedJSON = new GraphQLScalarType<unknown>({
  ...json,
  parseValue: ofClient,
  coerceInputValue: ofClient,
  parseLiteral: (literal, variables) => ofClient(json.parseLiteral(literal, variables)),
})

builder.addScalarType('JSON', GuardedJSON, {
  description: 'Any JSON value: an object, an array, a string, a number, a boolean or null.',
})
