import type { LogPosition } from '../../operation/cursor.ts'
import type { OperationEvent, StoredEvent } from '../../operation/event.ts'
import type { LogQuery, NumberPage } from '../../operation/store.ts'
import { LogRange } from '../log-range.ts'
import { cutPage, type Paged } from '../number-page.ts'

/** The event log in memory, bounded by count: the oldest entries make room for new ones. */
export class EventLog {
  readonly #range: LogRange
  readonly #maxEvents: number
  /** Positions are consecutive; entries before `#start` are dropped and wait to be cut off. */
  #entries: StoredEvent[] = []
  #start = 0

  constructor(epoch: string, maxEvents: number) {
    this.#range = new LogRange(epoch)
    this.#maxEvents = maxEvents
  }

  head(): LogPosition {
    return { epoch: this.#range.epoch, position: this.#range.head }
  }

  append(events: readonly OperationEvent[]): readonly StoredEvent[] {
    const stored = events.map((event, index) => ({ ...event, position: this.#range.head + 1 + index }))
    for (const event of stored) this.#entries.push(event)
    this.#range.advance(this.#range.head + stored.length)
    this.#drop(this.#entries.length - this.#start - this.#maxEvents)
    return stored
  }

  read({ after, limit, operationId }: LogQuery): readonly StoredEvent[] {
    this.#range.check(after)
    const from = this.#start + after.position - this.#range.lowWater
    if (operationId === undefined) return this.#entries.slice(from, from + limit)
    const found: StoredEvent[] = []
    for (let i = from; i < this.#entries.length && found.length < limit; i++) {
      const event = this.#entries[i] as StoredEvent
      if (event.operationId === operationId) found.push(event)
    }
    return found
  }

  page(operationId: string, page: NumberPage): Paged<StoredEvent> {
    const own = this.#entries.slice(this.#start).filter((event) => event.operationId === operationId)
    return cutPage(own, page, (event) => event.position)
  }

  trim(before: number, limit: number): number {
    let count = 0
    while (count < limit && (this.#entries[this.#start + count]?.at ?? before) < before) count += 1
    this.#drop(count)
    return count
  }

  #drop(count: number): void {
    if (count <= 0) return
    this.#start += count
    this.#range.trim(this.#range.lowWater + count)
    if (this.#start < this.#entries.length - this.#start) return
    this.#entries = this.#entries.slice(this.#start)
    this.#start = 0
  }
}
