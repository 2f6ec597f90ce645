import type { Clock, Timer } from '../../operation/clock.ts'
import type { Claim } from '../../operation/dispatcher.ts'
import { AttemptStoppedError, type StopCause } from '../../operation/errors.ts'
import type { RunningOperation } from '../../operation/operation.ts'
import type { ErrorCategory } from '../../operation/operation-error.ts'
import { atRest, type Progress } from '../../operation/progress.ts'
import type { ProgressRate } from '../../operation/progress-rate.ts'
import type { BreakerOutcome } from '../../policy/error-kinds.ts'
import type { BreakerPass } from '../breakers/breaker-pass.ts'
import type { Definition } from '../registry.ts'
import type { AttemptTrace } from '../tracing/attempt-trace.ts'

/** What a function came to: a value, or whatever it threw. */
export type Answer = { readonly kind: 'returned'; readonly value: unknown } | { readonly kind: 'threw'; readonly error: unknown }

/** One attempt that runs on this server: its claim, its row, its signal, its latest progress and its answer. */
export class RunningAttempt {
  readonly claim: Claim
  readonly definition: Definition
  /** The leave of its circuit breaker. */
  readonly pass: BreakerPass
  /** The row as of the last write of this attempt. */
  operation: RunningOperation
  /** When it began, or went on after a sleep. */
  readonly startedAt: number
  /** The latest progress, ahead of the store; null when none was reported. */
  progress: Progress | null
  /** How fast that moves, once it was reported: most functions report none. */
  rate: ProgressRate | null = null
  /** When it last reported progress or stored something; at first: when it began. */
  lastSignAt: number
  /** Why the attempt must stop, once it must. */
  stopCause: StopCause | null = null
  /** When its function was left to settle because of that. */
  signalledAt: number | null = null
  /** When the attempt goes on, once it was put to sleep. */
  sleepUntil: number | null = null
  /** What the attempt failed with, once it has. */
  thrown: unknown = null
  /** The category of that. */
  category: ErrorCategory | null = null
  /** Its span, when somebody traces. */
  trace: AttemptTrace | null = null
  /** What it says about the health of what it called: success, unless it failed. */
  outcome: BreakerOutcome = 'success'
  /** Whether its fallback was asked: once is enough, even when what it answers cannot be stored. */
  fellBack = false
  /** What the function came to, once it has settled. */
  answer: Answer | null = null
  // Most functions never look at the signal, and creating one costs more than the rest of an attempt: create it lazily.
  #controller: AbortController | null
  #notify: () => void = () => undefined
  #abandoned = false
  #reconsidered = false

  /** @param controller of the signal that the function has already looked at, if it has */
  constructor(
    claim: Claim,
    definition: Definition,
    operation: RunningOperation,
    pass: BreakerPass,
    controller: AbortController | null = null,
  ) {
    this.claim = claim
    this.definition = definition
    this.pass = pass
    this.operation = operation
    this.startedAt = operation.updatedAt
    this.lastSignAt = this.startedAt
    this.progress = atRest(operation.progress)
    this.#controller = controller
  }

  get signal(): AbortSignal {
    if (this.#controller === null) {
      this.#controller = new AbortController()
      if (this.stopCause !== null) this.#controller.abort(new AttemptStoppedError(this.stopCause))
    }
    return this.#controller.signal
  }

  /** Tells the function to stop; the first cause stays. */
  stop(cause: StopCause): void {
    if (this.stopCause !== null || this.answer !== null) return
    this.stopCause = cause
    this.#controller?.abort(new AttemptStoppedError(cause))
    this.#notify()
  }

  /** The function has nothing to do until then: the attempt lets go of its slot, and goes on after its steps. */
  fallAsleep(until: number): void {
    if (this.stopCause !== null || this.answer !== null) return
    this.sleepUntil = until
    this.stop('put to sleep')
  }

  /** Its policy has changed: whoever waits for its end must look again how long. */
  reconsider(): void {
    this.#reconsidered = true
    this.#notify()
  }

  /** Calls `listener` when the function settles at last, though nobody waits for it any more. */
  onLateEnd(listener: () => void): void {
    this.#notify = () => {
      if (this.answer !== null) listener()
    }
  }

  /** Nobody waits for it to settle any more. */
  abandon(): void {
    this.#abandoned = true
    this.#notify()
  }

  /** Runs the function; never rejects: `answer` tells what it came to. */
  start(run: () => Promise<unknown>): void {
    const settle = (answer: Answer) => {
      this.answer = answer
      this.#notify()
    }
    const running = this.trace === null ? run() : this.trace.run(run)
    running.then(
      (value) => settle({ kind: 'returned', value }),
      (error) => settle({ kind: 'threw', error }),
    )
  }

  /**
   * Resolves when the function settles, is told to stop, or its timeout has passed, whichever is first. The timeout may be
   * changed meanwhile.
   *
   * @param leftMs what is left of the timeout now
   */
  async settledStoppedOrTimedOut(clock: Clock, leftMs: number | null): Promise<void> {
    const { timeoutMs: whole } = this.definition.policy
    const began = clock.now() - (whole === null || leftMs === null ? 0 : whole - leftMs)
    do {
      this.#reconsidered = false
      const { timeoutMs } = this.definition.policy
      const left = timeoutMs === null ? null : began + timeoutMs - clock.now()
      await this.#until(clock, left, () => this.answer !== null || this.stopCause !== null || this.#reconsidered)
    } while (this.#reconsidered && this.answer === null && this.stopCause === null)
  }

  /** Resolves when the function settles or `timeoutMs` have passed. */
  async settledOrLate(clock: Clock, timeoutMs: number): Promise<void> {
    await this.#until(clock, timeoutMs, () => this.answer !== null || this.#abandoned)
  }

  async #until(clock: Clock, timeoutMs: number | null, met: () => boolean): Promise<void> {
    if (met()) return
    let timer: Timer | undefined
    await new Promise<void>((resolve) => {
      this.#notify = () => {
        if (met()) resolve()
      }
      if (timeoutMs !== null) timer = clock.timer(timeoutMs, resolve)
    })
    timer?.cancel()
  }
}
