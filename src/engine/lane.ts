import type { WaitingOperation } from '../operation/operation.ts'

/** How many due operations of one function are kept in memory; the rest stay in the store until there is room. */
export const LANE_SIZE = 1024

/** Whether `a` runs before `b`: higher priority, then longer due, then older id. */
export function runsBefore(a: WaitingOperation, b: WaitingOperation): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority
  const dueA = a.dueAt
  const dueB = b.dueAt
  return dueA === dueB ? a.id < b.id : dueA < dueB
}

/**
 * The due operations of one function, best last. It holds the best that are due: when it is full, the worst give way
 * and `incomplete` says that the store holds more.
 */
export class Lane {
  readonly #items: WaitingOperation[] = []
  readonly #ids = new Set<string>()
  /** Whether the store may hold due operations beyond those here, all of which run later than these. */
  incomplete = true
  /** Whether the store may hold due operations that run before those here. */
  stale = true

  get size(): number {
    return this.#items.length
  }

  push(operation: WaitingOperation): void {
    if (this.#ids.has(operation.id)) this.remove(operation.id)
    const worst = this.#items[0]
    // What the store holds may run before it: it has its turn when the lane is filled again.
    if (this.incomplete && (worst === undefined || runsBefore(worst, operation))) return
    if (worst !== undefined && this.#items.length >= LANE_SIZE) {
      this.incomplete = true
      if (runsBefore(worst, operation)) return
      this.remove(worst.id)
    }
    this.#items.splice(this.#placeOf(operation), 0, operation)
    this.#ids.add(operation.id)
  }

  best(): WaitingOperation | undefined {
    return this.#items.at(-1)
  }

  remove(id: string): void {
    if (!this.#ids.delete(id)) return
    // The best are taken first, and they are last.
    const index = this.#items.findLastIndex((item) => item.id === id)
    this.#items.splice(index, 1)
  }

  /** The store holds more, all of which run later than `last`; whatever else runs later than that is left to it too. */
  endAfter(last: WaitingOperation): void {
    this.incomplete = true
    for (let worst = this.#items[0]; worst !== undefined && runsBefore(last, worst); worst = this.#items[0]) {
      this.remove(worst.id)
    }
  }

  clear(): void {
    this.#items.length = 0
    this.#ids.clear()
  }

  #placeOf(operation: WaitingOperation): number {
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (runsBefore(this.#items[middle] as WaitingOperation, operation)) high = middle
      else low = middle + 1
    }
    return low
  }
}
