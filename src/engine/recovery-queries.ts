import type { Attempt } from '../operation/attempt.ts'
import type { Duration } from '../operation/duration.ts'
import { NotFoundError } from '../operation/errors.ts'
import type { StoredEvent } from '../operation/event.ts'
import type { Operation } from '../operation/operation.ts'
import type { NumberPage, OperationFilter, OperationPage, OperationQuery, Paged } from '../operation/query.ts'
import type { Step } from '../operation/step.ts'
import { type Answered, classifyFor } from './classify-for.ts'
import type { Engine } from './engine.ts'
import type { OperationUpdate, WatchOptions } from './events/updates.ts'
import { type History, onlyOf } from './history.ts'
import { type Performance, readPerformance } from './performance.ts'
import { type FunctionInfo, functionsOf, type Status, statusOf } from './status.ts'
import { readTimeSeries, type TimeSeriesOptions, type TimeSeriesPoint } from './time-series.ts'
import { type Ending, endingOf } from './waiters.ts'

/** What can be asked of the engine; none of it changes anything. `Recovery` adds what does. */
export abstract class RecoveryQueries {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Where operations are kept, such as `sqlite`; and the retries of a function that says nothing else. */
  get setup(): { readonly store: string; readonly maxRetries: number } {
    return { store: this.#engine.store.name, maxRetries: this.#engine.registry.defaults.maxAttempts - 1 }
  }

  /** The operation with the live progress of its running attempt, or null. */
  async operation(id: string): Promise<Operation | null> {
    const found = await this.#engine.store.operation(id)
    return found === null ? null : this.#engine.board.overlay(found)
  }

  /** @throws NotFoundError */
  async requireOperation(id: string): Promise<Operation> {
    const found = await this.operation(id)
    if (found === null) throw new NotFoundError(id)
    return found
  }

  async operations(ids: readonly string[]): Promise<readonly Operation[]> {
    return (await this.#engine.store.operations(ids)).map((operation) => this.#engine.board.overlay(operation))
  }

  async list(query: OperationQuery): Promise<OperationPage> {
    const page = await this.#engine.store.list(query)
    return { ...page, operations: page.operations.map((operation) => this.#engine.board.overlay(operation)) }
  }

  count(filter: OperationFilter): Promise<number> {
    return this.#engine.store.count(filter)
  }

  /** Attempts, steps and events of many operations at once; and the audit trail. */
  get history(): History {
    return this.#engine.store
  }

  async attempts(operationId: string, page: NumberPage): Promise<Paged<Attempt>> {
    return onlyOf(await this.history.attemptsOf([operationId], page))
  }

  /** In the order they finished. */
  async steps(operationId: string): Promise<readonly Step[]> {
    return onlyOf(await this.history.stepsOf([operationId]))
  }

  async events(operationId: string, page: NumberPage): Promise<Paged<StoredEvent>> {
    return onlyOf(await this.history.eventsOf([operationId], page))
  }

  functions(): Promise<readonly FunctionInfo[]> {
    return functionsOf(this.#engine)
  }

  status(): Promise<Status> {
    return statusOf(this.#engine)
  }

  /**
   * What would be done with this error, and why. Changes nothing. A function's `shouldRetry` is not asked: it decides about
   * operations.
   *
   * @param functionName asks this function's classifiers first; absent: those of the engine's defaults
   * @throws UnknownFunctionError
   */
  classify(thrown: unknown, functionName?: string): Answered {
    return classifyFor(this.#engine, thrown, functionName)
  }

  /**
   * How well operations recover: since the store was made, or within the last `window` (at least 1 s, at most for as
   * long as the event log is kept; counted in whole spans of ten seconds).
   *
   * @throws InvalidInputError when the window is out of its range
   */
  performance(options: { readonly window?: Duration } = {}): Promise<Performance> {
    return readPerformance(this.#engine.store, this.#engine.clock.now(), options.window ?? null)
  }

  /**
   * What became of operations span by span, for charts; see `TimeSeriesOptions`.
   *
   * @throws InvalidInputError when an option is out of its range, or they make more than 1000 points
   */
  timeSeries(options: TimeSeriesOptions): Promise<readonly TimeSeriesPoint[]> {
    return readTimeSeries(this.#engine.store, this.#engine.clock.now(), options)
  }

  /** The cursor of the log's head. Read it before the data that goes with it: then nothing falls between the two. */
  eventCursor(): string {
    return this.#engine.bus.cursor()
  }

  /** The cursor of an event of this log. */
  cursorAt(position: number): string {
    return this.#engine.bus.cursorAt(position)
  }

  /**
   * Live updates, after a cursor or from now on. A subscriber that falls behind reads the log: no change of state is
   * lost, doubled or out of order.
   *
   * @throws InvalidInputError at once when the cursor is malformed; CursorExpiredError from `next()`
   */
  watch(options: WatchOptions = {}): AsyncIterableIterator<OperationUpdate> {
    return this.#engine.bus.watch(options)
  }

  /** Resolves when the operation has ended. */
  ending(id: string): Promise<Ending> {
    return endingOf(id, this.#engine.waiters, this.#engine.store)
  }
}
