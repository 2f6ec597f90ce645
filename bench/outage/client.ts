import type { Random } from '../../src/operation/clock.ts'
import type { OperationError } from '../../src/operation/operation-error.ts'
import type { BreakerSettings, WhenOpen } from '../../src/policy/breaker-settings.ts'
import type { Budget } from '../../src/policy/budget.ts'
import { classify } from '../../src/policy/classifier.ts'
import { LIBRARY_DEFAULTS } from '../../src/policy/policy.ts'
import { decideRetry } from '../../src/policy/retry.ts'
import type { Strategy } from '../../src/policy/strategy.ts'
import type { Dependency } from './dependency.ts'
import { Gate, Limit, Purse } from './guards.ts'
import type { Timeline } from './timeline.ts'

/** How clients behave when calls fail. */
export interface ClientPolicy {
  readonly name: string
  readonly maxRetries: number
  readonly strategy: Strategy | null
  readonly budget: Budget | null
  readonly breaker: BreakerSettings | null
  /** What an operation does that the breaker refuses. */
  readonly whenOpen: WhenOpen
  /** Over how long the operations that waited for the breaker are let go once it closes. */
  readonly spreadMs: number
  /** Calls under way that the limit begins with; null: no limit. */
  readonly aimd: number | null
}

/** One operation of a client: it ends with a call that was answered in time, or with no retry left. */
interface Operation {
  readonly ended: (succeeded: boolean) => void
  failures: number
  firstFailedAt: number
  previousMs: number | null
  error: OperationError | null
}

const TIMED_OUT = classify(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }), 0).error
const REFUSED = classify(Object.assign(new Error('overloaded'), { status: 503 }), 0).error
/** A refusal is an answer, and takes a moment to come. */
const REFUSAL_MS = 1

/** What a client is put into. */
export interface Surroundings {
  readonly dependency: Dependency
  readonly timeline: Timeline
  readonly random: Random
  /** How long a call is waited for. */
  readonly timeoutMs: number
}

/** A process that calls the dependency, with guards of its own: clients know nothing of each other. */
export class Client {
  readonly #policy: ClientPolicy
  readonly #around: Surroundings
  readonly #purse: Purse
  readonly #gate: Gate
  readonly #limit: Limit
  /** What waits for the breaker. */
  readonly #blocked: Operation[] = []
  #probeAt = -1
  calls = 0

  constructor(policy: ClientPolicy, around: Surroundings) {
    this.#policy = policy
    this.#around = around
    this.#purse = new Purse(policy.budget)
    this.#gate = new Gate(policy.breaker)
    this.#limit = new Limit(policy.aimd)
  }

  start(ended: (succeeded: boolean) => void): void {
    this.#attempt({ ended, failures: 0, firstFailedAt: 0, previousMs: null, error: null })
  }

  #attempt(operation: Operation): void {
    if (!this.#limit.isFree()) {
      this.#refusedHere(operation)
      return
    }
    const permit = this.#gate.admit(this.#around.timeline.now)
    if (permit !== null) this.#call(operation, permit)
    else if (this.#policy.whenOpen === 'wait') this.#block(operation)
    else operation.ended(false)
  }

  #call(operation: Operation, permit: number): void {
    const { dependency, timeline, timeoutMs } = this.#around
    this.calls++
    this.#limit.take()
    let isSettled = false
    const settle = (error: OperationError | null) => {
      if (isSettled) return
      isSettled = true
      this.#settled(operation, permit, error)
    }
    const accepted = dependency.accept(() => settle(null))
    if (accepted) timeline.after(timeoutMs, () => settle(TIMED_OUT))
    else timeline.after(REFUSAL_MS, () => settle(REFUSED))
  }

  #settled(operation: Operation, permit: number, error: OperationError | null): void {
    const isClosed = this.#gate.report(permit, error === null, this.#around.timeline.now)
    this.#limit.giveBack(error === null)
    if (error === null) this.#succeeded(operation)
    else this.#failed(operation, error)
    if (isClosed) this.#releaseBlocked()
    else this.#awaitProbe()
  }

  #succeeded(operation: Operation): void {
    this.#purse.succeeded(operation.error)
    operation.ended(true)
  }

  #failed(operation: Operation, error: OperationError): void {
    const delayMs = this.#delayAfter(operation, error)
    if (delayMs !== null && this.#purse.pay(error)) this.#around.timeline.after(delayMs, () => this.#attempt(operation))
    else operation.ended(false)
  }

  /** It never reached the dependency, so its retry is out of no budget. */
  #refusedHere(operation: Operation): void {
    const delayMs = this.#delayAfter(operation, REFUSED)
    if (delayMs !== null) this.#around.timeline.after(delayMs, () => this.#attempt(operation))
    else operation.ended(false)
  }

  #delayAfter(operation: Operation, error: OperationError): number | null {
    const { strategy, maxRetries } = this.#policy
    const { timeline, random } = this.#around
    operation.failures++
    operation.error = error
    if (operation.failures === 1) operation.firstFailedAt = timeline.now
    const { failures, previousMs, firstFailedAt } = operation
    const elapsedMs = timeline.now - firstFailedAt
    const situation = { failures, previousMs, elapsedMs, error, samples: [], maxAttempts: maxRetries + 1 }
    const decided = decideRetry({ strategy, delays: LIBRARY_DEFAULTS.delays }, situation, random)
    operation.previousMs = decided?.delayMs ?? null
    return operation.previousMs
  }

  /** Uncharged, as operations wait for a breaker by default. */
  #block(operation: Operation): void {
    this.#blocked.push(operation)
    this.#awaitProbe()
  }

  #awaitProbe(): void {
    const { timeline } = this.#around
    const at = this.#gate.opensAt(timeline.now)
    if (this.#blocked.length === 0 || at <= timeline.now || at === this.#probeAt) return
    this.#probeAt = at
    timeline.at(at, () => {
      const probe = this.#blocked.shift()
      if (probe !== undefined) this.#attempt(probe)
    })
  }

  #releaseBlocked(): void {
    const { timeline, random } = this.#around
    for (const operation of this.#blocked.splice(0)) {
      timeline.after(this.#policy.spreadMs * random(), () => this.#attempt(operation))
    }
  }
}
