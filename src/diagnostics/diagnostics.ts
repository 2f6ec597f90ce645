import type { Context } from '../engine/context.ts'
import type { RecoverableFunction } from '../engine/recoverable-function.ts'
import type { Recovery } from '../engine/recovery.ts'
import type { Clock } from '../operation/clock.ts'
import { OverloadedError } from '../operation/errors.ts'
import type { Operation } from '../operation/operation.ts'
import { ACTIVE_STATES } from '../operation/state.ts'
import { runBenchmark } from './benchmark-run.ts'
import { CHECKS, runCheck, selfTestReport } from './checks.ts'
import { endingEarly } from './ending-early.ts'
import { type Grounds, type OpenStore, openIsolatedStore } from './grounds.ts'
import {
  type BenchmarkInput,
  checkBenchmark,
  checkTests,
  checkValidation,
  type TestsInput,
  type ValidationInput,
} from './inputs.ts'
import type { BenchmarkReport, SelfCheck, SelfTestReport, TestReport, ValidationReport } from './reports.ts'
import { withLimit } from './run-limit.ts'
import { CHECK_LIMIT_MS, runTests } from './test-run.ts'
import { validate } from './validation-run.ts'

export interface DiagnosticsOptions {
  /** The served engine: its configuration is what is judged, and runs are operations of it. */
  readonly recovery: Recovery
  readonly clock: Clock
  /** How isolated stores are opened; a test gives broken ones. */
  readonly openStore?: OpenStore
}

/** A run: its operation, and its report once it succeeded and was waited for. */
export interface Run<R> {
  readonly operation: Operation
  readonly report: R | null
}

export interface RunOptions {
  /** Whether to answer only once the run is over. Default true. */
  readonly wait?: boolean
  /** Who asks, for the event log. */
  readonly actor?: string
}

/** The names of the runs' functions: for ever. */
const NAMES = { tests: 'diagnostics.tests', validation: 'diagnostics.validation', benchmark: 'diagnostics.benchmark' } as const
const FUNCTION_NAMES = Object.values(NAMES)

// A run that was interrupted says nothing any more, so it is not taken up again. None takes nearly as long as the limit.
// Started by the methods below and by no other way: they see to it that there is one at a time, and who may ask for them.
const POLICY = {
  maxRetries: 0,
  maxInterruptions: 1,
  concurrency: 1,
  timeout: '30m',
  circuitBreaker: false,
  internal: true,
} as const

/**
 * Judges this installation by experiments on engines and stores of their own, which are gone afterwards. Operations of
 * users are never touched; only a self-test writes a note to the configured store, and takes it away again.
 */
export class Diagnostics {
  readonly #recovery: Recovery
  readonly #clock: Clock
  readonly #openStore: OpenStore
  readonly #tests: RecoverableFunction<TestsInput, TestReport>
  readonly #validation: RecoverableFunction<ValidationInput, ValidationReport>
  readonly #benchmark: RecoverableFunction<BenchmarkInput, BenchmarkReport>
  #testingItself: Promise<SelfTestReport> | null = null
  /** Starts are decided one after another, or two could both find that nothing runs. */
  #starting: Promise<unknown> = Promise.resolve()
  /** The last run that began here. */
  #running: Promise<unknown> = Promise.resolve()

