import { type AuditEntry, type AuditQuery, auditEntryOf, type LogEntry as Entry } from '../../operation/audit.ts'
import type { BreakerEvent, StoredBreakerEvent } from '../../operation/breaker-event.ts'
import type { LogPosition } from '../../operation/cursor.ts'
import type { OperationEvent, StoredEvent } from '../../operation/event.ts'
import type { BreakerLogQuery, LogQuery, NumberPage, Paged } from '../../operation/query.ts'
import type { SettingsEvent } from '../../operation/settings-event.ts'
import { LogRange } from '../log-range.ts'
import { cutPage } from '../number-page.ts'

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
    return this.#range.place
  }

  append(events: readonly OperationEvent[]): readonly StoredEvent[] {
    const stored = events.map((event, index) => ({ ...event, position: this.#range.head + 1 + index }))
    this.#keep(stored)
    return stored
  }

  /** What is about no operation. */
  appendOther<E extends BreakerEvent | SettingsEvent>(event: E): E & { readonly position: number } {
    const stored = { ...event, position: this.#range.head + 1 }
    this.#keep([stored as Entry & typeof stored])
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
      return 'scope' in entry && (scope === undefined || entry.scope === scope)
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

  /** The same page of each of these operations, in one walk over the log. */
  pages(operationIds: readonly string[], page: NumberPage): ReadonlyMap<string, Paged<StoredEvent>> {
    const own = new Map<string, StoredEvent[]>(operationIds.map((id) => [id, []]))
    for (const event of this.#entries.slice(this.#start)) {
      if (isOperationEvent(event)) own.get(event.operationId)?.push(event)
    }
    return new Map(Array.from(own, ([id, events]) => [id, cutPage(events, page, (event) => event.position)]))
  }

  audit({ actor, operationId, ...page }: AuditQuery): Paged<AuditEntry> {
    const entries = this.#entries.slice(this.#start).flatMap((entry) => auditEntryOf(entry) ?? [])
    const wanted = entries.filter((entry) => {
      return (actor ?? entry.actor) === entry.actor && (operationId ?? entry.operationId) === entry.operationId
    })
    return cutPage(wanted, page, ({ position }) => position)
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
