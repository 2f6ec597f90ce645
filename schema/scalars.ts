import { GraphQLError } from 'graphql'
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import { type Duration, parseDuration } from '../src/operation/duration.ts'
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

builder.addScalarType('JSON', GraphQLJSON, {
  description: 'Any JSON value: an object, an array, a string, a number, a boolean or null.',
})
