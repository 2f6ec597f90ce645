import type { Timer } from '../operation/clock.ts'
import type { RunningAttempts } from './attempt/running-attempts.ts'
import type { Breakers } from './breakers/breakers.ts'
import type { ClaimLoop } from './claim-loop.ts'
import type { DeadlineWatch } from './deadline-watch.ts'
import type { EngineOptions } from './engine.ts'
import type { EventBus } from './events/event-bus.ts'
import type { ProgressBoard } from './events/progress-board.ts'
import type { Registry } from './registry.ts'
import type { Retention } from './retention/retention.ts'
import type { Retries } from './retries.ts'
import type { Samples } from './samples.ts'
import type { Settings } from './settings.ts'
import type { StoreGate } from './store-gate.ts'
import { holdProcess } from './system.ts'
import { takeUpInterrupted } from './take-up.ts'
import type { Waiters } from './waiters.ts'
import type { LightCounts } from './wrapping/light-counts.ts'

interface LifeParts {
  readonly options: EngineOptions
  readonly registry: Registry
  readonly breakers: Breakers
  readonly running: RunningAttempts
  readonly board: ProgressBoard
  readonly bus: EventBus
  readonly deadlines: DeadlineWatch
  readonly gate: StoreGate
  readonly loop: ClaimLoop
  readonly retention: Retention
  readonly waiters: Waiters
  readonly samples: Samples
  readonly settings: Settings
  readonly retries: Retries
  readonly counts: LightCounts
}

// What a fault of the store left behind (an end that it refused, a beginning that it did not tell of) goes on by then.
const SWEEP_MS = 60_000

/** The engine's own life: it opens, and it stops in order. */
export class Life {
  readonly #parts: LifeParts
  #opening: Promise<number> | null = null
  #stopping: Promise<void> | null = null
  #takingUp: Promise<unknown> = Promise.resolve()
  #sweep: Timer | null = null

  constructor(parts: LifeParts) {
    this.#parts = parts
  }

  open(): Promise<number> {
    this.#opening ??= this.#open()
    return this.#opening
  }

  async #open(): Promise<number> {
    const { options, breakers, deadlines, loop, retention, samples, settings } = this.#parts
    await samples.load()
    await settings.load()
    const interrupted = await takeUpInterrupted({ ...options, ...this.#parts })
    // Before anything is claimed: what is past its deadline must not begin.
    await deadlines.start()
    await breakers.start()
    await options.dispatcher.start()
    loop.start()
    retention.start()
    this.#sweepLater()
    return interrupted
  }

  functionAdded(): void {
    this.#takeUp()
  }

  #sweepLater(): void {
    const { options, deadlines } = this.#parts
    if (this.#stopping !== null) return
    this.#sweep = options.clock.timer(SWEEP_MS, () => {
      this.#takeUp()
      deadlines.look()
      this.#sweepLater()
    })
  }

  #takeUp(): void {
    const { options, breakers, loop } = this.#parts
    this.#takingUp = this.#takingUp
      .then(() => this.#opening)
      .then(() => takeUpInterrupted({ ...options, ...this.#parts }))
      .then(() => breakers.takeUp())
      .catch((error) => options.log.error({ err: error }, 'Interrupted operations could not be taken up'))
      .finally(() => loop.wake())
  }

  stop(timeoutMs: number): Promise<void> {
    this.#stopping ??= this.#stop(timeoutMs).finally(holdProcess())
    return this.#stopping
  }

  async #stop(timeoutMs: number): Promise<void> {
    const { options, breakers, deadlines, loop, retention, bus, board, gate, waiters, samples, counts } = this.#parts
    await this.#opening?.catch(() => undefined)
    this.#sweep?.cancel()
    await Promise.all([loop.stop(), deadlines.stop(), retention.stop(), this.#takingUp])
    await options.dispatcher.stop()
    await this.#handOver(timeoutMs)
    gate.giveUp()
    await Promise.all([board.stop(), breakers.stop(), samples.stop(), counts.stop()])
    bus.close()
    await options.store.close()
    waiters.letGo()
  }

  /** Signals what runs and waits for it: each attempt commits its own hand-over, or its end when it was quick enough. */
  async #handOver(timeoutMs: number): Promise<void> {
    const { options, running, loop, gate } = this.#parts
    for (const attempt of running.all()) attempt.stop('handed over')
    const late = options.clock.timer(timeoutMs, () => {
      gate.giveUp()
      for (const attempt of running.all()) attempt.abandon()
    })
    await loop.drained()
    late.cancel()
  }
}
