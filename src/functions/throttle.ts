import type { Clock, Timer } from '../operation/clock.ts'

// How much may come at once after a pause, as a part of what a second brings: little enough that the line feels even.
const BURST = 0.25

interface Waiting {
  readonly bytes: number
  readonly goOn: () => void
}

/**
 * Holds all that share it below one rate: a token bucket whose tokens are bytes. Each pays for a chunk that it has, and
 * goes on once the bucket is out of debt, in turn: so a chunk may be larger than the bucket, and shares come out even.
 */
export class Throttle {
  readonly #clock: Clock
  readonly #waiting: Waiting[] = []
  #perSecond = 0
  #tokens = 0
  #filledAt: number
  #timer: Timer | null = null

  constructor(clock: Clock) {
    this.#clock = clock
    this.#filledAt = clock.now()
  }

  /** From now on, for those who wait too. @param bytesPerSecond 0: no limit */
  limitTo(bytesPerSecond: number): void {
    this.#fill()
    this.#perSecond = bytesPerSecond
    this.#tokens = Math.min(this.#tokens, bytesPerSecond * BURST)
    this.#letGo()
  }

  /** Resolves when so many bytes may count as taken. @throws the signal's reason at once when it aborts */
  async take(bytes: number, signal: AbortSignal): Promise<void> {
    if (this.#perSecond === 0 && this.#waiting.length === 0) return
    signal.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiting = { bytes, goOn: resolve }
    const giveUp = () => {
      this.#remove(waiting)
      reject(signal.reason)
    }
    this.#waiting.push(waiting)
    signal.addEventListener('abort', giveUp, { once: true })
    this.#letGo()
    await promise.finally(() => signal.removeEventListener('abort', giveUp))
  }

  #remove(waiting: Waiting): void {
    const place = this.#waiting.indexOf(waiting)
    if (place !== -1) this.#waiting.splice(place, 1)
  }

  #letGo(): void {
    this.#timer?.cancel()
    this.#fill()
    while (this.#waiting[0] !== undefined && (this.#perSecond === 0 || this.#tokens >= 0)) {
      const { bytes, goOn } = this.#waiting[0]
      this.#waiting.shift()
      this.#tokens = this.#perSecond === 0 ? 0 : this.#tokens - bytes
      goOn()
    }
    if (this.#waiting.length === 0) return
    const wait = Math.max(1, Math.ceil((-this.#tokens * 1000) / this.#perSecond))
    this.#timer = this.#clock.timer(wait, () => this.#letGo())
  }

  #fill(): void {
    const now = this.#clock.now()
    const came = ((now - this.#filledAt) * this.#perSecond) / 1000
    this.#tokens = Math.min(this.#tokens + came, this.#perSecond * BURST)
    this.#filledAt = now
  }
}
