import type { Clock, Timer } from '../../operation/clock.ts'
import type { RunningAttempt } from './running-attempt.ts'

// A timer counts its own time while the clock may jump ahead: look at the clock now and then.
const LONGEST_WAIT_MS = 1000

interface Sleep {
  readonly until: number
  readonly wake: () => void
  readonly stop: (reason: unknown) => void
}

/**
 * The sleeps that a running function waits in. While it has steps under way it stays, and its sleeps end by themselves.
 * Once it has nothing to do but sleep, the attempt is put to sleep: its slot is let go, and the promises of its sleeps
 * are never settled, so that no line of the function runs until it is called again when the first of them is over.
 */
export class Sleeps {
  readonly #clock: Clock
  readonly #attempt: RunningAttempt
  /** Resolves once the steps that are under way have settled; null when none is. */
  readonly #work: () => Promise<unknown> | null
  readonly #sleeping = new Set<Sleep>()
  #timer: Timer | null = null
  #watching = false

  constructor(clock: Clock, attempt: RunningAttempt, work: () => Promise<unknown> | null) {
    this.#clock = clock
    this.#attempt = attempt
    this.#work = work
  }

  /** Resolves at `until` if the function is still there. Rejects when its attempt must stop for another reason. */
  until(until: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#sleeping.add({ until, wake: resolve, stop: reject })
      this.#wakeDue()
      if (this.#watching) return
      this.#watching = true
      this.#attempt.signal.addEventListener('abort', this.#stopAll, { once: true })
      void this.#watch()
    })
  }

  async #watch(): Promise<void> {
    while (this.#sleeping.size > 0 && this.#attempt.stopCause === null) {
      // A turn of the loop, in which the function does what it does next; with a step under way, until that has settled.
      await nextTurn()
      const work = this.#work()
      if (work !== null) await work
      else if (this.#attempt.answer === null && this.#sleeping.size > 0) this.#attempt.fallAsleep(this.#earliest())
    }
    this.#watching = false
    this.#timer?.cancel()
  }

  #earliest(): number {
    return Math.min(...[...this.#sleeping].map(({ until }) => until))
  }

  #wakeDue(): void {
    const now = this.#clock.now()
    for (const sleep of this.#sleeping) {
      if (sleep.until > now) continue
      this.#sleeping.delete(sleep)
      sleep.wake()
    }
    if (this.#sleeping.size === 0) return
    this.#timer?.cancel()
    this.#timer = this.#clock.timer(Math.min(this.#earliest() - now, LONGEST_WAIT_MS), () => this.#wakeDue())
  }

  /** Told of any other reason, the function is to end itself, as it is by a step. */
  readonly #stopAll = (): void => {
    if (this.#attempt.stopCause === 'put to sleep') return
    for (const sleep of this.#sleeping) sleep.stop(this.#attempt.signal.reason)
    this.#sleeping.clear()
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
