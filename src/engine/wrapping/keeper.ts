import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../operation/clock.ts'
import { creation } from '../../operation/creation.ts'
import type { Dispatcher } from '../../operation/dispatcher.ts'
import { InvalidInputError, RecoveryError } from '../../operation/errors.ts'
import type { NewId } from '../../operation/ids.ts'
import { copyJson, type Json, toJson } from '../../operation/json.ts'
import { newOperation, type RunningOperation } from '../../operation/operation.ts'
import type { Store } from '../../operation/store.ts'
import { transition } from '../../operation/transition.ts'
import { RunningAttempt } from '../attempt/running-attempt.ts'
import { BreakerPass } from '../breakers/breaker-pass.ts'
import type { ClaimLoop } from '../claim-loop.ts'
import type { Context, Log, Work } from '../context.ts'
import type { Controls } from '../controls.ts'
import { resultOf } from '../handle.ts'
import { FUNCTION_OPTIONS, type FunctionOptions } from '../options.ts'
import type { Registry } from '../registry.ts'
import { type Starter, traced } from '../starter.ts'
import type { Tracing } from '../tracing/tracing.ts'
import type { Ending, Waiters } from '../waiters.ts'
import type { LightCall } from './light-call.ts'
import type { LightCounts } from './light-counts.ts'
import type { Wrapped, Wrapping } from './wrapped.ts'

export interface KeeperParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly dispatcher: Dispatcher
  readonly registry: Registry
  readonly waiters: Waiters
  readonly starter: Starter
  readonly controls: Controls
  readonly loop: ClaimLoop
  readonly counts: LightCounts
  readonly tracing: Tracing
  readonly log: Log
  readonly server: string
}

/** A call that has become an operation. */
export interface Adopted {
  /** What the running attempt may do from now on. */
  readonly context: Context
  /** What the caller gets in the end. */
  readonly value: Promise<unknown>
}

/** What only this process knows of a durable call: it dies with the process, and then the store's values serve. */
interface LiveCall {
  readonly self: unknown
  /** What the last attempt answered, as the caller is to get it: the store may not hold it. */
  answer: { readonly value: unknown; readonly stored: Json } | null
}

/** Makes calls of wrapped functions durable: before their first attempt, or with what they have done so far. */
export class Keeper {
  readonly #parts: KeeperParts
  readonly #live = new Map<string, LiveCall>()
  /** The functions that were warned about, and of what. */
  readonly #warned = new Set<string>()

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** The work of the durable function: applies the original to the stored arguments. */
  workOf({ name, original }: Wrapping, self: unknown): Work<never, Json> {
    return async (input: Json, context) => {
      if (!Array.isArray(input))
        throw new InvalidInputError(`The input of "${name}" is the array of its arguments`, { field: 'input' })
      const live = this.#live.get(context.operationId)
      return this.#answer(name, live, await original.apply(live === undefined ? self : live.self, input))
    }
  }

  /** The options of the durable function. Its rules are told what the function answered, not what of it was stored. */
  optionsOf({ name, options, rules }: Wrapping): FunctionOptions {
    const others = Object.fromEntries(
      Object.entries(options).filter(([key]) => FUNCTION_OPTIONS.includes(key) && key !== 'fallback'),
    )
    const { fallback, retryOnResult } = rules
    return {
      ...others,
      circuitBreaker: options.circuitBreaker ?? false,
      ...(retryOnResult !== null && {
        retryOnResult: (value, context) => retryOnResult(this.#answeredBy(context.operationId, value), context) as boolean,
      }),
      ...(fallback !== null && {
        fallback: async (error, input, context) =>
          this.#answer(name, this.#live.get(context.operationId), await fallback(error, input, context)),
      }),
    }
  }

  #answeredBy(operationId: string, stored: unknown): unknown {
    const answer = this.#live.get(operationId)?.answer ?? null
    return answer === null ? stored : answer.value
  }

  /** A durable call: an operation from before its first attempt. Rejects with what `Recovery.run` rejects with. */
  async start(wrapped: Wrapped, self: unknown, args: unknown[], signal: AbortSignal | null): Promise<unknown> {
    signal?.throwIfAborted()
    const input = toJson(withoutTrailing(args), 'arguments')
    const id = this.#parts.newId('op')
    const { value, forget } = this.#await(id, self, signal)
    try {
      await this.#parts.starter.start(this.#parts.registry.get(wrapped.name), input, { id })
    } catch (error) {
      forget()
      throw error
    }
    return value
  }

  /** Writes a call with its running attempt; null when it cannot be written: it stays in memory. Never rejects. */
  async adopt(call: LightCall): Promise<Adopted | null> {
    const { name } = call.wrapped
    try {
      const input = copyJson(toJson(withoutTrailing(call.args), 'arguments'))
      return await this.#adopt(call, input)
    } catch (error) {
      const why = error instanceof InvalidInputError ? 'arguments' : 'store'
      this.#warnOnce(name, why, error, 'A call cannot be made durable; it is retried in memory')
      return null
    }
  }