  /** Defines the functions of the runs on the served engine. */
  constructor({ recovery, clock, openStore = openIsolatedStore }: DiagnosticsOptions) {
    this.#recovery = recovery
    this.#clock = clock
    this.#openStore = openStore
    const probeStore = () => recovery.probeStore()
    this.#tests = recovery.define(
      NAMES.tests,
      (input, context) =>
        this.#alone(context, (grounds) => runTests(grounds, { ...checkTests(input), probeStore, progress: context.progress })),
      { ...POLICY, description: 'Runs test scenarios with real faults on isolated engines.' },
    )
    this.#validation = recovery.define(
      NAMES.validation,
      (input, context) =>
        this.#alone(context, (grounds) => validate(grounds, { ...checkValidation(input), progress: context.progress })),
      { ...POLICY, description: 'Measures what recovery costs on this machine.' },
    )
    this.#benchmark = recovery.define(
      NAMES.benchmark,
      (input, context) =>
        this.#alone(context, (grounds) => runBenchmark(grounds, { ...checkBenchmark(input), progress: context.progress })),
      { ...POLICY, description: 'Measures how well and how fast operations recover from real faults.' },
    )
  }

  /** Takes about a second. Who asks while one is running is answered with its report. */
  selfTest(): Promise<SelfTestReport> {
    this.#testingItself ??= this.#testItself().finally(() => {
      this.#testingItself = null
    })
    return this.#testingItself
  }

  async #testItself(): Promise<SelfTestReport> {
    const details: SelfCheck[] = []
    const never = new AbortController().signal
    for (const check of CHECKS) {
      details.push(
        await withLimit(this.#clock, never, CHECK_LIMIT_MS, (signal) =>
          runCheck(check, this.#grounds(signal), () => endingEarly(signal, () => this.#recovery.probeStore())),
        ),
      )
    }
    return selfTestReport(details)
  }

  /**
   * Runs test scenarios.
   *
   * @throws InvalidInputError naming the field; OverloadedError while another run is not over; StoreUnavailableError
   */
  runTests(input: TestsInput = {}, options?: RunOptions): Promise<Run<TestReport>> {
    return this.#run(this.#tests, checkTests, input, options)
  }

  /** Measures what recovery costs; throws as `runTests` does. */
  validatePerformance(input: ValidationInput = {}, options?: RunOptions): Promise<Run<ValidationReport>> {
    return this.#run(this.#validation, checkValidation, input, options)
  }

  /** Measures how well operations recover; throws as `runTests` does. */
  runBenchmark(input: BenchmarkInput = {}, options?: RunOptions): Promise<Run<BenchmarkReport>> {
    return this.#run(this.#benchmark, checkBenchmark, input, options)
  }

  async #run<I, R>(
    of: RecoverableFunction<I, R>,
    check: (input: I) => unknown,
    input: I,
    { wait = true, actor }: RunOptions = {},
  ): Promise<Run<R>> {
    check(input)
    const starting = this.#starting.then(() => this.#start(of.name, input, actor))
    this.#starting = starting.catch(() => undefined)
    const operation = await starting
    if (!wait) return { operation, report: null }
    const { operation: ended } = await this.#recovery.ending(operation.id)
    // The result is what the function of this very name answered.
    return { operation: ended, report: ended.state === 'success' ? (ended.result as R) : null }
  }

  async #start(functionName: string, input: unknown, actor: string | undefined): Promise<Operation> {
    const { operations } = await this.#recovery.list({
      filter: { functionNames: FUNCTION_NAMES, states: ACTIVE_STATES },
      order: { field: 'created_at', direction: 'desc' },
      limit: 1,
    })
    const other = operations[0]
    if (other !== undefined) {
      throw new OverloadedError(
        `Another diagnostic run, "${other.functionName}" (${other.id}), is not over; wait for it or cancel it, then ask again`,
      )
    }
    return (await this.#recovery.start(functionName, input, actor === undefined ? {} : { actor })).operation
  }

  /** Runs when the run before it has cleared up: one that was cancelled may still be about it. */
  async #alone<R>({ signal }: Context, run: (grounds: Grounds) => Promise<R>): Promise<R> {
    const before = this.#running
    const running = endingEarly(signal, () => before).then(() => run(this.#grounds(signal)))
    this.#running = Promise.allSettled([before, running])
    return running
  }

  #grounds(signal: AbortSignal): Grounds {
    const { store, maxRetries } = this.#recovery.setup
    return {
      clock: this.#clock,
      kind: store === 'memory' ? 'memory' : 'sqlite',
      maxRetries,
      openStore: this.#openStore,
      signal,
    }
  }
}
