import { type Duration, parseDuration } from '../operation/duration.ts'
import { AttemptStoppedError, InvalidInputError } from '../operation/errors.ts'
import { copyJson, type Json, type JsonObject, toJson } from '../operation/json.ts'
import type { Progress } from '../operation/progress.ts'
import type { Context, Log, RunTransaction } from './context.ts'
import type { LightCall } from './light-call.ts'

/**
 * What `currentOperation()` answers in a call of a wrapped function. A step and a state make the call durable, where
 * it has somebody to keep it; else they are kept in memory for its next attempts.
 */
export class LightContext implements Context {
  readonly #call: LightCall
  readonly #steps = new Map<string, Json>()
  readonly state: Context['state']
  #checkpoint: Json = null
  /** The context of the attempt once it is durable. */
  #durable: Context | null = null

  constructor(call: LightCall) {
    this.#call = call
    this.state = { get: () => this.#durable?.state.get() ?? this.#checkpoint, set: (value) => this.#setState(value) }
  }

  /** The call is durable from now on. */
  delegate(durable: Context): void {
    this.#durable = durable
  }

  get durable(): boolean {
    return this.#durable !== null
  }

  get operationId(): string {
    return this.#call.id
  }

  get attempt(): number {
    return this.#durable?.attempt ?? this.#call.attempt
  }

  get input(): Json {
    return this.#durable?.input ?? (this.#call.args as readonly Json[])
  }

  get metadata(): JsonObject {
    return {}
  }

  get signal(): AbortSignal {
    return this.#durable?.signal ?? this.#call.attemptSignal
  }

  get log(): Log {
    return this.#durable?.log ?? this.#call.wrapped.runtime.log
  }

  readonly progress = (report: Partial<Progress>): void => {
    this.#durable?.progress(report)
  }

  readonly step = async <T extends Json>(name: string, fn: () => T | Promise<T>): Promise<T> => {
    const durable = await this.#keep()
    if (durable !== null) return durable.step(name, fn)
    if (this.#steps.has(name)) return this.#steps.get(name) as T
    this.#mustRun()
    const output = toJson(await fn(), `output of step "${name}"`) as T
    this.#steps.set(name, output)
    return output
  }

  /** In memory the wait is the function's own; a durable one is stored and outlives its process. */
  readonly sleep = async (name: string, duration: Duration): Promise<void> => {
    const ms = parseDuration(duration, 'duration')
    const durable = await this.#keep()
    if (durable !== null) return durable.sleep(name, duration)
    if (this.#steps.has(name)) return
    this.#mustRun()
    await this.#wait(ms)
    this.#steps.set(name, null)
  }

  readonly transaction: RunTransaction = async (...asked: unknown[]): Promise<never> => {
    const durable = await this.#keep()
    if (durable !== null) return (durable.transaction as (...args: unknown[]) => Promise<never>)(...asked)
    throw new InvalidInputError('ctx.transaction needs a durable operation: wrap the function with a Recovery on SQLite', {
      field: 'transaction',
    })
  }

  #wait(ms: number): Promise<void> {
    const { signal } = this
    return new Promise((resolve, reject) => {
      const stop = () => {
        timer.cancel()
        reject(signal.reason)
      }
      const timer = this.#call.wrapped.runtime.wheel.set(ms, () => {
        signal.removeEventListener('abort', stop)
        resolve()
      })
      signal.addEventListener('abort', stop, { once: true })
    })
  }

  async #setState(value: Json): Promise<void> {
    const durable = await this.#keep()
    if (durable !== null) await durable.state.set(value)
    else this.#checkpoint = copyJson(toJson(value, 'state'))
  }

  async #keep(): Promise<Context | null> {
    await this.#call.adopt()
    return this.#durable
  }

  #mustRun(): void {
    if (this.signal.aborted) throw new AttemptStoppedError('superseded')
  }
}
