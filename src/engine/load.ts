import type { Engine } from './engine.ts'

/** How busy the engine is now. */
export interface Load {
  /** Slots that attempts of this process take, and how many there are. Those of internal functions come on top. */
  readonly running: number
  readonly slots: number
  /** Whether what is due is claimed: the engine is open, and its store can be written. */
  readonly claiming: boolean
  /** How long the operation has been due that is due the longest, in milliseconds; functions that nobody has registered count too. */
  readonly longestDueMs: number
  /** Changes that wait for a transaction of the store. */
  readonly waitingChanges: number
  /** Watchers of operations and of circuit breakers, those of a server among them. */
  readonly watchers: number
}

export async function loadOf({ store, clock, running, loop, bus }: Engine): Promise<Load> {
  const earliest = await store.nextDueAt(0)
  return {
    running: running.taken,
    slots: loop.slots,
    claiming: loop.claiming,
    longestDueMs: earliest === null ? 0 : Math.max(0, clock.now() - earliest),
    waitingChanges: store.commits?.waiting ?? 0,
    watchers: bus.subscribers,
  }
}
