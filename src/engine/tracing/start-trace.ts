import type { Span } from '@opentelemetry/api'
import type { TraceContext } from '../../operation/trace-context.ts'
import type { SecretNames } from '../../policy/secret-names.ts'
import { storedContext } from './span-context.ts'
import { endFailed } from './span-end.ts'

/** The span of a start: short, because an operation may live for months and in many processes. Its attempts are children of it. */
export class StartTrace {
  readonly #span: Span
  readonly #names: SecretNames
  /** What is stored with the operation; null when nobody traces. */
  readonly context: TraceContext | null

  constructor(span: Span, names: SecretNames) {
    this.#span = span
    this.#names = names
    this.context = storedContext(span.spanContext())
  }

  /** @param deduplicated whether the operation was there already, and keeps the trace it was started in */
  started(operationId: string, deduplicated = false): void {
    this.#span.setAttributes({ 'recoverable.operation.id': operationId, 'recoverable.deduplicated': deduplicated })
    this.#span.end()
  }

  failed(error: unknown): void {
    endFailed(this.#span, error, this.#names)
  }
}
