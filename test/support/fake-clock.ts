import type { Clock, Timer } from '../../src/operation/clock.ts'

interface Armed {
  readonly at: number
  readonly callback: () => void
}

/** A clock that stands still until a test moves it. Timers fire in order, each after what the last one caused has settled. */
export class FakeClock implements Clock {
  #now: number
  readonly #armed = new Set<Armed>()

  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  timer(delayMs: number, callback: () => void): Timer {
    const armed = { at: this.#now + Math.max(0, delayMs), callback }
    this.#armed.add(armed)
    return { cancel: () => this.#armed.delete(armed) }
  }

  /** Moves time on by `ms`, firing every timer on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await settle()
    for (let next = this.#earliest(end); next !== null; next = this.#earliest(end)) {
      this.#armed.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.callback()
      await settle()
    }
    this.#now = end
    await settle()
  }

  /** As if the machine had slept: time has passed, and no timer fired meanwhile. */
  jump(ms: number): void {
    this.#now += ms
  }

  get timers(): number {
    return this.#armed.size
  }

  #earliest(end: number): Armed | null {
    let earliest: Armed | null = null
    for (const armed of this.#armed) {
      if (armed.at <= end && (earliest === null || armed.at < earliest.at)) earliest = armed
    }
    return earliest
  }
}

/** Lets everything that can happen without time passing happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve))
}
