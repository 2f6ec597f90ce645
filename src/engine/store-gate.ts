import type { Clock } from '../operation/clock.ts'
import type { CommitAnswer } from '../operation/store.ts'

const PAUSE_MS = 1000

/**
 * Closed while the store cannot be written (a full disk, say): what has finished is kept and tried again each second,
 * and nothing new is claimed meanwhile, because its end could not be written either.
 */
export class StoreGate {
  readonly #clock: Clock
  readonly #onOpen: () => void
  readonly #onTrouble: (error: Error) => void
  #kept = 0
  #pausing: Promise<void> | null = null
  #givenUp = false

  constructor(clock: Clock, onTrouble: (error: Error) => void, onOpen: () => void) {
    this.#clock = clock
    this.#onTrouble = onTrouble
    this.#onOpen = onOpen
  }

  get open(): boolean {
    return this.#kept === 0 && this.#pausing === null
  }

  /** A write failed: nothing is claimed for a second. */
  trouble(error: Error): void {
    if (this.#pausing !== null) return
    this.#onTrouble(error)
    this.#pausing = new Promise((resolve) => {
      this.#clock.timer(PAUSE_MS, () => {
        this.#pausing = null
        resolve()
        if (this.open) this.#onOpen()
      })
    })
  }

  /** Repeats `commit` until the store takes it, or `giveUp` was called. */
  async keepTrying(commit: () => Promise<CommitAnswer>): Promise<CommitAnswer> {
    let answer = await commit()
    if (answer.kind !== 'unavailable') return answer
    this.#kept++
    while (answer.kind === 'unavailable' && !this.#givenUp) {
      this.trouble(answer.error)
      await this.#pausing
      answer = await commit()
    }
    this.#kept--
    if (this.open) this.#onOpen()
    return answer
  }

  /** The server stops: what cannot be written now stays as it is in the store, and is taken up at the next start. */
  giveUp(): void {
    this.#givenUp = true
  }
}
