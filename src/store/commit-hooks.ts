import type { StoredBreakerEvent } from '../operation/breaker-event.ts'
import type { Change } from '../operation/change.ts'
import type { CommitListener, Transaction } from '../operation/dispatcher.ts'
import type { StoredEvent } from '../operation/event.ts'
import type { StoredSettingsEvent } from '../operation/settings-event.ts'

export type ReportError = (error: unknown) => void
type EventListener = (events: readonly StoredEvent[]) => void
type SettingsListener = (event: StoredSettingsEvent) => void
type BreakerListener = (events: readonly StoredBreakerEvent[]) => void

/** Who takes part in a commit: the dispatcher inside the transaction, the listeners of events after it. */
export class CommitHooks {
  readonly #report: ReportError
  readonly #listeners = new Set<EventListener>()
  readonly #breakerListeners = new Set<BreakerListener>()
  readonly #settingsListeners = new Set<SettingsListener>()
  #joined: CommitListener | null = null

  constructor(report: ReportError = (error) => process.emitWarning(error instanceof Error ? error : String(error))) {
    this.#report = report
  }

  join(listener: CommitListener): void {
    this.#joined = listener
  }

  onEvents(listener: EventListener): () => void {
    // A wrapper of its own, so that one function may listen twice and stop once.
    const own: EventListener = (events) => listener(events)
    this.#listeners.add(own)
    return () => void this.#listeners.delete(own)
  }

  onBreakerEvents(listener: BreakerListener): () => void {
    const own: BreakerListener = (events) => listener(events)
    this.#breakerListeners.add(own)
    return () => void this.#breakerListeners.delete(own)
  }

  onSettingsEvent(listener: SettingsListener): () => void {
    const own: SettingsListener = (event) => listener(event)
    this.#settingsListeners.add(own)
    return () => void this.#settingsListeners.delete(own)
  }

  /** Inside the transaction. Synchronous as long as the dispatcher is; what it throws must roll the transaction back. */
  enter(tx: Transaction | null, accepted: readonly Change[]): (() => void) | Promise<() => void> | null {
    if (this.#joined === null || accepted.length === 0) return null
    return this.#joined.onCommit(
      tx,
      accepted.map((change) => ({ operation: change.operation, intent: change.dispatch })),
    )
  }

  /** After the commit: events first, then the dispatcher. Their faults are reported and break nothing. */
  announce(events: readonly StoredEvent[], afterCommit: (() => void) | null): void {
    if (events.length > 0) for (const listener of this.#listeners) this.guard(() => listener(events))
    if (afterCommit !== null) this.guard(afterCommit)
  }

  announceBreaker(event: StoredBreakerEvent): void {
    for (const listener of this.#breakerListeners) this.guard(() => listener([event]))
  }

  announceSettings(event: StoredSettingsEvent): void {
    for (const listener of this.#settingsListeners) this.guard(() => listener(event))
  }

  guard(callback: () => void): void {
    try {
      callback()
    } catch (error) {
      this.report(error)
    }
  }

  report(error: unknown): void {
    try {
      this.#report(error)
    } catch {
      // A reporter that fails has nobody left to tell.
    }
  }
}
