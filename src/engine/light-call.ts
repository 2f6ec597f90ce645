import type { Timer } from '../operation/clock.ts'
import { AttemptStoppedError, CircuitOpenError, OperationTimeoutError, type StopCause } from '../operation/errors.ts'
import { ResultRefusedError } from '../operation/function-errors.ts'
import type { Judgement } from '../policy/classifier.ts'
import type { BreakerOutcome } from '../policy/error-kinds.ts'
import type { FailureKind } from '../policy/strategy.ts'
import { AttemptSignal } from './attempt-signal.ts'
import { callOriginal, isThenable } from './call-original.ts'
import type { Context } from './context.ts'
import { type Current, isAskedFor, runAs } from './current-operation.ts'
import type { Adopted } from './keeper.ts'
import type { LightBreaker, Permit } from './light-breaker.ts'
import { LightContext } from './light-context.ts'
import { afterFailure, cancelled, type Following, judgeFailure, pastDeadline } from './light-ending.ts'
import { isPastDeadline, limitOf } from './light-limits.ts'
import { isRefusedInMemory, orFallbackInMemory } from './light-rules.ts'
import type { Wrapped } from './wrapped.ts'

/**
 * One call of a wrapped function, while nothing of it is written. A call that succeeds at once must cost next to
 * nothing: no signal, no context and no id is made before somebody needs it, and nothing is aborted after a success.
 */
export class LightCall implements Current {
  readonly wrapped: Wrapped
  readonly self: unknown
  readonly args: unknown[]
  /** Which attempt runs or ran last, from 1. */
  attempt = 0
  /** When the call began; 0 where nobody needs to know. */
  readonly startedAt: number
  readonly deadlineAt: number | null
  /** The caller's signal. */
  readonly signal: AbortSignal | null
  /** What the running attempt answered when it was called: a value or a promise. */
  working: unknown = null
  readonly #resolve: (value: unknown) => void
  readonly #reject: (error: unknown) => void
  /** The number of the attempt that runs; 0 while none does: what a late one answers does not count. */
  #open = 0
  #timer: Timer | null = null
  /** Of the attempt that runs, where there is a breaker; null once it was reported on. */
  #permit: Permit | null = null
  #context: LightContext | null = null
  #attemptSignal: AttemptSignal | null = null
  #adoption: Promise<Adopted | null> | null = null
  #lastError: unknown = undefined
  /** When the first attempt failed, and the last wait. */
  firstFailedAt: number | null = null
  previousMs: number | null = null
  /** What the last retry followed on. */
  retried: FailureKind | null = null
  #id: string | null = null

  constructor(
    wrapped: Wrapped,
    self: unknown,
    args: unknown[],
    resolve: (value: unknown) => void,
    reject: (error: unknown) => void,
  ) {
    this.wrapped = wrapped
    this.self = self
    this.args = args
    this.#resolve = resolve
    this.#reject = reject
    const { deadlineMs } = wrapped.policy
    this.startedAt = wrapped.keeper === null && deadlineMs === null ? 0 : wrapped.runtime.clock.now()
    this.deadlineAt = deadlineMs === null ? null : this.startedAt + deadlineMs
    this.signal = wrapped.findSignal === null ? null : wrapped.findSignal(args)
  }

  get id(): string {
    this.#id ??= this.wrapped.runtime.newId('op')
    return this.#id
  }

  get context(): Context {
    this.#context ??= new LightContext(this)
    return this.#context
  }

  /** Aborted when the attempt timed out, or its caller's signal was aborted. */
  get attemptSignal(): AbortSignal {
    this.#attemptSignal ??= new AttemptSignal(this.signal)
    return this.#attemptSignal.controller.signal
  }

  /** The controller of the attempt's signal, when anybody looked at it. */
  get controller(): AbortController | null {
    return this.#attemptSignal?.controller ?? null
  }

  /** Runs the first attempt, or the next one. */
  begin(): void {
    if (this.signal?.aborted === true) this.#reject(cancelled(this, this.signal.reason))
    else if (this.wrapped.breaker === null || this.#isPermitted(this.wrapped.breaker)) this.#begin()
  }

  #isPermitted(breaker: LightBreaker): boolean {
    this.#permit = breaker.admit()
    if (this.#permit === null) this.#refused(breaker)
    return this.#permit !== null
  }

  /** The breaker is open: nothing is charged. */
  #refused(breaker: LightBreaker): void {
    const retryAfterMs = breaker.retryAfterMs()
    if (this.wrapped.whenOpen === 'wait' && !isPastDeadline(this, retryAfterMs)) this.#beginIn(retryAfterMs)
    else this.#reject(new CircuitOpenError(breaker.scope, retryAfterMs, this.#lastError))
  }

