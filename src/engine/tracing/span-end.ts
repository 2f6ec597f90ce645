import { type Span, SpanStatusCode } from '@opentelemetry/api'
import { redactedError } from '../../policy/describe-error.ts'
import type { SecretNames } from '../../policy/secret-names.ts'

/** Ends a span with an error: what it tells is free of secrets, as what is logged of an error is. */
export function endFailed(span: Span, thrown: unknown, names: SecretNames): void {
  const error = redactedError(thrown, names)
  span.recordException(error)
  span.setStatus({ code: SpanStatusCode.ERROR, message: error.message })
  span.end()
}
