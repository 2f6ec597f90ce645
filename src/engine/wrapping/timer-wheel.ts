import type { Clock, Timer } from '../../operation/clock.ts'
import type { ProcessHold } from '../system.ts'

/** Entries of one length. All wait equally long, so the first that came is the first due: no sorting. */
interface Lane {
  readonly ms: number
  first: WheelTimer | null
  last: WheelTimer | null
}

/**
 * Timers of which almost all are cancelled before they fire, such as the timeouts of attempts. Those of one length
 * share one timer of the clock, which is not touched when they come and go: setting and cancelling one costs little
 * more than reading the clock. While there are any, the process stays alive: an `await` of a wrapped function must not
 * end the program.
 */
export class TimerWheel {
  readonly #clock: Clock
  readonly #hold: ProcessHold
  readonly #lanes = new Map<number, Lane>()

  constructor(clock: Clock, hold: ProcessHold) {
    this.#clock = clock
    this.#hold = hold
  }

  /** Calls `ring` once, `ms` milliseconds from now (0 or more), unless the answer is cancelled before. `ring` must not throw. */
  set(ms: number, ring: () => void): Timer {
    let lane = this.#lanes.get(ms)
    if (lane === undefined) {
      lane = { ms, first: null, last: null }
      this.#lanes.set(ms, lane)
      this.#arm(lane, ms)
    }
    this.#hold.take()
    return new WheelTimer(lane, this.#hold, this.#clock.now() + ms, ring)
  }

  // The clock's timer outlives the entries that it was set for: it looks, and is set again or lets the lane go.
  #arm(lane: Lane, ms: number): void {
    this.#clock.timer(ms, () => this.#look(lane))
  }

  #look(lane: Lane): void {
    const now = this.#clock.now()
    while (lane.first !== null && lane.first.dueAt <= now) {
      const due = lane.first
      due.cancel()
      due.ring()
    }
    if (lane.first === null) this.#lanes.delete(lane.ms)
    else this.#arm(lane, lane.first.dueAt - now)
  }
}

class WheelTimer implements Timer {
  readonly dueAt: number
  readonly ring: () => void
  readonly #hold: ProcessHold
  #lane: Lane | null
  before: WheelTimer | null
  after: WheelTimer | null = null

  constructor(lane: Lane, hold: ProcessHold, dueAt: number, ring: () => void) {
    this.dueAt = dueAt
    this.ring = ring
    this.#hold = hold
    this.#lane = lane
    this.before = lane.last
    if (lane.last === null) lane.first = this
    else lane.last.after = this
    lane.last = this
  }

  cancel(): void {
    const lane = this.#lane
    if (lane === null) return
    this.#lane = null
    if (this.before === null) lane.first = this.after
    else this.before.after = this.after
    if (this.after === null) lane.last = this.before
    else this.after.before = this.before
    this.#hold.give()
  }
}
