import type { Timer } from '../../operation/clock.ts'
import { AttemptStoppedError, OperationTimeoutError, type StopCause } from '../../operation/errors.ts'
import { ResultRefusedError } from '../../operation/function-errors.ts'
import type { CallResult } from '../../policy/circuit.ts'
import { AttemptSignal } from '../attempt/attempt-signal.ts'
import { isRefused } from '../attempt/function-rules.ts'
import { BreakerPass } from '../breakers/breaker-pass.ts'
import type { ScopeBreaker, Trouble } from '../breakers/scope-breaker.ts'
import type { Context } from '../context.ts'
import { isAskedFor, runAs } from './current-operation.ts'
import type { Adopted } from './keeper.ts'
import { LightAttempt, type LightMemory } from './light-context.ts'
import { cancelled, type Following, following, insteadOf } from './light-ending.ts'
import { asked, judgeFailure, type LightFailures, learn, reportOf } from './light-failures.ts'
import { limitMsOf, refusal, wait } from './light-wait.ts'
import { callOriginal, handledRejection, isThenable } from './original-call.ts'
import type { Wrapped } from './wrapped.ts'

const SUCCESS: CallResult = { outcome: 'success', durationMs: 0, retryAfterMs: null }

/**
 * One call of a wrapped function, while nothing of it is written. A call that succeeds at once must cost next to
 * nothing: no signal, no context and no id is made before somebody needs it, and nothing is aborted after a success.
 */
