import { type Context, context, type Span, type Tracer, trace } from '@opentelemetry/api'
import type { StepKind } from '../../operation/step.ts'
import type { SecretNames } from '../../policy/secret-names.ts'
import type { AttemptResult } from '../attempt/attempt-result.ts'
import { endFailed } from './span-end.ts'

/** The span of one attempt, and those of its steps. */
export class AttemptTrace {
  readonly #tracer: Tracer
  readonly #span: Span
  readonly #context: Context
  readonly #names: SecretNames

  constructor(tracer: Tracer, span: Span, parent: Context, names: SecretNames) {
    this.#tracer = tracer
    this.#span = span
    this.#context = trace.setSpan(parent, span)
    this.#names = names
  }

  /** Runs the function so that spans of its own are children of this one. */
  run<T>(fn: () => T): T {
    return context.with(this.#context, fn)
  }

  /** Runs the work of a step that was not done before. */
  async step<T>(kind: StepKind, name: string, work: () => Promise<T>): Promise<T> {
    // The function may have opened a span around it. Without a context manager only ours is known.
    const active = context.active()
    const parent = trace.getSpan(active) === undefined ? this.#context : active
    const attributes = { 'recoverable.step.name': name, 'recoverable.step.kind': kind }
    const span = this.#tracer.startSpan(`step ${name}`, { attributes }, parent)
    try {
      const output = await context.with(trace.setSpan(parent, span), work)
      span.end()
      return output
    } catch (error) {
      endFailed(span, error, this.#names)
      throw error
    }
  }

  /** @param thrown what the attempt failed with; null when it has not */
  end(result: AttemptResult, thrown: unknown, category: string | null): void {
    this.#span.setAttribute('recoverable.attempt.result', result)
    if (category !== null) this.#span.setAttribute('recoverable.error.category', category)
    if (thrown === null) this.#span.end()
    else endFailed(this.#span, thrown, this.#names)
  }
}
