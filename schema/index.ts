import type { GraphQLSchema } from 'graphql'
import { builder } from './builder.ts'
import './scalars.ts'
import './error-types.ts'
import './operation.ts'
import './attempt.ts'
import './step.ts'
import './event.ts'
import './audit.ts'
import './operation-queries.ts'
import './operation-start.ts'
import './operation-retry.ts'
import './operation-controls.ts'
import './operation-bulk.ts'
import './classify-error.ts'
import './function.ts'
import './status.ts'
import './settings.ts'
import './circuit-breaker.ts'
import './circuit-breaker-controls.ts'
import './circuit-breaker-update.ts'
import './performance.ts'
import './attention.ts'
import './viewer.ts'
import './time-series.ts'
import './diagnostics-self-test.ts'
import './diagnostics-tests.ts'
import './diagnostics-validation.ts'
import './diagnostics-benchmark.ts'
import './recovery-update.ts'
import './recovery-completed.ts'

// What a field needs that says nothing itself: a forgotten mutation is shut, not open.
builder.queryType({ description: 'What can be read.', authScopes: { viewer: true } })
builder.mutationType({
  description: 'What can be done. Expected errors are answered as data: types that implement `Error`.',
  authScopes: { admin: true },
})
builder.subscriptionType({ description: 'What can be followed live.', authScopes: { viewer: true } })

/** The whole schema. It expects a `Context` (`createContext`) with each request. */
export function buildSchema(): GraphQLSchema {
  return builder.toSchema()
}
