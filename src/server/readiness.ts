const REASONS = {
  starting: 'the store is being opened and interrupted work is taken up',
  ready: null,
  stopping: 'the server is stopping',
} as const

/** Whether the server takes work: `starting` → `ready` → `stopping`. */
export class Readiness {
  #state: 'starting' | 'ready' | 'stopping' = 'starting'

  get state(): 'starting' | 'ready' | 'stopping' {
    return this.#state
  }

  /** Why not, for people; null when it is ready. */
  get reason(): string | null {
    return REASONS[this.#state]
  }

  ready(): void {
    if (this.#state === 'starting') this.#state = 'ready'
  }

  stopping(): void {
    this.#state = 'stopping'
  }
}
