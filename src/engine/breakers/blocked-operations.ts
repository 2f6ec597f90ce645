import type { Change } from '../../operation/change.ts'
import type { Clock } from '../../operation/clock.ts'
import { isBlocked, isWaiting, type Operation, type WaitingOperation } from '../../operation/operation.ts'
import type { Store } from '../../operation/store.ts'
import { transition } from '../../operation/transition.ts'
import { Alarm } from '../alarm.ts'
import type { Log } from '../context.ts'
import { runsBefore } from '../lane.ts'

const BATCH = 64
/**
 * They come back over three times as long as the first of them was held. What piles up during an outage is served beside
 * the usual load: at 70 % load the spare 30 % need 2.3 times the length of the outage for it, and whoever lets everything
 * go faster keeps the outage alive (`npm run bench -- outage`).
 */
const SPREAD_FACTOR = 3
/** Few are let go sooner: nobody waits minutes for a place among three. */
const MAX_SPACING_MS = 250
const RETRY_MS = 1000

/** The blocked operations of a function; with a scope only those that its breaker refused. */
export interface Queue {
  readonly functionName: string
  readonly scope: string | null
}

/** What operations wait for: a circuit breaker, or nothing any more. */
export interface Barrier {
  /** Whose operations wait for it. */
  queues(): readonly Queue[]
  /** How many calls it would permit at once now: Infinity while it is closed. */
  permits(): number
  /** When time alone will make it permit probes; null when that is not known. */
  probedAt(): number | null
}

/**
 * Lets blocked operations go on. While a breaker is half open it wakes as many as are permitted, and touches none of the
 * others; once it is closed it lets all of them go, in batches, each operation a moment after the other, so that what has
 * just recovered does not meet a herd. It reads the store only for breakers that hold something up.
 */
export class BlockedOperations {
  readonly #store: Store
  readonly #clock: Clock
  readonly #log: Log
  readonly #alarm: Alarm
  /** The barriers that may hold something up. */
  readonly #holding = new Set<Barrier>()
  /** Probes that were woken and have neither begun nor come to anything else. */
  readonly #woken = new Map<string, Barrier>()
  /** Of closed breakers: when the next batch may be due, and the time from one operation to the next. */
  readonly #releases = new Map<Barrier, { readonly at: number; readonly spacingMs: number }>()
  readonly #unseen = new Set<Barrier>()
  #looking: Promise<void> | null = null
  #open = false

  constructor(store: Store, clock: Clock, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#log = log
    this.#alarm = new Alarm(clock, () => this.#lookAtAll())
  }

  start(): void {
    this.#open = true
    this.#lookAtAll()
  }

  async stop(): Promise<void> {
    this.#open = false
    this.#alarm.clear()
    await this.#looking
  }

  /** An operation was blocked, now or by an earlier process. */
  held(barrier: Barrier): void {
    this.#holding.add(barrier)
    this.look(barrier)
  }

