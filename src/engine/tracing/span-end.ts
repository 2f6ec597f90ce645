import { type Span, SpanStatusCode } from '@opentelemetry/api'
import { redactedError } from '../../policy/describe-error.ts'

/** Ends a span with an error: what it tells is free of secrets, as what is stored of an error is. */
export function endFailed(span: Span, thrown: unknown): void {
  const error = redactedError(thrown)
  span.recordException(error)
  span.setStatus({ code: SpanStatusCode.ERROR, message: error.message })
  span.end()
}