  async #adopt(call: LightCall, input: Json): Promise<Adopted> {
    const { dispatcher, registry, clock, loop } = this.#parts
    const { id, wrapped, self } = call
    const claim = dispatcher.adopt(id, wrapped.name)
    const { value, live, forget } = this.#await(id, self, call.signal)
    try {
      const operation = await this.#write(call, input, claim.token)
      const pass = call.takePass() ?? new BreakerPass(null)
      const attempt = new RunningAttempt(claim, registry.get(wrapped.name), operation, pass, call.controller)
      const { timeoutMs } = wrapped.policy
      const leftMs = timeoutMs === null ? null : Math.max(0, timeoutMs - (clock.now() - call.beganAt))
      const context = loop.adopt(attempt, async () => this.#answer(wrapped.name, live, await call.working), leftMs)
      return { context, value }
    } catch (error) {
      forget()
      dispatcher.release(claim)
      throw error
    }
  }

  /** The operation and its first attempt in one transaction, as if they had been written when they began. */
  async #write(call: LightCall, input: Json, token: string): Promise<RunningOperation> {
    const { store, newId, server } = this.#parts
    const { id, startedAt, beganAt, wrapped } = call
    const { deadlineMs, maxAttempts } = wrapped.policy
    // Without a span until now: those of the call and its attempt begin as it becomes an operation.
    const trace = this.#parts.tracing.start(wrapped.name, null)
    trace.started(id)
    const given = { metadata: {}, priority: 0, idempotencyKey: null, runAt: null, ...traced(trace.context) }
    const pending = newOperation({ ...given, id, functionName: wrapped.name, input, deadlineMs, maxAttempts }, startedAt)
    const outcome = transition(pending, { type: 'begin', attemptId: newId('att'), token, server }, beganAt)
    if (outcome.kind !== 'changed') throw new RecoveryError('INTERNAL', `A new operation cannot begin: ${outcome.kind}`)
    const answers = await store.commit([creation(pending), outcome.change])
    const refused = answers.find((answer) => answer.kind !== 'committed')
    const written = refused === undefined || (refused.kind === 'unknown' && (await store.operation(id)) !== null)
    if (!written) throw 'error' in refused ? refused.error : new RecoveryError('INTERNAL', `The store answered ${refused.kind}`)
    return outcome.change.operation as RunningOperation
  }

  /** The caller waits for the end of the operation; when it aborts its signal, the operation is cancelled. */
  #await(id: string, self: unknown, signal: AbortSignal | null) {
    const { waiters, controls, log } = this.#parts
    const live: LiveCall = { self, answer: null }
    this.#live.set(id, live)
    const cancel = () => {
      const late = (error: unknown) => log.debug({ operationId: id, err: error }, 'The caller took back a call that had ended')
      controls.cancel(id, { reason: 'The caller aborted its signal' }).catch(late)
    }
    signal?.addEventListener('abort', cancel, { once: true })
    const { promise, resolve } = Promise.withResolvers<Ending>()
    const stop = waiters.add(id, resolve)
    const forget = () => {
      stop()
      signal?.removeEventListener('abort', cancel)
      this.#live.delete(id)
    }
    const value = promise.then((ending) => {
      forget()
      const result = resultOf(ending)
      // Another server may have had the last word.
      return live.answer !== null && isDeepStrictEqual(live.answer.stored, result) ? live.answer.value : result
    })
    // Whoever called awaits it a little later.
    value.catch(() => undefined)
    return { value, live, forget }
  }

  /** The caller gets what the function answered; the store gets as much of it as JSON can hold. */
  #answer(name: string, live: LiveCall | undefined, value: unknown): Json {
    if (live === undefined) return toJson(value, 'result')
    const stored = this.#storedOf(name, value)
    live.answer = { value, stored }
    return stored
  }

  #storedOf(name: string, value: unknown): Json {
    try {
      return toJson(value, 'result')
    } catch (error) {
      this.#warnOnce(name, 'result', error, 'A result cannot be stored; its caller gets it, the operation shows null')
      return null
    }
  }

  /** A success that nothing was written of. */
  countLight(wrapped: Wrapped): void {
    if (wrapped.lightSuccesses++ === 0) this.#parts.counts.add(wrapped)
  }

  #warnOnce(functionName: string, about: string, err: unknown, message: string): void {
    if (this.#warned.has(`${about} ${functionName}`)) return
    this.#warned.add(`${about} ${functionName}`)
    this.#parts.log.warn({ functionName, err }, message)
  }
}

/** Arguments that were left out by saying `undefined` are the same as arguments that were not said. */
function withoutTrailing(args: unknown[]): readonly unknown[] {
  return args.slice(0, args.findLastIndex((argument) => argument !== undefined) + 1)
}