  /** It may permit more than before. */
  look(barrier: Barrier): void {
    if (!this.#open || !this.#holding.has(barrier)) return
    this.#unseen.add(barrier)
    this.#looking ??= this.#lookAtUnseen().finally(() => {
      this.#looking = null
    })
  }

  /** Follows the commits: a woken probe that begins has its permit; one that does anything else makes room for another. */
  follow(operation: Operation): void {
    const barrier = this.#woken.get(operation.id)
    if (barrier === undefined || (isWaiting(operation) && !isBlocked(operation))) return
    this.#woken.delete(operation.id)
    this.look(barrier)
  }

  #lookAtAll(): void {
    for (const barrier of this.#holding) this.look(barrier)
  }

  async #lookAtUnseen(): Promise<void> {
    for (const barrier of this.#unseen) {
      this.#unseen.delete(barrier)
      if (!this.#open) return
      try {
        await this.#lookAt(barrier)
      } catch (error) {
        this.#log.warn({ err: error }, 'Operations that wait for a circuit breaker could not be woken; it is tried again')
        this.#alarm.set(this.#clock.now() + RETRY_MS)
      }
    }
  }

  async #lookAt(barrier: Barrier): Promise<void> {
    const permitted = barrier.permits()
    if (permitted === Number.POSITIVE_INFINITY) return this.#release(barrier)
    this.#releases.delete(barrier)
    const probes = permitted - this.#wokenBy(barrier)
    if (probes > 0) await this.#wakeProbes(barrier, probes)
    const probedAt = barrier.probedAt()
    if (probedAt !== null && this.#open) this.#alarm.set(probedAt)
  }

  async #wakeProbes(barrier: Barrier, count: number): Promise<void> {
    const chosen = await this.#best(barrier, count)
    for (const { id } of chosen) this.#woken.set(id, barrier)
    const now = this.#clock.now()
    const woken = await this.#unblock(chosen, () => now)
    for (const { id } of chosen) if (!woken.has(id)) this.#woken.delete(id)
    if (woken.size < chosen.length) this.#alarm.set(now + RETRY_MS)
  }

  async #release(barrier: Barrier): Promise<void> {
    const now = this.#clock.now()
    const begun = this.#releases.get(barrier)
    if (begun !== undefined && begun.at > now) return this.#alarm.set(begun.at)
    const chosen = await this.#best(barrier, BATCH)
    if (chosen.length === 0) return
    const spacingMs = begun?.spacingMs ?? spacingOf(now - heldSince(chosen), await this.#count(barrier))
    const released = await this.#unblock(chosen, (index) => Math.round(now + index * spacingMs))
    // The rest stays where it is until this batch is on its way: should the breaker open again, it has not been touched.
    const at = released.size === 0 ? now + RETRY_MS : Math.ceil(now + chosen.length * spacingMs)
    this.#releases.set(barrier, { at, spacingMs })
    if (this.#open) this.#alarm.set(at)
  }

  /** The best of its blocked operations; when there are none, it holds nothing up. */
  async #best(barrier: Barrier, limit: number): Promise<readonly WaitingOperation[]> {
    // What is blocked while the store is read is told to `held`, and puts it back.
    this.#holding.delete(barrier)
    const found: WaitingOperation[] = []
    try {
      for (const { functionName, scope } of barrier.queues()) {
        found.push(...(await this.#store.blocked(functionName, limit, scope ?? undefined)))
      }
    } catch (error) {
      this.#holding.add(barrier)
      throw error
    }
    if (found.length > 0) this.#holding.add(barrier)
    else this.#releases.delete(barrier)
    return found.sort((a, b) => (runsBefore(a, b) ? -1 : 1)).slice(0, limit)
  }

  async #count(barrier: Barrier): Promise<number> {
    const [count = 0] = await countBlocked(this.#store, [barrier.queues()])
    return Math.max(1, count)
  }

  /** Answers the ids of those that are due again. */
  async #unblock(operations: readonly WaitingOperation[], dueAt: (index: number) => number): Promise<ReadonlySet<string>> {
    const changes: Change[] = []
    for (const [index, operation] of operations.entries()) {
      const outcome = transition(operation, { type: 'unblock', at: dueAt(index) }, this.#clock.now())
      if (outcome.kind === 'changed') changes.push(outcome.change)
    }
    const answers = await this.#store.commit(changes)
    const committed = changes.filter((_change, index) => answers[index]?.kind === 'committed')
    return new Set(committed.map(({ operation }) => operation.id))
  }

  #wokenBy(barrier: Barrier): number {
    let count = 0
    for (const other of this.#woken.values()) if (other === barrier) count += 1
    return count
  }
}

function heldSince(blocked: readonly WaitingOperation[]): number {
  return Math.min(...blocked.map(({ updatedAt }) => updatedAt))
}

function spacingOf(heldMs: number, count: number): number {
  return Math.min(MAX_SPACING_MS, (SPREAD_FACTOR * Math.max(0, heldMs)) / count)
}

/** How many operations wait at each of these barriers, given by their queues; read at once, however many they are. */
export async function countBlocked(store: Store, barriers: readonly (readonly Queue[])[]): Promise<readonly number[]> {
  const counters = await store.counters()
  const blocked = new Map(counters.map((one) => [one.functionName, one.blocked]))
  const isScoped = ({ functionName, scope }: Queue) => scope !== null && (blocked.get(functionName) ?? 0) > 0
  const scoped = new Set(
    barriers
      .flat()
      .filter(isScoped)
      .map(({ functionName }) => functionName),
  )
  const found = scoped.size === 0 ? [] : await store.blockedScopes([...scoped])
  const byScope = new Map(found.map((one) => [keyOf(one), one.operations]))
  const countOf = (queue: Queue) => (queue.scope === null ? blocked.get(queue.functionName) : byScope.get(keyOf(queue))) ?? 0
  return barriers.map((queues) => queues.reduce((sum, queue) => sum + countOf(queue), 0))
}

function keyOf({ functionName, scope }: Queue): string {
  return JSON.stringify([functionName, scope])
}
