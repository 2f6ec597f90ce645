import { type Duration, parseDuration } from '../../operation/duration.ts'
import { AttemptStoppedError, InvalidInputError } from '../../operation/errors.ts'
import { copyJson, type Json, type JsonObject, toJson } from '../../operation/json.ts'
import type { Progress } from '../../operation/progress.ts'
import type { Context, Log, RunTransaction } from '../context.ts'
import type { Current } from './current-operation.ts'
import type { LightCall } from './light-call.ts'

/** One attempt in memory, for whoever asks what runs: most functions never do. */
export class LightAttempt implements Current {
  readonly #call: LightCall
  readonly #number: number
  #context: Context | null = null

  constructor(call: LightCall, number: number) {
    this.#call = call
    this.#number = number
  }

  get context(): Context {
    this.#context ??= new LightContext(this.#call, this.#number)
    return this.#context
  }
}

/** What the attempts of a call in memory leave for those that follow. */
export interface LightMemory {
  readonly steps: Map<string, Json>
  /** When each sleep is over. */
  readonly sleeps: Map<string, number>
  checkpoint: Json
}

/**
 * What `currentOperation()` answers in a call of a wrapped function. A step, a sleep and a state make the call durable,
 * where it has somebody to keep it; else they are kept in memory for its next attempts.
 */
class LightContext implements Context {
  readonly #call: LightCall
  readonly attempt: number
  readonly state: Context['state']
  #signal: AbortSignal | null = null

  constructor(call: LightCall, number: number) {
    this.#call = call
    this.attempt = number
    this.state = {
      get: () => this.#durable?.state.get() ?? copyJson(this.#call.memory?.checkpoint ?? null),
      set: (value) => handled(this.#setState(value)),
    }
  }

  get #durable(): Context | null {
    return this.#call.durable
  }

  /** Something else runs meanwhile, or nothing. */
  get #isOver(): boolean {
    return this.#durable === null && this.#call.open !== this.attempt
  }

  get durable(): boolean {
    return this.#durable !== null
  }

  get operationId(): string {
    return this.#call.id
  }

  get input(): Json {
    return this.#durable?.input ?? (this.#call.args as readonly Json[])
  }

  get metadata(): JsonObject {
    return {}
  }

  get signal(): AbortSignal {
    this.#signal ??= this.#isOver
      ? AbortSignal.abort(new AttemptStoppedError('superseded'))
      : (this.#durable?.signal ?? this.#call.attemptSignal)
    return this.#signal
  }

  get log(): Log {
    return this.#durable?.log ?? this.#call.wrapped.runtime.log
  }

  readonly progress = (report: Partial<Progress>): void => {
    this.#durable?.progress(report)
  }

  readonly step = <T extends Json>(name: string, fn: () => T | Promise<T>): Promise<T> => handled(this.#step(name, fn))

  /** In memory the wait is the function's own; a durable one is stored and outlives its process. */
  readonly sleep = (name: string, duration: Duration): Promise<void> => handled(this.#sleep(name, duration))

  readonly transaction: RunTransaction = (...args: unknown[]): Promise<never> => handled(this.#transaction(args))

  async #step<T extends Json>(name: string, fn: () => T | Promise<T>): Promise<T> {
    const durable = await this.#keep()
    if (durable !== null) return durable.step(name, fn)
    const { steps } = this.#memory()
    if (steps.has(name)) return steps.get(name) as T
    const output = toJson(await fn(), `output of step "${name}"`) as T
    steps.set(name, output)
    return output
  }

  async #sleep(name: string, duration: Duration): Promise<void> {
    const ms = parseDuration(duration, 'duration')
    const durable = await this.#keep()
    if (durable !== null) return durable.sleep(name, duration)
    const { sleeps } = this.#memory()
    const now = this.#call.wrapped.runtime.clock.now()
    const until = sleeps.get(name) ?? now + ms
    sleeps.set(name, until)
    if (until > now) await this.#wait(until - now)
  }

  async #transaction(args: unknown[]): Promise<never> {
    const durable = await this.#keep()
    if (durable !== null) return (durable.transaction as (...given: unknown[]) => Promise<never>)(...args)
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
    else this.#memory().checkpoint = copyJson(toJson(value, 'state'))
  }

  async #keep(): Promise<Context | null> {
    this.#mustRun()
    await this.#call.adopt()
    return this.#durable
  }

  #memory(): LightMemory {
    this.#mustRun()
    this.#call.memory ??= { steps: new Map(), sleeps: new Map(), checkpoint: null }
    return this.#call.memory
  }

  /** The next attempt must not have a step run by its forerunner. */
  #mustRun(): void {
    if (this.#isOver || this.#call.signal?.aborted === true) throw new AttemptStoppedError('superseded')
  }
}

/** Whoever awaits it gets the error; one that nobody awaits must not end the process. */
function handled<T>(running: Promise<T>): Promise<T> {
  running.catch(() => undefined)
  return running
}
