import type { Claim, Dispatcher } from '../operation/dispatcher.ts'
import type { RunningAttempt } from './attempt/running-attempt.ts'
import type { RunningAttempts } from './attempt/running-attempts.ts'
import type { Context, Log, Work } from './context.ts'
import type { Executor } from './executor.ts'
import type { Registry } from './registry.ts'
import type { StoreGate } from './store-gate.ts'

export interface ClaimLoopParts {
  readonly dispatcher: Dispatcher
  readonly executor: Executor
  readonly registry: Registry
  readonly running: RunningAttempts
  readonly gate: StoreGate
  readonly log: Log
  /** Attempts that run at once on this server. */
  readonly concurrency: number
}

/** What may be claimed: so many of each function, and so many in all. */
interface FreeSlots {
  readonly slots: Map<string, number>
  readonly total: number
}

/**
 * Pulls what is due into free slots: woken by the dispatcher and by each slot that becomes free.
 *
 * What the system starts itself has slots of its own: an operation that cancels a flood must not wait behind the flood.
 */
export class ClaimLoop {
  readonly #parts: ClaimLoopParts
  readonly #executing = new Set<Promise<void>>()
  #concurrency: number
  #open = false
  #looking: Promise<void> | null = null
  #again = false

  constructor(parts: ClaimLoopParts) {
    this.#parts = parts
    this.#concurrency = parts.concurrency
    parts.dispatcher.onWake(() => this.wake())
  }

  /** Attempts that may run at once here. */
  get slots(): number {
    return this.#concurrency
  }

  /** Those of them that are taken; what the system starts itself takes none. */
  get taken(): number {
    const { registry, running } = this.#parts
    const own = registry.all().reduce((sum, { name, internal }) => sum + (internal ? running.takenBy(name) : 0), 0)
    return running.taken - own
  }

  /** Whether what is due is claimed: it was started, and the store can be written. */
  get claiming(): boolean {
    return this.#open && this.#parts.gate.open
  }

  start(): void {
    this.#open = true
    this.wake()
  }

  /** So many attempts run at once from now on; what runs is left alone. */
  limitTo(concurrency: number): void {
    this.#concurrency = concurrency
    this.wake()
  }

  /** Claims nothing more; what runs goes on. */
  async stop(): Promise<void> {
    this.#open = false
    await this.#looking
  }

  /** Resolves when every claimed operation has come to its end on this server. */
  async drained(): Promise<void> {
    while (this.#executing.size > 0) await Promise.all(this.#executing)
  }

  wake(): void {
    if (!this.#open) return
    this.#again = true
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
      if (this.#again) this.wake()
    })
  }

  async #look(): Promise<void> {
    while (this.#again && this.#open && this.#parts.gate.open) {
      this.#again = false
      try {
        for (const { slots, total } of this.#freeSlots()) {
          if (slots.size === 0) continue
          for (const claim of await this.#parts.dispatcher.claim(slots, total)) this.#execute(claim)
        }
      } catch (error) {
        this.#parts.gate.trouble(error as Error)
        return
      }
    }
    this.#again = false
  }

  /** Those of the system's own functions, and those of the others. */
  #freeSlots(): readonly FreeSlots[] {
    const { registry, running } = this.#parts
    const own = new Map<string, number>()
    const others = new Map<string, number>()
    let taken = running.taken
    for (const { name, policy, internal } of registry.all()) {
      const takenHere = running.takenBy(name)
      const free = (policy.concurrency ?? this.#concurrency) - takenHere
      if (internal) taken -= takenHere
      if (free > 0) (internal ? own : others).set(name, free)
    }
    const total = this.#concurrency - taken
    for (const [name, free] of others) if (free > total) others.set(name, total)
    return [
      { slots: own, total: [...own.values()].reduce((sum, free) => sum + free, 0) },
      { slots: total > 0 ? others : new Map(), total },
    ]
  }

  #execute(claim: Claim): void {
    this.#parts.running.takeSlot(claim)
    this.#follow(claim, this.#parts.executor.execute(claim))
  }

  /** Follows an attempt that began outside of this loop to its end; it takes a slot, even when none is free. */
  adopt(attempt: RunningAttempt, work: Work<never, unknown>, timeoutMs: number | null): Context {
    this.#parts.running.takeSlot(attempt.claim)
    const { context, ended } = this.#parts.executor.adopt(attempt, work, timeoutMs)
    this.#follow(attempt.claim, ended)
    return context
  }

  #follow(claim: Claim, ended: Promise<void>): void {
    const { running, dispatcher, log, gate } = this.#parts
    const execution = ended
      .catch((error: unknown) => {
        log.error({ operationId: claim.operationId, err: error }, 'The engine could not run an operation')
        gate.trouble(error as Error)
      })
      .finally(() => {
        running.freeSlot(claim)
        dispatcher.release(claim)
        this.#executing.delete(execution)
        this.wake()
      })
    this.#executing.add(execution)
  }
}
