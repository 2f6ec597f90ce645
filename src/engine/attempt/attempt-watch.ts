import type { Operation } from '../../operation/operation.ts'
import type { Metering } from '../metrics.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { attemptResult } from './attempt-result.ts'
import type { RunningAttempt } from './running-attempt.ts'

/** Tells metrics and traces of attempts. */
export class AttemptWatch {
  readonly #metering: Metering
  readonly #tracing: Tracing

  constructor(metering: Metering, tracing: Tracing) {
    this.#metering = metering
    this.#tracing = tracing
  }

  /** @param before the row that was claimed; null when the attempt had begun before anything was stored */
  began(attempt: RunningAttempt, before: Operation | null): void {
    this.#metering.began(before, attempt.operation)
    attempt.trace = this.#tracing.attempt(attempt.operation, before === null ? attempt.startedAt : undefined)
  }

  settled(attempt: RunningAttempt, now: number): void {
    const result = attemptResult(attempt)
    this.#metering.settled(attempt, result, now)
    attempt.trace?.end(result, attempt.thrown, attempt.category)
  }
}
