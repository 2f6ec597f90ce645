import type { Clock, Random } from '../operation/clock.ts'
import type { Dispatcher } from '../operation/dispatcher.ts'
import type { NewId } from '../operation/ids.ts'
import type { Store } from '../operation/store.ts'
import type { Policy } from '../policy/policy.ts'
import type { Redaction } from '../policy/redaction.ts'
import { AttemptWatch } from './attempt/attempt-watch.ts'
import { RunningAttempts } from './attempt/running-attempts.ts'
import { BreakerControls } from './breakers/breaker-controls.ts'
import { Breakers } from './breakers/breakers.ts'
import { Budgets } from './budgets.ts'
import { BulkControls } from './bulk/bulk-controls.ts'
import { ClaimLoop } from './claim-loop.ts'
import { CommitHub } from './commit-hub.ts'
import type { Log } from './context.ts'
import { Controls } from './controls.ts'
import { DeadlineWatch } from './deadline-watch.ts'
import { createSettings } from './engine-settings.ts'
import { EventBus } from './events/event-bus.ts'
import { ProgressBoard } from './events/progress-board.ts'
import { Executor } from './executor.ts'
import { Life } from './life.ts'
import { Metering } from './metrics.ts'
import { type Definition, Registry } from './registry.ts'
import { Retention } from './retention/retention.ts'
import type { RetentionPeriods } from './retention/retention-periods.ts'
import { SWEEP_FUNCTION } from './retention/sweep.ts'
import { Retries } from './retries.ts'
import { Samples } from './samples.ts'
import type { Settings } from './settings.ts'
import { Starter } from './starter.ts'
import { StoreGate } from './store-gate.ts'
import { ProcessHold } from './system.ts'
import { Tracing } from './tracing/tracing.ts'
import { Waiters } from './waiters.ts'
import type { Commons } from './wrapping/commons.ts'
import { Keeper } from './wrapping/keeper.ts'
import { LightCounts } from './wrapping/light-counts.ts'
import { TimerWheel } from './wrapping/timer-wheel.ts'
import type { LightRuntime } from './wrapping/wrapped.ts'

/** Everything the engine is given; `createRecovery` fills in what its caller leaves out. */
export interface EngineOptions {
  readonly store: Store
  readonly dispatcher: Dispatcher
  readonly clock: Clock
  readonly random: Random
  readonly newId: NewId
  readonly log: Log
  /** What people are shown in the place of secrets. */
  readonly redaction: Redaction
  /** The policy of functions that say nothing else. */
  readonly defaults: Policy
  /** Whether wrapped functions that do not say are wrapped at all. */
  readonly enabled: boolean
  /** Attempts that run at once on this server. */
  readonly concurrency: number
  readonly abortGraceMs: number
  readonly retention: RetentionPeriods
  /** This process: its id, its version and its start. */
  readonly server: string
  readonly version: string
  readonly startedAt: number
}

const DEFAULT_STOP_MS = 10_000

/** The parts of the engine, each made once and given what it needs. */
export interface Engine {
  readonly options: EngineOptions
  readonly store: Store
  readonly clock: Clock
  readonly registry: Registry
  readonly running: RunningAttempts
  readonly board: ProgressBoard
  readonly bus: EventBus
  readonly waiters: Waiters
  readonly budgets: Budgets
  readonly settings: Settings
  readonly retention: Retention
  readonly starter: Starter
  readonly controls: Controls
  readonly bulk: BulkControls
  readonly breakers: BreakerControls
  readonly counts: LightCounts
  readonly metering: Metering
  readonly loop: ClaimLoop
  readonly gate: StoreGate
  readonly keeper: Keeper
  readonly lightRuntime: LightRuntime
  /** Takes up interrupted operations and begins to claim; answers how many were taken up. */
  open(): Promise<number>
  /** A function was registered after `open`: what waits for it can go on. */
  functionAdded(): void
  stop(timeoutMs?: number): Promise<void>
}

/** Wires the engine. Data flows one way: caller → starter, controls → store → dispatcher, bus → executor, subscribers. */
export function assemble(options: EngineOptions): Engine {
  const { store, dispatcher, clock, newId, log } = options
  const breakers = new Breakers(store, clock, newId, log)
  const budgets = new Budgets()
  const running = new RunningAttempts()
  const registry = new Registry(options.defaults, budgets, {
    added: (definition) => breakers.declare(definition),
    changed: (definitions) => reconsider(definitions, { breakers, running, loop }),
  })
  const waiters = new Waiters()
  const bus = new EventBus(store, {
    progressOf: (id) => running.get(id)?.progress ?? null,
    permitsAt: (scope) => breakers.permitsAt(scope),
  })
  const board = new ProgressBoard(store, clock, running, (attempt, at) => bus.publishProgress(attempt, at))
  const deadlines = new DeadlineWatch(store, clock, running)
  const gate = createGate(options, () => loop.wake())
  const samples = new Samples(options)
  const retries = new Retries({ ...options, samples, budgets })
  const metering = new Metering()
  const tracing = new Tracing(options.version, options.redaction.names)
  const watch = new AttemptWatch(metering, tracing)
  const executor = new Executor({ ...options, watch, registry, breakers, running, board, waiters, gate, retries })
  const loop = new ClaimLoop({ dispatcher, executor, registry, running, gate, log, concurrency: options.concurrency })
  const sweep = () => starter.start(registry.get(SWEEP_FUNCTION), null, {})
  const retention = new Retention({ store, clock, registry, log, start: sweep }, options.retention)
  const settings = createSettings(options, { registry, loop, retention })
  store.joinCommits(new CommitHub(dispatcher, [running, deadlines, breakers, waiters, metering]))
  const counts = new LightCounts(store, clock, log)
  const follows = { running, board, bus, deadlines, gate, loop, retention, waiters, counts }
  const life = new Life({ ...follows, options, registry, breakers, samples, retries, settings })
  const starter = new Starter({ ...options, tracing })
  const controls = new Controls({ store, clock, newId, registry, running, breakers })
  return {
    ...follows,
    options,
    store,
    clock,
    registry,
    budgets,
    settings,
    breakers: new BreakerControls(breakers, store, bus),
    starter,
    controls,
    metering,
    bulk: new BulkControls({ store, clock, newId, controls, registry, starter }),
    keeper: new Keeper({ ...options, registry, waiters, starter, controls, loop, counts, tracing }),
    lightRuntime: lightRuntimeOf(options, { breakers, budgets, outages: samples, named: true }),
    open: () => life.open(),
    functionAdded: () => life.functionAdded(),
    stop: (timeoutMs = DEFAULT_STOP_MS) => life.stop(timeoutMs),
  }
}

function lightRuntimeOf(options: EngineOptions, commons: Commons): LightRuntime {
  return { ...options, wheel: new TimerWheel(options.clock, new ProcessHold()), commons }
}

function createGate({ clock, log }: EngineOptions, onOpen: () => void): StoreGate {
  const trouble = 'The store cannot be written; nothing new is begun until it can'
  return new StoreGate(clock, (error) => log.error({ err: error }, trouble), onOpen)
}

/** Policies have changed: what runs may take longer or less long, and a slot may be free now that was not. */
function reconsider(
  definitions: readonly Definition[],
  { breakers, running, loop }: { breakers: Breakers; running: RunningAttempts; loop: ClaimLoop },
): void {
  breakers.adopt(definitions)
  for (const attempt of running.all()) attempt.reconsider()
  loop.wake()
}
