import type { RecoveryUpdatePayload } from './payloads.ts'

/** What went past of one operation since somebody began to look. */
export interface Passage {
  /** The last update, sent or not; null while there was none. */
  readonly last: RecoveryUpdatePayload | null
  /** Whether one of them was sent to the sockets. */
  readonly told: boolean
  /** Resolves with the next update, or when it can no longer come. */
  next(): Promise<void>
  close(): void
}

interface Watched {
  last: RecoveryUpdatePayload | null
  told: boolean
  wake: () => void
}

/** The updates on their way to the sockets, for those who must know whether they saw one go by. */
export class Passages {
  readonly #watched = new Map<string, Set<Watched>>()

  watch(operationId: string): Passage {
    const watched: Watched = { last: null, told: false, wake: () => undefined }
    const all = this.#watched.get(operationId) ?? new Set()
    this.#watched.set(operationId, all.add(watched))
    return {
      get last() {
        return watched.last
      },
      get told() {
        return watched.told
      },
      next: () =>
        new Promise((resolve) => {
          watched.wake = resolve
        }),
      close: () => {
        all.delete(watched)
        if (all.size === 0 && this.#watched.get(operationId) === all) this.#watched.delete(operationId)
      },
    }
  }

  pass(update: RecoveryUpdatePayload, told: boolean): void {
    for (const watched of this.#watched.get(update.operation_id) ?? []) {
      watched.last = update
      watched.told ||= told
      watched.wake()
    }
  }

  /** Some were lost: nobody waits for them any longer. */
  giveUp(): void {
    for (const all of this.#watched.values()) for (const { wake } of all) wake()
  }
}