export class LightCall {
  readonly wrapped: Wrapped
  readonly self: unknown
  readonly args: unknown[]
  /** Which attempt runs or ran last, from 1. */
  attempt = 0
  /** The number of the attempt that runs; 0 while none does: what a late one answers does not count. */
  open = 0
  /** When the call began; 0 where nobody needs to know. */
  readonly startedAt: number
  /** When the attempt began; of the first one 0 where nobody needs to know. */
  beganAt: number
  readonly deadlineAt: number | null
  /** The caller's signal. */
  readonly signal: AbortSignal | null
  /** What the running attempt answered when it was called: a value or a promise. */
  working: unknown = null
  /** What its attempts failed with; null until one did. */
  failures: LightFailures | null = null
  /** What its attempts leave for the next ones; null until one left something. */
  memory: LightMemory | null = null
  /** The context of the attempt once it is durable. */
  durable: Context | null = null
  readonly #resolve: (value: unknown) => void
  readonly #reject: (error: unknown) => void
  #timer: Timer | null = null
  /** The breaker's leave for the attempt that runs. */
  #pass: BreakerPass | null = null
  #attemptSignal: AttemptSignal | null = null
  #adoption: Promise<Adopted | null> | null = null
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
    this.startedAt = wrapped.timed ? wrapped.runtime.clock.now() : 0
    this.beganAt = this.startedAt
    this.deadlineAt = deadlineMs === null ? null : this.startedAt + deadlineMs
    this.signal = wrapped.findSignal === null ? null : wrapped.findSignal(args)
  }

  get id(): string {
    this.#id ??= this.wrapped.runtime.newId('op')
    return this.#id
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

  /** The breaker's leave goes over to whoever goes on with the attempt, and is reported there. */
  takePass(): BreakerPass | null {
    const pass = this.#pass
    this.#pass = null
    return pass
  }

  /** Runs the first attempt, or the next one. */
  begin(): void {
    const { breaker } = this.wrapped
    if (this.signal?.aborted === true) this.#reject(cancelled(this, this.signal.reason))
    else if (breaker === null) this.#begin()
    else {
      this.#pass = new BreakerPass(breaker)
      if (this.#pass.refusedBy === null) this.#begin()
      else this.#refused(breaker)
    }
  }

  /** The breaker is open: nothing is charged. */
  #refused(breaker: ScopeBreaker): void {
    this.#pass = null
    const next = refusal(this, breaker)
    if (typeof next === 'number') this.#beginIn(next, breaker)
    else this.#reject(next)
  }

  #begin(): void {
    this.attempt++
    const number = this.attempt
    this.open = number
    const limitMs = limitMsOf(this)
    if (limitMs !== null) this.#timer = this.wrapped.runtime.wheel.set(limitMs, () => this.#late(number))
    const answer = this.#isFollowed() ? runAs(new LightAttempt(this, number), callOriginal, this) : callOriginal(this)
    this.working = answer
    if (answer instanceof Promise || isThenable(answer)) {
      answer.then(
        (value) => this.#returned(number, value),
        (error) => this.#failed(number, error, null),
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
    this.durable = adopted.context
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
    if (number !== this.open) return
    if (this.#adoption === null) this.#answered(number, value)
    else this.#unlessAdopted(number, () => this.#answered(number, value))
  }

  #answered(number: number, value: unknown): void {
    if (this.wrapped.rules.retryOnResult === null || !isRefused(asked(this), value)) this.#succeed(value)
    else {
      const error = new ResultRefusedError()
      // Whoever adopts the attempt is not to ask again.
      this.working = handledRejection(error)
      this.#failed(number, error, null)
    }
  }

  #succeed(value: unknown): void {
    const { budget, budgets, keeper } = this.wrapped
    if (this.#pass !== null) this.#report(SUCCESS, null)
    this.#end()
    if (budget !== null) budgets.earn(budget, this.failures?.error ?? null)
    if (this.failures !== null) learn(this, this.failures)
    keeper?.countLight(this.wrapped)
    this.#resolve(value)
  }

  #report(result: CallResult, trouble: Trouble): void {
    const { breaker, runtime } = this.wrapped
    const isTimed = breaker !== null && breaker.settings.slowCallMs !== null
    this.#pass?.report(isTimed ? { ...result, durationMs: runtime.clock.now() - this.beganAt } : result, trouble)
    this.#pass = null
  }

  #failed(number: number, error: unknown, stop: StopCause | null): void {
    if (number !== this.open) return
    if (this.wrapped.keeper === null) this.#goOn(error, stop)
    else this.#unlessAdopted(number, () => this.#goOn(error, stop))
  }

  #unlessAdopted(number: number, goOn: () => void): void {
    this.adopt().then((adopted) => {
      if (adopted === null && number === this.open) goOn()
    }, this.#reject)
  }

  #late(number: number): void {
    const { policy, runtime } = this.wrapped
    const late = this.deadlineAt !== null && runtime.clock.now() >= this.deadlineAt
    const error = new OperationTimeoutError((policy.timeoutMs ?? policy.deadlineMs) as number)
    this.#failed(number, error, late ? 'past its deadline' : 'timed out')
  }

  /** In memory: another attempt, or the end. */
  #goOn(thrown: unknown, stop: StopCause | null): void {
    if (stop !== null) this.controller?.abort(new AttemptStoppedError(stop))
    const failure = judgeFailure(this, thrown)
    if (this.#pass !== null) this.#report(...reportOf(this, failure))
    this.#end()
    const next = following(this, failure, stop)
    if (next.kind === 'end') this.#endWith(next)
    else if (next.delay.delayMs > 0) this.#beginIn(next.delay.delayMs, null)
    else {
      this.beganAt = next.failedAt
      this.begin()
    }
  }

  #endWith({ error, mayFallBack }: Following & { readonly kind: 'end' }): void {
    if (!mayFallBack || this.wrapped.rules.fallback === null) this.#reject(error)
    else insteadOf(this, error).then(this.#resolve, this.#reject)
  }

  #beginIn(delayMs: number, breaker: ScopeBreaker | null): void {
    const { signal, wrapped } = this
    const goOn = () => {
      this.beganAt = wrapped.runtime.clock.now()
      this.begin()
    }
    wait(wrapped.runtime.wheel, { delayMs, breaker, signal }, goOn, () => this.#reject(cancelled(this, signal?.reason)))
  }

  /** The attempt is over: each has its own timer, context and signal. */
  #end(): void {
    this.open = 0
    this.#timer?.cancel()
    this.#attemptSignal?.detach()
    this.#attemptSignal = null
  }
}
