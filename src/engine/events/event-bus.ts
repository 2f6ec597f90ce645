import type { StoredBreakerEvent } from '../../operation/breaker-event.ts'
import { decodeCursor, encodeCursor, type LogPosition } from '../../operation/cursor.ts'
import { endsRound, type StoredEvent } from '../../operation/event.ts'
import { atRest, type Progress } from '../../operation/progress.ts'
import type { Store } from '../../operation/store.ts'
import type { RunningAttempt } from '../attempt/running-attempt.ts'
import { ProcessHold } from '../system.ts'
import { ProgressAside, ProgressReport } from './progress-aside.ts'
import { Subscription } from './subscription.ts'
import { ToldOnce } from './told.ts'
import type { BreakerUpdate, BreakerWatchOptions, OperationUpdate, WatchOptions } from './updates.ts'

interface OperationWatcher {
  readonly subscription: Subscription<StoredEvent, OperationUpdate>
  readonly aside: ProgressAside
  readonly options: WatchOptions
}
type BreakerWatcher = Subscription<StoredBreakerEvent, BreakerUpdate>

/** What is known now of what events tell, and changes without one. */
interface Live {
  readonly progressOf: (operationId: string) => Progress | null
  /** When the circuit breaker of a scope permits attempts again, as far as time alone decides. */
  readonly permitsAt: (scope: string) => number | null
}

/** Fans the committed events of the store out to subscribers, and the progress of what runs here. */
export class EventBus {
  readonly #store: Store
  readonly #live: Live
  readonly #operations = new Set<OperationWatcher>()
  readonly #breakers = new Set<BreakerWatcher>()
  readonly #hold = new ProcessHold()
  readonly #stopListening: readonly (() => void)[]

  constructor(store: Store, live: Live) {
    this.#store = store
    this.#live = live
    this.#stopListening = [
      store.onEvents((events) => this.#publish(events)),
      store.onBreakerEvents((events) => this.#publishBreakers(events)),
      store.onSettingsEvent(({ position }) => this.#passOver(position)),
    ]
  }

  get subscribers(): number {
    return this.#operations.size + this.#breakers.size
  }

  cursor(): string {
    return encodeCursor(this.#store.head())
  }

  cursorAt(position: number): string {
    return encodeCursor({ epoch: this.#store.head().epoch, position })
  }

  /** Begins at the call: whatever is committed from now on is delivered. */
  watch(options: WatchOptions): AsyncIterableIterator<OperationUpdate> {
    const { operationId } = options
    const aside = new ProgressAside()
    const subscription = new Subscription<StoredEvent, OperationUpdate>({
      head: () => this.#store.head(),
      readLog: (after, limit) => this.#store.readLog({ after, limit, ...(operationId === undefined ? {} : { operationId }) }),
      wants: (event) => wants(options, event) && (options.ends !== true || endsRound(event)),
      tell: this.#tell,
      aside,
      after: placeOf(options.after),
      signal: options.signal,
      hold: this.#hold,
      onClose: () => this.#operations.delete(watcher),
    })
    const watcher = { subscription, aside, options }
    this.#operations.add(watcher)
    return subscription
  }

  /** The same for changes of circuit breakers. */
  watchBreakers({ scope, after, signal }: BreakerWatchOptions): AsyncIterableIterator<BreakerUpdate> {
    const subscription = new Subscription<StoredBreakerEvent, BreakerUpdate>({
      head: () => this.#store.head(),
      readLog: (place, limit) => this.#store.readBreakerLog({ after: place, limit, ...(scope === undefined ? {} : { scope }) }),
      wants: (event) => scope === undefined || scope === event.scope,
      tell: this.#tellBreaker,
      aside: null,
      after: placeOf(after),
      signal,
      hold: this.#hold,
      onClose: () => this.#breakers.delete(subscription),
    })
    this.#breakers.add(subscription)
    return subscription
  }

  readonly #tell = (told: StoredEvent) => new ToldOnce(told, (event) => this.#toUpdate(event))

  readonly #tellBreaker = (told: StoredBreakerEvent) =>
    new ToldOnce(told, (event): BreakerUpdate => ({ cursor: this.cursorAt(event.position), event }))

  /** One that waits for a breaker waits for as long as that is open now, whatever was thought when the event was written. */
  #toUpdate(event: StoredEvent): OperationUpdate {
    const cursor = this.cursorAt(event.position)
    const live = this.#live.progressOf(event.operationId)
    // Every other event is of one that does not run (any more), though its function may not have settled.
    const progress = event.type === 'attempt_started' ? live : atRest(live)
    const scope = event.type === 'blocked' && event.nextAttemptAt !== null ? event.data?.scope : undefined
    if (typeof scope !== 'string') return { kind: 'state', cursor, event, progress }
    return { kind: 'state', cursor, event: { ...event, nextAttemptAt: this.#live.permitsAt(scope) }, progress }
  }

  /** How far a running attempt has come, or that it finished a step: what there is to know of that is read. */
  publishProgress({ operation, progress }: RunningAttempt, at: number): void {
    const { id: operationId, functionName, state } = operation
    const report = new ProgressReport(operation, progress, at)
    for (const { subscription, aside, options } of this.#operations) {
      if (
        options.progress === false ||
        options.ends === true ||
        !subscription.live ||
        !wants(options, { operationId, functionName, state })
      )
        continue
      if (aside.offer(report)) subscription.notify()
    }
  }

  /** Ends every subscription. */
  close(): void {
    for (const stop of this.#stopListening) stop()
    for (const { subscription } of [...this.#operations]) subscription.close()
    for (const subscription of [...this.#breakers]) subscription.close()
  }

  #publish(events: readonly StoredEvent[]): void {
    const told = events.map(this.#tell)
    for (const { subscription } of this.#operations) subscription.offer(told)
    const last = events.at(-1)
    if (last !== undefined) for (const subscription of this.#breakers) subscription.passOver(last.position)
  }

  /** Something that no subscription tells of. */
  #passOver(position: number): void {
    for (const { subscription } of this.#operations) subscription.passOver(position)
    for (const subscription of this.#breakers) subscription.passOver(position)
  }

  #publishBreakers(events: readonly StoredBreakerEvent[]): void {
    const told = events.map(this.#tellBreaker)
    for (const subscription of this.#breakers) subscription.offer(told)
    const last = events.at(-1)
    if (last !== undefined) for (const { subscription } of this.#operations) subscription.passOver(last.position)
  }
}

/** @throws InvalidInputError when it is no cursor of ours */
function placeOf(after: string | undefined): LogPosition | null {
  return after === undefined ? null : decodeCursor(after)
}

type Subject = Pick<StoredEvent, 'operationId' | 'functionName' | 'state'>

function wants(wanted: WatchOptions, { operationId, functionName, state }: Subject): boolean {
  return (
    (wanted.operationId === undefined || wanted.operationId === operationId) &&
    (wanted.functionName === undefined || wanted.functionName === functionName) &&
    (wanted.states === undefined || wanted.states.includes(state))
  )
}
