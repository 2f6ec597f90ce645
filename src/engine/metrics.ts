import type { FinishedOperation, Operation, RunningOperation } from '../operation/operation.ts'
import { isRecovered, isSleeping } from '../operation/operation.ts'
import type { Store } from '../operation/store.ts'
import type { AttemptResult } from './attempt/attempt-result.ts'
import type { RunningAttempt } from './attempt/running-attempt.ts'
import { isEnding } from './waiters.ts'

/** Who counts what happens in this engine, such as for Prometheus. Its calls are synchronous, cheap and do not throw. */
export interface Meter {
  created(functionName: string): void
  /** @param recovered whether it succeeded after a failed attempt */
  ended(operation: FinishedOperation, recovered: boolean): void
  /** @param waitedMs from when it was due to its beginning */
  attemptBegan(functionName: string, waitedMs: number, isRetry: boolean): void
  attemptEnded(functionName: string, result: AttemptResult, durationMs: number): void
  /** A transaction of so many changes begins; the answer is called when it has ended. */
  commitBegan(changes: number): () => void
}

/** Tells the meter, when there is one, what the engine does: without one that costs a comparison. */
export class Metering {
  #meter: Meter | null = null

  attach(meter: Meter, store: Store): void {
    this.#meter = meter
    store.commits?.observe((changes) => meter.commitBegan(changes))
  }

  /** Every operation as it is committed. */
  follow(operation: Operation): void {
    if (this.#meter === null) return
    if (operation.version === 1) this.#meter.created(operation.functionName)
    if (isEnding(operation)) this.#meter.ended(operation, isRecovered(operation))
  }

  /** @param before the row that was claimed; null when the attempt had begun before anything was stored */
  began(before: Operation | null, { functionName, failedAttempts, updatedAt }: RunningOperation): void {
    // One that goes on after a sleep has begun long ago.
    if (this.#meter === null || (before !== null && isSleeping(before))) return
    this.#meter.attemptBegan(functionName, Math.max(0, updatedAt - (before?.dueAt ?? updatedAt)), failedAttempts > 0)
  }

  settled(attempt: RunningAttempt, result: AttemptResult, now: number): void {
    this.#meter?.attemptEnded(attempt.definition.name, result, Math.max(0, now - attempt.startedAt))
  }
}
