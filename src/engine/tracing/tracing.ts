import { context, isSpanContextValid, SpanKind, type Tracer, trace } from '@opentelemetry/api'
import type { RunningOperation } from '../../operation/operation.ts'
import { type TraceContext, traceContextOf } from '../../operation/trace-context.ts'
import type { SecretNames } from '../../policy/secret-names.ts'
import { AttemptTrace } from './attempt-trace.ts'
import { remoteContext } from './span-context.ts'
import { StartTrace } from './start-trace.ts'

/**
 * Spans of operations through the API of OpenTelemetry: whoever registers an SDK in the process gets them, without one they
 * cost next to nothing.
 *
 * The span of a start ends with it, and its context is stored: attempts, in this process or a later one, are its children,
 * steps are children of their attempt, and so are spans that the function makes.
 */
export class Tracing {
  readonly #version: string
  readonly #names: SecretNames

  /** @param names whose values are kept out of what spans tell of errors */
  constructor(version: string, names: SecretNames) {
    this.#version = version
    this.#names = names
  }

  /** @param caller the caller's context when it came with a request; one that is active in this process wins */
  start(functionName: string, caller: TraceContext | null): StartTrace {
    const active = context.active()
    const parent = trace.getSpan(active) === undefined && caller !== null ? remoteContext(caller) : active
    const options = { kind: SpanKind.PRODUCER, attributes: { 'recoverable.function': functionName } }
    return new StartTrace(this.#tracer().startSpan(`start ${functionName}`, options, parent), this.#names)
  }

  /**
   * Null when nobody traces.
   *
   * @param startTime in milliseconds, of an attempt that began before it became an operation
   */
  attempt(operation: RunningOperation, startTime?: number): AttemptTrace | null {
    const { id, functionName, currentAttemptId, attempt, round } = operation
    const tracer = this.#tracer()
    const parent = remoteContext(traceContextOf(operation.traceContext))
    const attributes = {
      'recoverable.operation.id': id,
      'recoverable.function': functionName,
      'recoverable.attempt.id': currentAttemptId,
      'recoverable.attempt': attempt,
      'recoverable.round': round,
    }
    const options = { kind: SpanKind.CONSUMER, attributes, ...(startTime !== undefined && { startTime }) }
    const span = tracer.startSpan(`attempt ${functionName}`, options, parent)
    return isSpanContextValid(span.spanContext()) ? new AttemptTrace(tracer, span, parent, this.#names) : null
  }

  /** Asked for each time: an SDK may be registered after the engine was made. */
  #tracer(): Tracer {
    return trace.getTracer('recoverable', this.#version)
  }
}
