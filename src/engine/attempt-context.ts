import type { Clock } from '../operation/clock.ts'
import { AttemptStoppedError, InvalidInputError } from '../operation/errors.ts'
import type { NewId } from '../operation/ids.ts'
import { copyJson, type Json, type JsonObject, toJson } from '../operation/json.ts'
import type { Progress } from '../operation/progress.ts'
import type { Step } from '../operation/step.ts'
import type { Store } from '../operation/store.ts'
import { transition } from '../operation/transition.ts'
import type { Context, Log, Work } from './context.ts'
import { type Current, runAs } from './current-operation.ts'
import type { ProgressBoard } from './progress-board.ts'
import type { RunningAttempt } from './running-attempt.ts'
import { commitFailure, commitOne } from './write.ts'

export interface ContextParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly board: ProgressBoard
  readonly log: Log
}

const MAX_STEP_NAME = 255

/** What a function sees of its attempt. Everything it writes is fenced by the attempt's token. */
export class AttemptContext implements Context, Current {
  readonly #parts: ContextParts
  readonly #attempt: RunningAttempt
  readonly #names = new Set<string>()
  readonly #open = new Set<Promise<unknown>>()
  /** A copy: what a function does to its input is gone with the attempt. */
  readonly input: Json
  readonly state: Context['state']
  #earlier: Promise<ReadonlyMap<string, Step>> | null = null
  #log: Log | null = null

  constructor(parts: ContextParts, attempt: RunningAttempt) {
    this.#parts = parts
    this.#attempt = attempt
    this.input = copyJson(attempt.operation.input)
    this.state = { get: () => this.#attempt.operation.checkpoint, set: (value) => this.#setState(value) }
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
    const running = this.#step(name, fn)
    // Whoever awaits it gets the error; a step that nobody awaits must not end the process: `run` reports it.
    running.catch(() => undefined)
    this.#open.add(running)
    running.finally(() => this.#open.delete(running)).catch(() => undefined)
    return running
  }

  /** Runs the function, and waits for the steps that it leaves running: they are part of it. */
  async run(work: Work<never, unknown>): Promise<unknown> {
    try {
      const value = await runAs(this, (input) => work(input, this), this.input as never)
      while (this.#open.size > 0) await Promise.all(this.#open)
      return value
    } finally {
      // After a failure too: the next attempt must not run a step beside its own forerunner.
      await Promise.allSettled(this.#open)
    }
  }

  async #step<T extends Json>(name: string, fn: () => T | Promise<T>): Promise<T> {
    this.#checkName(name)
    this.#names.add(name)
    const done = (await this.#earlierSteps()).get(name)
    if (done !== undefined) return done.output as T
    this.#mustRun()
    const startedAt = this.#parts.clock.now()
    const output = toJson(await fn(), `output of step "${name}"`)
    await this.#write({ steps: [this.#finished(name, output, startedAt)] })
    return output as T
  }

  #finished(name: string, output: Json, startedAt: number): Step {
    const { operation } = this.#attempt
    return {
      id: this.#parts.newId('stp'),
      operationId: operation.id,
      name,
      output,
      startedAt,
      finishedAt: this.#parts.clock.now(),
      attempt: operation.sequence,
      undoneAt: null,
    }
  }

  #checkName(name: string): void {
    if (typeof name !== 'string' || name.length === 0 || name.length > MAX_STEP_NAME) {
      throw new InvalidInputError(`A step's name has 1 to ${MAX_STEP_NAME} characters`, { field: 'name' })
    }
    if (this.#names.has(name)) {
      throw new InvalidInputError(`The step "${name}" was run twice; each step of an operation has a name of its own`, {
        field: 'name',
      })
    }
  }

  #earlierSteps(): Promise<ReadonlyMap<string, Step>> {
    if (this.#earlier !== null) return this.#earlier
    const { id, sequence } = this.#attempt.operation
    this.#earlier = sequence <= 1 ? Promise.resolve(new Map()) : this.#parts.store.steps(id).then(byName)
    return this.#earlier
  }

  async #setState(value: Json): Promise<void> {
    await this.#write({ steps: [], checkpoint: toJson(value, 'state') })
  }

  async #write(what: { readonly steps: readonly Step[]; readonly checkpoint?: Json }): Promise<void> {
    // An attempt that is handed over still holds its lease: what it has done until then is kept.
    if (this.#attempt.stopCause !== 'handed over') this.#mustRun()
    const { claim, progress } = this.#attempt
    const command = { type: 'checkpoint', token: claim.token, progress, ...what } as const
    const outcome = transition(this.#attempt.operation, command, this.#parts.clock.now())
    if (outcome.kind !== 'changed') throw this.#stopped()
    const answer = await commitOne(this.#parts.store, outcome.change)
    if (answer.kind === 'committed') {
      if (what.checkpoint !== undefined) this.#attempt.operation = { ...this.#attempt.operation, checkpoint: what.checkpoint }
      return
    }
    if (answer.kind === 'stale' || answer.kind === 'conflict' || answer.kind === 'duplicate') throw this.#stopped()
    throw commitFailure(answer)
  }

  #mustRun(): void {
    if (this.#attempt.stopCause !== null) throw this.#stopped()
  }

  #stopped(): AttemptStoppedError {
    this.#attempt.stop('superseded')
    return new AttemptStoppedError(this.#attempt.stopCause ?? 'superseded')
  }
}

function byName(steps: readonly Step[]): ReadonlyMap<string, Step> {
  return new Map(steps.map((step) => [step.name, step]))
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
