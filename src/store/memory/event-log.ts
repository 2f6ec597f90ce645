import type { BreakerEvent, StoredBreakerEvent } from '../../operation/breaker-event.ts'
import type { LogPosition } from '../../operation/cursor.ts'
import type { OperationEvent, StoredEvent } from '../../operation/event.ts'
import type { BreakerLogQuery, LogQuery, NumberPage } from '../../operation/store.ts'
import { LogRange } from '../log-range.ts'
import { cutPage, type Paged } from '../number-page.ts'

type Entry = StoredEvent | StoredBreakerEvent

/** The event log in memory, bounded by count: the oldest entries make room for new ones. */
export class EventLog {
  readonly #range: LogRange
  readonly #maxEvents: number
  /** Positions are consecutive; entries before `#start` are dropped and wait to be cut off. */
  #entries: Entry[] = []
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
    this.#keep(stored)
    return stored
  }

  appendBreaker(event: BreakerEvent): StoredBreakerEvent {
    const stored = { ...event, position: this.#range.head + 1 }
    this.#keep([stored])
    return stored
  }

  #keep(stored: readonly Entry[]): void {
    for (const entry of stored) this.#entries.push(entry)
    this.#range.advance(this.#range.head + stored.length)
    this.#drop(this.#entries.length - this.#start - this.#maxEvents)
  }

  read({ after, limit, operationId }: LogQuery): readonly StoredEvent[] {
    return this.#after(after, limit, (entry): entry is StoredEvent => {
      return isOperationEvent(entry) && (operationId === undefined || entry.operationId === operationId)
    })
  }

  readBreakers({ after, limit, scope }: BreakerLogQuery): readonly StoredBreakerEvent[] {
    return this.#after(after, limit, (entry): entry is StoredBreakerEvent => {
      return !isOperationEvent(entry) && (scope === undefined || entry.scope === scope)
    })
  }

  #after<E extends Entry>(after: LogPosition, limit: number, wanted: (entry: Entry) => entry is E): readonly E[] {
    this.#range.check(after)
    const found: E[] = []
    for (let i = this.#start + after.position - this.#range.lowWater; i < this.#entries.length && found.length < limit; i++) {
      const entry = this.#entries[i] as Entry
      if (wanted(entry)) found.push(entry)
    }
    return found
  }

  page(operationId: string, page: NumberPage): Paged<StoredEvent> {
    const events = this.#entries.slice(this.#start).filter(isOperationEvent)
    const own = events.filter((event) => event.operationId === operationId)
    return cutPage(own, page, (event) => event.position)
  }

  holdsOlder(before: number): boolean {
    return (this.#entries[this.#start]?.at ?? before) < before
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

function isOperationEvent(entry: Entry): entry is StoredEvent {
  return 'operationId' in entry
}
