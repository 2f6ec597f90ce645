import type { StoredBreakerEvent } from '../operation/breaker-event.ts'
import type { CommitListener } from '../operation/dispatcher.ts'
import type { StoredEvent } from '../operation/event.ts'
import type { StoredSettingsEvent } from '../operation/settings-event.ts'
import type { CommitHooks } from './commit-hooks.ts'

/** The part of every store that lets others take part in its commits and hear of them. */
export abstract class AnnouncingStore {
  protected readonly hooks: CommitHooks

  constructor(hooks: CommitHooks) {
    this.hooks = hooks
  }

  joinCommits(listener: CommitListener): void {
    this.hooks.join(listener)
  }

  onEvents(listener: (events: readonly StoredEvent[]) => void): () => void {
    return this.hooks.onEvents(listener)
  }

  onBreakerEvents(listener: (events: readonly StoredBreakerEvent[]) => void): () => void {
    return this.hooks.onBreakerEvents(listener)
  }

  onSettingsEvent(listener: (event: StoredSettingsEvent) => void): () => void {
    return this.hooks.onSettingsEvent(listener)
  }
}
