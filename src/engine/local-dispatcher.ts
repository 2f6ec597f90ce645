import type { Clock, Timer } from '../operation/clock.ts'
import type { Claim, Dispatched, Dispatcher, Transaction } from '../operation/dispatcher.ts'
import type { NewId } from '../operation/ids.ts'
import { isBlocked, isWaiting, type RunningOperation, type WaitingOperation } from '../operation/operation.ts'
import type { Store } from '../operation/store.ts'
import { Alarm } from './alarm.ts'
import { Lane, runsBefore } from './lane.ts'

const REFILL = 256
// A commit of unknown outcome is told to nobody, though it may have made an operation due.
const SWEEP_MS = 60_000

/**
 * Runs everything on this server: what is due now is at hand in lanes (bounded), what is due later stays in the
 * store, with one alarm for the earliest of it. Claims need no lease: the store belongs to this process alone.
 */
export class LocalDispatcher implements Dispatcher {
  readonly #store: Store
  readonly #clock: Clock
  readonly #newId: NewId
  readonly #alarm: Alarm
  readonly #lanes = new Map<string, Lane>()
  /** `known`: a commit has told what became of it, so that the store holds nothing that the lanes do not know of. */
  readonly #claimed = new Map<string, { readonly claim: Claim; known: boolean }>()
  /** Due again while the last attempt of theirs has not settled. */
  readonly #held = new Map<string, WaitingOperation>()
  #wake: () => void = () => undefined
  #sweep: Timer | null = null
  #afterId: string | null = null

  constructor(store: Store, clock: Clock, newId: NewId) {
    this.#store = store
    this.#clock = clock
    this.#newId = newId
    this.#alarm = new Alarm(clock, () => this.#lookAgain())
  }

  async start(): Promise<void> {
    await this.#setAlarm(this.#clock.now())
    this.#wake()
    this.#sweepLater()
  }

  async stop(): Promise<void> {
    this.#alarm.clear()
    this.#sweep?.cancel()
    this.#sweep = null
    this.#wake = () => undefined
  }

  onWake(listener: () => void): void {
    this.#wake = listener
  }

  onCommit(_tx: Transaction | null, dispatched: readonly Dispatched[]): () => void {
    return () => this.#follow(dispatched)
  }

  #follow(dispatched: readonly Dispatched[]): void {
    let wakes = false
    const now = this.#clock.now()
    for (const { operation } of dispatched) {
      const waits = isWaiting(operation) && !isBlocked(operation)
      if (waits && operation.dueAt <= now) {
        this.#offer(operation)
        wakes = true
        continue
      }
      this.#lanes.get(operation.functionName)?.remove(operation.id)
      this.#held.delete(operation.id)
      const claimed = this.#claimed.get(operation.id)
      if (claimed !== undefined) claimed.known = true
      if (waits) this.#alarm.set(operation.dueAt)
    }
    if (wakes) this.#wake()
  }

  #offer(operation: WaitingOperation): void {
    if (this.#claimed.has(operation.id)) this.#held.set(operation.id, operation)
    else this.#laneOf(operation.functionName).push(operation)
  }

  async claim(slots: ReadonlyMap<string, number>, total: number): Promise<readonly Claim[]> {
    for (const [name, free] of slots) {
      const lane = this.#laneOf(name)
      const short = lane.incomplete && lane.size < Math.min(free, total)
      if (free > 0 && (lane.stale || short)) await this.#refill(name, lane)
    }
    const claims: Claim[] = []
    const left = new Map(slots)
    while (claims.length < total) {
      const claim = this.#claimBest(left)
      if (claim === null) break
      claims.push(claim)
    }
    return claims
  }

  #claimBest(left: Map<string, number>): Claim | null {
    let best: WaitingOperation | null = null
    for (const [name, free] of left) {
      const candidate = free > 0 ? this.#lanes.get(name)?.best() : undefined
      if (candidate !== undefined && (best === null || runsBefore(candidate, best))) best = candidate
    }
    if (best === null) return null
    const { id, functionName } = best
    this.#lanes.get(functionName)?.remove(id)
    left.set(functionName, (left.get(functionName) as number) - 1)
    const claim: Claim = { operationId: id, functionName, token: this.#newId('lease'), operation: best }
    this.#claimed.set(id, { claim, known: false })
    return claim
  }

  adopt(operationId: string, functionName: string): Claim {
    const claim: Claim = { operationId, functionName, token: this.#newId('lease'), operation: null }
    this.#claimed.set(operationId, { claim, known: true })
    return claim
  }

  release(claim: Claim): void {
    const claimed = this.#claimed.get(claim.operationId)
    if (claimed?.claim !== claim) return
    this.#claimed.delete(claim.operationId)
    const lane = this.#laneOf(claim.functionName)
    // It neither began nor was blocked, say, so it may still be due: the store knows.
    if (!claimed.known) lane.stale = true
    const held = this.#held.get(claim.operationId)
    if (held === undefined) return
    this.#held.delete(claim.operationId)
    lane.push(held)
    this.#wake()
  }

  async orphans(limit: number): Promise<readonly RunningOperation[]> {
    const found = await this.#store.running(this.#afterId, limit)
    this.#afterId = found.at(-1)?.id ?? null
    return found
  }

  async #refill(name: string, lane: Lane): Promise<void> {
    // Whatever is here is in the store too; what arrives while we read is pushed beside it.
    lane.clear()
    lane.stale = false
    lane.incomplete = false
    const limit = REFILL + this.#claimed.size
    const found = await this.#dueOf(name, lane, limit)
    for (const operation of found) this.#offer(operation)
    const last = found.at(-1)
    if (last !== undefined && found.length >= limit) lane.endAfter(last)
  }

  async #dueOf(name: string, lane: Lane, limit: number): Promise<readonly WaitingOperation[]> {
    try {
      return await this.#store.due(name, this.#clock.now(), limit)
    } catch (error) {
      // What the lane held is in the store only now: the next claim must read it.
      lane.stale = true
      throw error
    }
  }

  /** @param now not later than the next claim's: what becomes due between the two would be seen by neither */
  async #setAlarm(now: number): Promise<void> {
    const next = await this.#store.nextDueAt(now)
    if (next !== null) this.#alarm.set(next)
  }

  #sweepLater(): void {
    this.#sweep = this.#clock.timer(SWEEP_MS, () => {
      this.#lookAgain()
      this.#sweepLater()
    })
  }

  /** Something in the store has become due: the lanes do not know of it yet. */
  #lookAgain(): void {
    const now = this.#clock.now()
    for (const lane of this.#lanes.values()) lane.stale = true
    this.#wake()
    this.#setAlarm(now).catch(() => this.#alarm.set(this.#clock.now() + 1000))
  }

  #laneOf(name: string): Lane {
    let lane = this.#lanes.get(name)
    if (lane === undefined) {
      lane = new Lane()
      this.#lanes.set(name, lane)
    }
    return lane
  }
}
