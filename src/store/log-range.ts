import type { LogPosition } from '../operation/cursor.ts'
import { CursorExpiredError } from '../operation/errors.ts'

/** Positions after `after` up to and including `until` were skipped: no event ever had one of them. */
export interface LogGap {
  readonly after: number
  readonly until: number
}

/** Which places of the event log can still be read from. */
export class LogRange {
  readonly epoch: string
  #head: number
  #lowWater: number
  #gaps: readonly LogGap[]

  constructor(epoch: string, head = 0, lowWater = 0, gaps: readonly LogGap[] = []) {
    this.epoch = epoch
    this.#head = head
    this.#lowWater = lowWater
    this.#gaps = gaps
  }

  /** The position of the last committed event; it stays when that event is trimmed away. */
  get head(): number {
    return this.#head
  }

  /** The position of the last event that was trimmed away. */
  get lowWater(): number {
    return this.#lowWater
  }

  /** The place after that event. */
  get place(): LogPosition {
    return { epoch: this.epoch, position: this.#head }
  }

  advance(head: number): void {
    this.#head = head
  }

  trim(lowWater: number): void {
    this.#lowWater = lowWater
    this.#gaps = this.#gaps.filter((gap) => gap.until > lowWater)
  }

  /** @throws CursorExpiredError when events after this place may be missing from the log */
  check(at: LogPosition): void {
    const { position } = at
    const inside = at.epoch === this.epoch && position >= this.#lowWater && position <= this.#head
    if (!inside || this.#gaps.some((gap) => position > gap.after && position <= gap.until)) throw new CursorExpiredError()
  }
}
