import type { HealthChecks, Reason } from './health-checks.ts'

const REASONS = {
  starting: { code: 'STARTING', message: 'the store is being opened and interrupted work is taken up' },
  ready: null,
  stopping: { code: 'STOPPING', message: 'the server is stopping' },
} as const

/** Whether the server takes work: `starting` → `ready` → `stopping`. */
export class Readiness {
  #state: 'starting' | 'ready' | 'stopping' = 'starting'
  #checks: Pick<HealthChecks, 'reasons'> | null = null

  get state(): 'starting' | 'ready' | 'stopping' {
    return this.#state
  }

  /** Why requests are not let in, for people; null when they are. A store that cannot be written is told by its answers. */
  get reason(): string | null {
    return REASONS[this.#state]?.message ?? null
  }

  /** Why the server should be given no work now: that, and what its checks find. */
  async reasons(): Promise<readonly Reason[]> {
    const own = REASONS[this.#state]
    return own === null ? ((await this.#checks?.reasons()) ?? []) : [own]
  }

  ready(checks: Pick<HealthChecks, 'reasons'> | null): void {
    if (this.#state !== 'starting') return
    this.#checks = checks
    this.#state = 'ready'
  }

  stopping(): void {
    this.#state = 'stopping'
  }
}
