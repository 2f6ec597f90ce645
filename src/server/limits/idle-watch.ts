import type { Clock, Timer } from '../../operation/clock.ts'

export interface IdleWatchOptions {
  readonly clock: Clock
  /** How long a silence may be, in milliseconds. */
  readonly timeoutMs: number
  /** Whether the connection is in use although nothing is said, such as by a subscription. */
  readonly isUsed: () => boolean
  readonly onIdle: () => void
}

/** Watches one connection for a silence that is too long. One timer, however much is said. */
export class IdleWatch {
  readonly #options: IdleWatchOptions
  #lastAt: number
  #timer: Timer

  constructor(options: IdleWatchOptions) {
    this.#options = options
    this.#lastAt = options.clock.now()
    this.#timer = options.clock.timer(options.timeoutMs, () => this.#check())
  }

  /** Something was said. */
  touch(): void {
    this.#lastAt = this.#options.clock.now()
  }

  stop(): void {
    this.#timer.cancel()
  }

  #check(): void {
    const { clock, timeoutMs, isUsed, onIdle } = this.#options
    // The silence after a use begins with its end, which is not told: it is noticed by the next check.
    if (isUsed()) this.touch()
    const leftMs = this.#lastAt + timeoutMs - clock.now()
    if (leftMs <= 0) onIdle()
    else this.#timer = clock.timer(leftMs, () => this.#check())
  }
}
