import type { Timeline } from './timeline.ts'

/** What calls go to, and its outage. Times are milliseconds. */
export interface DependencySetting {
  /** Calls a second that it serves when it is well. */
  readonly capacity: number
  readonly outageAt: number
  readonly outageMs: number
  /** What is left of its capacity meanwhile: 0.1 is a tenth. */
  readonly outageCapacity: number
  /** Calls that may wait for it; more are refused at once. */
  readonly queue: number
}

/**
 * A server with one queue, first come first served. It does not know who still waits for an answer: it works for those
 * who have given up as well. That is what keeps an overloaded server down.
 */
export class Dependency {
  readonly #setting: DependencySetting
  readonly #timeline: Timeline
  #queue: (() => void)[] = []
  #next = 0
  #busy = false

  constructor(setting: DependencySetting, timeline: Timeline) {
    this.#setting = setting
    this.#timeline = timeline
  }

  /**
   * Answers false when the call is refused.
   *
   * @param served called when it was served, whether anybody still waits for that or not
   */
  accept(served: () => void): boolean {
    if (this.#queue.length - this.#next >= this.#setting.queue) return false
    this.#queue.push(served)
    if (!this.#busy) this.#serve()
    return true
  }

  #serve(): void {
    const served = this.#queue[this.#next++]
    this.#busy = served !== undefined
    if (served === undefined) {
      this.#queue = []
      this.#next = 0
      return
    }
    this.#forgetServed()
    this.#timeline.after(this.#serviceMs(), () => {
      served()
      this.#serve()
    })
  }

  #forgetServed(): void {
    if (this.#next < 1024) return
    this.#queue = this.#queue.slice(this.#next)
    this.#next = 0
  }

  #serviceMs(): number {
    const { capacity, outageAt, outageMs, outageCapacity } = this.#setting
    const { now } = this.#timeline
    const isDown = now >= outageAt && now < outageAt + outageMs
    return 1000 / (isDown ? capacity * outageCapacity : capacity)
  }
}
