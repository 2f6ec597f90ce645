import type { ClaimLoop } from './claim-loop.ts'
import type { DeadlineWatch } from './deadline-watch.ts'
import type { EngineOptions } from './engine.ts'
import type { EventBus } from './event-bus.ts'
import type { LightCounts } from './light-counts.ts'
import type { ProgressBoard } from './progress-board.ts'
import type { Registry } from './registry.ts'
import type { Retention } from './retention.ts'
import type { RunningAttempts } from './running-attempts.ts'
import type { StoreGate } from './store-gate.ts'
import { takeUpInterrupted } from './take-up.ts'
import type { Waiters } from './waiters.ts'

interface LifeParts {
  readonly options: EngineOptions
  readonly registry: Registry
  readonly running: RunningAttempts
  readonly board: ProgressBoard
  readonly bus: EventBus
  readonly deadlines: DeadlineWatch
  readonly gate: StoreGate
  readonly loop: ClaimLoop
  readonly retention: Retention
  readonly waiters: Waiters
  readonly counts: LightCounts
}

/** The engine's own life: it opens, and it stops in order. */
export class Life {
  readonly #parts: LifeParts
  #opening: Promise<number> | null = null
  #stopping: Promise<void> | null = null
  #takingUp: Promise<unknown> = Promise.resolve()

  constructor(parts: LifeParts) {
    this.#parts = parts
  }

  open(): Promise<number> {
    this.#opening ??= this.#open()
    return this.#opening
  }

  async #open(): Promise<number> {
    const { options, deadlines, loop, retention } = this.#parts
    const interrupted = await takeUpInterrupted({ ...options, ...this.#parts })
    // Before anything is claimed: what is past its deadline must not begin.
    await deadlines.start()
    await options.dispatcher.start()
    loop.start()
    retention.start()
    return interrupted
  }

  functionAdded(): void {
    const { options, loop } = this.#parts
    this.#takingUp = this.#takingUp
      .then(() => this.#opening)
      .then(() => takeUpInterrupted({ ...options, ...this.#parts }))
      .catch((error) => options.log.error({ err: error }, 'Interrupted operations could not be taken up'))
      .finally(() => loop.wake())
  }

  stop(timeoutMs: number): Promise<void> {
    this.#stopping ??= this.#stop(timeoutMs)
    return this.#stopping
  }

  async #stop(timeoutMs: number): Promise<void> {
    const { options, deadlines, loop, retention, bus, board, gate, waiters, counts } = this.#parts
    await this.#opening?.catch(() => undefined)
    await Promise.all([loop.stop(), deadlines.stop(), retention.stop(), this.#takingUp])
    await options.dispatcher.stop()
    await this.#handOver(timeoutMs)
    gate.giveUp()
    await board.stop()
    await counts.stop()
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
