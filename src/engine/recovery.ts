import type { Attempt } from '../operation/attempt.ts'
import type { Duration } from '../operation/duration.ts'
import { NotFoundError } from '../operation/errors.ts'
import type { StoredEvent } from '../operation/event.ts'
import type { Operation } from '../operation/operation.ts'
import type { NumberPage, OperationFilter, OperationPage, OperationQuery, Paged } from '../operation/query.ts'
import type { Step } from '../operation/step.ts'
import type { Redaction } from '../policy/redaction.ts'
import type { BreakerControls } from './breakers/breaker-controls.ts'
import type { BulkControls } from './bulk/bulk-controls.ts'
import { type Answered, classifyFor } from './classify-for.ts'
import type { Work } from './context.ts'
import { assemble, type Engine, type EngineOptions } from './engine.ts'
import type { OperationUpdate, WatchOptions } from './events/updates.ts'
import { Handle } from './handle.ts'
import { type History, onlyOf } from './history.ts'
import { Insight } from './insight.ts'
import type { CancelOptions, ControlOptions, FunctionOptions, RetryOptions, StartOptions } from './options.ts'
import { type Performance, readPerformance } from './performance.ts'
import { RecoverableFunction } from './recoverable-function.ts'
import type { Adjustment } from './registry.ts'
import type { AfterSweep } from './retention/retention.ts'
import { runToEnd } from './run-to-end.ts'
import type { Settings } from './settings.ts'
import type { InputOf, OutputOf, StandardSchema } from './standard-schema.ts'
import type { Started } from './starter.ts'
import { type FunctionInfo, functionsOf, type Status, statusOf } from './status.ts'
import { probeStore } from './store-probe.ts'
import { type TakenUp, takenUp } from './taken-up.ts'
import { readTimeSeries, type TimeSeriesOptions, type TimeSeriesPoint } from './time-series.ts'
import { type Ending, endingOf } from './waiters.ts'
import { registerMethods } from './wrapping/decorated.ts'
import { createRecoverable, type Recoverable } from './wrapping/recoverable.ts'
import { setHome } from './wrapping/wrapping-home.ts'

/**
 * The engine: the one way in for every caller. Made by `createRecovery`.
 *
 * Methods reject with a subclass of `RecoveryError`; its `code` is stable and its message says what to do.
 */
export class Recovery {
  readonly #engine: Engine
  #openedAt: number | null = null
  /** As the library's `recoverable`, with this Recovery unless the options name another. */
  readonly recoverable: Recoverable
  /** What people are shown in the place of secrets: for those who show what operations are given and answer. */
  readonly redaction: Redaction
  /** For whoever watches over this process: its load, its health, what happens in it. */
  readonly insight: Insight

