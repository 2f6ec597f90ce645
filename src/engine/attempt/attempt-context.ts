import type { Clock } from '../../operation/clock.ts'
import { type Duration, parseDuration } from '../../operation/duration.ts'
import { InvalidInputError } from '../../operation/errors.ts'
import type { NewId } from '../../operation/ids.ts'
import { copyJson, type Json, type JsonObject, toJson } from '../../operation/json.ts'
import type { Progress } from '../../operation/progress.ts'
import type { Store } from '../../operation/store.ts'
import type { Context, Log, RunTransaction, Work } from '../context.ts'
import type { ProgressBoard } from '../events/progress-board.ts'
import { type Current, runAs } from '../wrapping/current-operation.ts'
import { AttemptSteps, type StepOf } from './attempt-steps.ts'
import { type InTransaction, runTransaction } from './attempt-transaction.ts'
import { AttemptWriter } from './attempt-writer.ts'
import type { RunningAttempt } from './running-attempt.ts'
import { Sleeps } from './sleeps.ts'

export interface ContextParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly board: ProgressBoard
  readonly log: Log
}

const MAX_STATE = 10_000_000

/** What a function sees of its attempt. Everything it writes is fenced by the attempt's token. */
export class AttemptContext implements Context, Current {
  readonly #parts: ContextParts
  readonly #attempt: RunningAttempt
  readonly #writer: AttemptWriter
  readonly #steps: AttemptSteps
  /** Most functions never sleep. */
  #sleeps: Sleeps | null = null
  /** What the function has asked for and not got yet; a sleep only until it is stored. */
  readonly #open = new Set<Promise<unknown>>()
  /** A copy: what a function does to its input is gone with the attempt. */
  readonly input: Json
  readonly state: Context['state']
  /** How many transactions were not named. */
  #unnamed = 0
  #log: Log | null = null

  constructor(parts: ContextParts, attempt: RunningAttempt) {
    this.#parts = parts
    this.#attempt = attempt
    this.#writer = new AttemptWriter(parts.store, parts.clock, attempt)
    this.#steps = new AttemptSteps(parts, attempt, this.#writer)
    this.input = copyJson(attempt.operation.input)
    this.state = { get: () => this.#getState(), set: (value) => this.#part(this.#setState(value)) }
  }

  get operationId(): string {
    return this.#attempt.operation.id
  }

  get durable(): boolean {
    return true
  }

  /** For `currentOperation()`. */
  get context(): Context {
    return this
  }

  get attempt(): number {
    return this.#attempt.operation.attempt
  }

  get metadata(): JsonObject {
    return this.#attempt.operation.metadata
  }

  get signal(): AbortSignal {
    return this.#attempt.signal
  }

  get log(): Log {
    const { id: operationId, functionName, currentAttemptId: attemptId } = this.#attempt.operation
    this.#log ??= withFields(this.#parts.log, { operationId, attemptId, functionName })
    return this.#log
  }

  // Functions, not methods: `const { step, progress } = ctx` is how many like to write.
  readonly progress = (report: Partial<Progress>): void => {
    try {
      this.#parts.board.report(this.#attempt, report)
    } catch (error) {
      // A wrong figure on a progress bar is no reason to lose the work.
      this.log.warn({ err: error }, 'Progress was ignored')
    }
  }

  readonly step = <T extends Json>(name: string, fn: () => T | Promise<T>): Promise<T> => {
    const work = async (stepOf: StepOf): Promise<T> => {
      const output = toJson(await fn(), `output of step "${name}"`)
      await this.#writer.write({ steps: [stepOf(output)] })
      return output as T
    }
    return this.#part(this.#steps.once('step', name, work))
  }

  readonly transaction: RunTransaction = <T>(first: string | InTransaction<T>, second?: InTransaction<T>): Promise<T> => {
    const [name, fn] = typeof first === 'function' ? [`transaction ${++this.#unnamed}`, first] : [first, second]
    const work = (stepOf: StepOf) => runTransaction(this.#parts, this.#writer, { name, fn, stepOf })
    return this.#part(this.#steps.once('transaction', name, work) as Promise<T>)
  }

  readonly sleep = async (name: string, duration: Duration): Promise<void> => {
    const until = await this.#part(this.#steps.sleep(name, parseDuration(duration, 'duration')))
    if (until <= this.#parts.clock.now()) return
    const underWay = () => (this.#open.size === 0 ? null : Promise.allSettled(this.#open))
    this.#sleeps ??= new Sleeps(this.#parts.clock, this.#attempt, underWay)
    await this.#sleeps.until(until)
  }

  /** Runs the function, and waits for the steps that it leaves running: they are part of it. */
  async run(work: Work<never, unknown>): Promise<unknown> {
    try {
      const value = await runAs(this, (input) => work(input, this), this.input as never)
      while (this.#open.size > 0) await Promise.all(this.#open)
      this.#steps.mustBeInOrder()
      return value
    } catch (error) {
      // The next attempt must not run a step beside its own forerunner.
      await Promise.allSettled(this.#open)
      this.#steps.mustBeInOrder()
      throw error
    }
  }

  /** Whoever awaits it gets the error; one that nobody awaits must not end the process: `run` reports it. */
  #part<T>(running: Promise<T>): Promise<T> {
    running.catch(() => undefined)
    this.#open.add(running)
    running.finally(() => this.#open.delete(running)).catch(() => undefined)
    return running
  }

  #getState(): Json {
    const { checkpoint } = this.#attempt.operation
    if (checkpoint !== null) this.#steps.readsState()
    return copyJson(checkpoint)
  }

  async #setState(value: Json): Promise<void> {
    const text = JSON.stringify(toJson(value, 'state'))
    if (text.length > MAX_STATE) {
      throw new InvalidInputError(
        `state is ${text.length} characters of JSON, at most ${MAX_STATE} are kept; keep the data in files or tables, and in the state where they are`,
        { field: 'state' },
      )
    }
    await this.#writer.write({ steps: [], checkpoint: JSON.parse(text) as Json })
  }
}

/** The same log, with `fields` on every line. */
function withFields(log: Log, fields: object): Log {
  return {
    debug: (more, message) => log.debug({ ...fields, ...more }, message),
    info: (more, message) => log.info({ ...fields, ...more }, message),
    warn: (more, message) => log.warn({ ...fields, ...more }, message),
    error: (more, message) => log.error({ ...fields, ...more }, message),
  }
}