  #begin(): void {
    this.attempt++
    const number = this.attempt
    this.#open = number
    const limitMs = limitOf(this)
    if (limitMs !== null) this.#timer = this.wrapped.runtime.wheel.set(limitMs, () => this.#late(number))
    const answer = this.#isFollowed() ? runAs(this, callOriginal, this) : callOriginal(this)
    this.working = answer
    if (answer instanceof Promise || isThenable(answer)) {
      answer.then(
        (value) => this.#returned(number, value),
        (error) => this.#threw(number, error),
      )
    } else this.#returned(number, answer)
  }

  /** Makes the call durable, with the attempt that runs or has just failed; null when it cannot be. */
  adopt(): Promise<Adopted | null> {
    this.#adoption ??= this.#adopt()
    return this.#adoption
  }

  async #adopt(): Promise<Adopted | null> {
    const adopted = (await this.wrapped.keeper?.adopt(this)) ?? null
    if (adopted === null) return null
    // From here on the engine times the attempt, ends it and runs the next ones.
    this.#end()
    this.#context?.delegate(adopted.context)
    this.#resolve(adopted.value)
    return adopted
  }

  #isFollowed(): boolean {
    if (isAskedFor()) return true
    if (this.wrapped.followed === 0) return false
    this.wrapped.followed--
    return true
  }

  #returned(number: number, value: unknown): void {
    if (number === this.#open && isRefusedInMemory(this, value)) this.#failed(number, new ResultRefusedError(), null)
    else this.#answered(number, value)
  }

  #answered(number: number, value: unknown): void {
    if (this.#permit !== null && number === this.attempt) this.#report('success')
    if (number !== this.#open) return
    if (this.#adoption === null) this.#succeed(value)
    else this.#unlessAdopted(number, () => this.#succeed(value))
  }

  #succeed(value: unknown): void {
    this.#end()
    const { keeper, budget, runtime } = this.wrapped
    if (budget !== null) runtime.budgets.earn(budget, this.retried)
    keeper?.countLight(this.wrapped)
    this.#resolve(value)
  }

  #threw(number: number, error: unknown): void {
    if (number === this.#open) this.#failed(number, error, null)
    else if (this.#permit !== null && number === this.attempt) this.#reportFailure(judgeFailure(this, error))
  }

  #report(outcome: BreakerOutcome, retryAfterMs: number | null = null): void {
    this.#permit?.report(outcome, retryAfterMs)
    this.#permit = null
  }

  #reportFailure({ kind, retryAfterMs }: Judgement): void {
    if (this.signal?.aborted === true) this.#report('ignored')
    else this.#report(kind.breaker, retryAfterMs)
  }

  #failed(number: number, error: unknown, stop: StopCause | null): void {
    const judgement = judgeFailure(this, error)
    if (this.#permit !== null) this.#reportFailure(judgement)
    if (this.wrapped.keeper === null) this.#goOn(error, stop, judgement)
    else this.#unlessAdopted(number, () => this.#goOn(error, stop, judgement))
  }

  #unlessAdopted(number: number, goOn: () => void): void {
    this.adopt().then((adopted) => {
      if (adopted === null && number === this.#open) goOn()
    }, this.#reject)
  }

  #late(number: number): void {
    if (number !== this.#open) return
    const { timeoutMs, deadlineMs } = this.wrapped.policy
    const error = new OperationTimeoutError((timeoutMs ?? deadlineMs) as number)
    this.#failed(number, error, isPastDeadline(this, 0) ? 'past its deadline' : 'timed out')
  }

  /** In memory: another attempt, or the end. */
  #goOn(thrown: unknown, stop: StopCause | null, judgement: Judgement): void {
    if (stop !== null) this.controller?.abort(new AttemptStoppedError(stop))
    this.#end()
    const following = this.#following(thrown, stop, judgement)
    if (following.kind === 'end') this.#endWith(following, thrown)
    else if (following.delay.delayMs === 0) this.begin()
    else this.#beginIn(following.delay.delayMs)
  }

  #endWith({ error, isFailure }: Extract<Following, { kind: 'end' }>, thrown: unknown): void {
    if (isFailure !== true || this.wrapped.rules.fallback === null) this.#reject(error)
    else orFallbackInMemory(this, thrown, error).then(this.#resolve, this.#reject)
  }

  #following(thrown: unknown, stop: StopCause | null, judgement: Judgement): Following {
    if (this.signal?.aborted === true) return { kind: 'end', error: cancelled(this, thrown) }
    if (stop === 'past its deadline') return { kind: 'end', error: pastDeadline(this, this.#lastError) }
    this.#lastError = thrown
    return afterFailure(this, thrown, judgement)
  }

  #beginIn(delayMs: number): void {
    const { signal } = this
    const timer = this.wrapped.runtime.wheel.set(delayMs, () => {
      signal?.removeEventListener('abort', takeBack)
      this.begin()
    })
    const takeBack = () => {
      timer.cancel()
      this.#reject(cancelled(this, signal?.reason))
    }
    signal?.addEventListener('abort', takeBack, { once: true })
  }

  /** The attempt is over: each has its own timer, context and signal. */
  #end(): void {
    this.#open = 0
    this.#timer?.cancel()
    this.#attemptSignal?.detach()
    this.#attemptSignal = null
  }
}