  constructor(options: EngineOptions) {
    this.redaction = options.redaction
    this.#engine = assemble(options)
    this.insight = new Insight(this.#engine)
    setHome(this, this.#engine)
    this.recoverable = createRecoverable(this.#engine.lightRuntime, this)
  }

  /**
   * Makes the methods of `instance` that are decorated with `@recoverable({ name })` durable. Calls of its class that an
   * earlier process left go on with the first instance that is registered. For static methods, register the class.
   *
   * @throws InvalidInputError when it has none, or one of their names is taken
   */
  register(instance: object): void {
    registerMethods(this, instance)
  }

  /** What can be changed while the engine runs: to read, to update, to add to. */
  get settings(): Settings {
    return this.#engine.settings
  }

  /** The circuit breakers: to read, to trip, to reset, to watch. */
  get breakers(): BreakerControls {
    return this.#engine.breakers
  }

  /** The same for all operations that a filter meets; and deletion. */
  get bulk(): BulkControls {
    return this.#engine.bulk
  }

  /**
   * Registers a function. Its name is stored with each of its operations: choose it slowly, never change it.
   *
   * @throws InvalidInputError when the name is taken or an option is out of its range
   * @example
   * const greet = recovery.define('greet', async (name: string) => `Hello, ${name}`, { maxRetries: 5 })
   * const add = recovery.define('add', async ({ a, b }) => a + b, { input: z.object({ a: z.number(), b: z.number() }) })
   */
  define<S extends StandardSchema, O>(
    name: string,
    work: Work<OutputOf<S>, O>,
    options: FunctionOptions & { readonly input: S },
  ): RecoverableFunction<InputOf<S>, O>
  define<I, O>(name: string, work: Work<I, O>, options?: FunctionOptions): RecoverableFunction<I, O>
  define<I, O>(name: string, work: Work<I, O>, options: FunctionOptions = {}): RecoverableFunction<I, O> {
    this.#engine.registry.add(name, work, options)
    if (this.#openedAt !== null) this.#engine.functionAdded()
    return new RecoverableFunction(this, name)
  }

  /** Begins to run what is due, and takes up what an earlier process left. Until then operations can be started but wait. */
  async open(): Promise<TakenUp> {
    this.#openedAt ??= this.#engine.clock.now()
    // Before anything runs: what is quick has ended by the time that opening is done.
    const counters = await this.#engine.store.counters()
    const interrupted = await this.#engine.open()
    return takenUp(counters, this.#engine.registry, interrupted)
  }

  /**
   * Creates an operation; durable once the promise resolves.
   *
   * @throws UnknownFunctionError, InvalidInputError, DuplicateOperationError, StoreUnavailableError
   */
  async start(functionName: string, input: unknown, options: StartOptions = {}): Promise<Started> {
    return this.#engine.starter.start(this.#engine.registry.get(functionName), input, options)
  }

  /**
   * As `start`, for callers over the network, who may not start functions that are defined as `internal`.
   *
   * @throws UnknownFunctionError for those too
   */
  async startFromOutside(functionName: string, input: unknown, options: StartOptions = {}): Promise<Started> {
    return this.#engine.starter.start(this.#engine.registry.getStartable(functionName), input, options)
  }

  /** Creates an operation and waits for its result; throws what `start` and `Handle.result` throw. */
  async run<O = unknown>(functionName: string, input: unknown, options: StartOptions = {}): Promise<O> {
    const id = options.id ?? this.#engine.options.newId('op')
    return runToEnd<O>(this, this.#engine.waiters, id, () => this.start(functionName, input, { ...options, id }))
  }

  /** A handle on an operation that exists, or will. */
  handle<O = unknown>(id: string): Handle<O> {
    return new Handle<O>(this, id)
  }

  /**
   * "Retry now" for an operation that waits, a new round for one that ended, also with another input.
   *
   * @throws NotFoundError, InvalidTransitionError, NeedsForceError, CircuitOpenError, InvalidInputError, UnknownFunctionError
   */
  retry(id: string, options?: RetryOptions): Promise<{ operation: Operation; retryId: string }> {
    return this.#engine.controls.retry(id, options)
  }

  pause(id: string, options?: ControlOptions): Promise<Operation> {
    return this.#engine.controls.pause(id, options)
  }

  resume(id: string, options?: ControlOptions): Promise<Operation> {
    return this.#engine.controls.resume(id, options)
  }

  cancel(id: string, options?: CancelOptions): Promise<Operation> {
    return this.#engine.controls.cancel(id, options)
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

  /** Tells of each sweep of retention, from the one at the start on: for what is kept beside operations, such as files. */
  afterSweep(listener: AfterSweep): void {
    this.#engine.retention.afterSweep(listener)
  }

  /** Changes how many attempts of a function run at once and how long one may take, for those that run too. */
  adjust(functionName: string, adjustment: Adjustment): void {
    this.#engine.registry.adjust(functionName, adjustment)
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

  /**
   * Whether the store can be written and read now.
   *
   * @throws StoreUnavailableError when it cannot
   */
  probeStore(): Promise<void> {
    const { store, clock, options } = this.#engine
    return probeStore(store, options.newId('evt'), clock.now())
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

  /** Takes no more work, hands over what runs, waits for what is being written, and closes the store. */
  stop(options: { readonly timeoutMs?: number } = {}): Promise<void> {
    return this.#engine.stop(options.timeoutMs)
  }
}
