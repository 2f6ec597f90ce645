import type { Operation } from '../operation/operation.ts'
import type { Redaction } from '../policy/redaction.ts'
import type { BreakerControls } from './breakers/breaker-controls.ts'
import type { BulkControls } from './bulk/bulk-controls.ts'
import type { Work } from './context.ts'
import { assemble, type Engine, type EngineOptions } from './engine.ts'
import { Handle } from './handle.ts'
import { Insight } from './insight.ts'
import type { CancelOptions, ControlOptions, FunctionOptions, RetryOptions, StartOptions } from './options.ts'
import { RecoverableFunction } from './recoverable-function.ts'
import { RecoveryQueries } from './recovery-queries.ts'
import type { Adjustment } from './registry.ts'
import type { AfterSweep } from './retention/retention.ts'
import { runToEnd } from './run-to-end.ts'
import type { Settings } from './settings.ts'
import type { InputOf, OutputOf, StandardSchema } from './standard-schema.ts'
import type { Started } from './starter.ts'
import { probeStore } from './store-probe.ts'
import { type TakenUp, takenUp } from './taken-up.ts'
import { registerMethods } from './wrapping/decorated.ts'
import { createRecoverable, type Recoverable } from './wrapping/recoverable.ts'
import { setHome } from './wrapping/wrapping-home.ts'

/**
 * The engine: the one way in for every caller. Made by `createRecovery`.
 *
 * Methods reject with a subclass of `RecoveryError`; its `code` is stable and its message says what to do.
 */
export class Recovery extends RecoveryQueries {
  readonly #engine: Engine
  #openedAt: number | null = null
  /** As the library's `recoverable`, with this Recovery unless the options name another. */
  readonly recoverable: Recoverable
  /** What people are shown in the place of secrets: for those who show what operations are given and answer. */
  readonly redaction: Redaction
  /** For whoever watches over this process: its load, its health, what happens in it. */
  readonly insight: Insight

  constructor(options: EngineOptions) {
    const engine = assemble(options)
    super(engine)
    this.#engine = engine
    this.redaction = options.redaction
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

  /** Tells of each sweep of retention, from the one at the start on: for what is kept beside operations, such as files. */
  afterSweep(listener: AfterSweep): void {
    this.#engine.retention.afterSweep(listener)
  }

  /** Changes how many attempts of a function run at once and how long one may take, for those that run too. */
  adjust(functionName: string, adjustment: Adjustment): void {
    this.#engine.registry.adjust(functionName, adjustment)
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

  /** Takes no more work, hands over what runs, waits for what is being written, and closes the store. */
  stop(options: { readonly timeoutMs?: number } = {}): Promise<void> {
    return this.#engine.stop(options.timeoutMs)
  }
}
