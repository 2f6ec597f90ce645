import type { Clock } from '../../operation/clock.ts'
import { InvalidInputError } from '../../operation/errors.ts'
import type { StepOrderError } from '../../operation/function-errors.ts'
import type { NewId } from '../../operation/ids.ts'
import { copyJson, type Json } from '../../operation/json.ts'
import type { Step, StepKind } from '../../operation/step.ts'
import type { Store } from '../../operation/store.ts'
import type { ProgressBoard } from '../events/progress-board.ts'
import { onlyOf } from '../history.ts'
import type { AttemptWriter } from './attempt-writer.ts'
import type { RunningAttempt } from './running-attempt.ts'
import { kindFault, type Place, StepOrder, StepsOfRun } from './step-order.ts'

interface StepsParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly board: ProgressBoard
}

/** The row of a step that is done now, to be stored. */
export type StepOf = (output: Json) => Step

/** What earlier attempts stored. */
interface Earlier {
  readonly steps: ReadonlyMap<string, Step>
  readonly order: StepOrder
}

const MAX_STEP_NAME = 255

/** The steps of one run: each is done once for the life of the operation, and asked for once by each run. */
export class AttemptSteps {
  readonly #parts: StepsParts
  readonly #attempt: RunningAttempt
  readonly #writer: AttemptWriter
  readonly #run = new StepsOfRun()
  #checked: boolean
  #earlier: Promise<Earlier> | null = null
  #fault: StepOrderError | null = null

  constructor(parts: StepsParts, attempt: RunningAttempt, writer: AttemptWriter) {
    this.#parts = parts
    this.#attempt = attempt
    this.#writer = writer
    this.#checked = attempt.definition.stepOrder === 'checked'
  }

  /** Answers the stored output, or that of `work`, which has to store the step. */
  async once<T extends Json>(kind: StepKind, name: string, work: (stepOf: StepOf) => Promise<T>): Promise<T> {
    const place = this.#ask(name)
    const stored = await this.#find(kind, name)
    if (stored !== undefined) {
      // What the function reports of it is the work of an earlier attempt.
      this.#attempt.rate?.restart()
      this.#run.done(name)
      return copyJson(stored.output) as T
    }
    this.#writer.mustRun()
    const startedAt = this.#parts.clock.now()
    let isDone = false
    try {
      const { trace } = this.#attempt
      const run = () => work((value) => this.#row({ kind, name, output: value, startedAt, ...place }))
      const output = await (trace === null ? run() : trace.step(kind, name, run))
      isDone = true
      this.#parts.board.stepStored(this.#attempt)
      return output
    } finally {
      this.#run.settle(name, isDone)
    }
  }

  /** Answers when the sleep is over; it is stored as soon as it begins, so that its end stays where it is. */
  async sleep(name: string, durationMs: number): Promise<number> {
    const place = this.#ask(name)
    const stored = await this.#find('sleep', name)
    let until = stored?.finishedAt
    if (until === undefined) {
      this.#writer.mustRun()
      const startedAt = this.#parts.clock.now()
      until = Math.ceil(startedAt + durationMs)
      const row = this.#row({ kind: 'sleep', name, output: null, startedAt, ...place })
      await this.#writer.write({ steps: [{ ...row, finishedAt: until }] })
      this.#parts.board.stepStored(this.#attempt)
    }
    this.#run.done(name)
    return until
  }

  /** The function reads its state back, and may leave out what it tells of. */
  readsState(): void {
    this.#checked = false
  }

  /** @throws StepOrderError when the run went another way; the function may have caught it */
  mustBeInOrder(): void {
    if (this.#fault !== null) throw this.#fault
  }

  #row(given: Place & Pick<Step, 'kind' | 'name' | 'output' | 'startedAt'>): Step {
    const { operation } = this.#attempt
    return {
      id: this.#parts.newId('stp'),
      operationId: operation.id,
      finishedAt: this.#parts.clock.now(),
      attempt: operation.sequence,
      undoneAt: null,
      ...given,
    }
  }

  #ask(name: string): Place {
    if (this.#parts.store.ownTransactions?.isInside() === true) {
      throw new InvalidInputError(`"${name}" was asked for inside ctx.transaction; run it before it or after it`, {
        field: 'name',
      })
    }
    if (typeof name !== 'string' || name.length === 0 || name.length > MAX_STEP_NAME) {
      throw new InvalidInputError(`A step's name has 1 to ${MAX_STEP_NAME} characters`, { field: 'name' })
    }
    if (this.#run.has(name)) {
      throw new InvalidInputError(`The step "${name}" was run twice; each step of an operation has a name of its own`, {
        field: 'name',
      })
    }
    return this.#run.ask(name)
  }

  async #find(kind: StepKind, name: string): Promise<Step | undefined> {
    this.#earlier ??= this.#load()
    const { steps, order } = await this.#earlier
    const stored = steps.get(name)
    this.#refuse(kindFault(stored, kind, name))
    if (this.#checked && order.faultOf(kind, name) !== null) {
      // Branches that run side by side are answered one after another: give each the turn to ask for what comes next.
      await new Promise((resolve) => setImmediate(resolve))
      this.#refuse(order.faultOf(kind, name))
    }
    this.mustBeInOrder()
    return stored
  }

  #refuse(fault: StepOrderError | null): void {
    this.#fault ??= fault
    this.mustBeInOrder()
  }

  async #load(): Promise<Earlier> {
    const { id, version } = this.#attempt.operation
    // Created and begun, and nothing else has ever happened to it: there is nothing to read.
    const stored = version <= 2 ? [] : onlyOf(await this.#parts.store.stepsOf([id]))
    const steps = new Map(stored.map((step) => [step.name, step]))
    return { steps, order: new StepOrder(steps, this.#run) }
  }
}
