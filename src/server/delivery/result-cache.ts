import type { SharedResult } from './shared-result.ts'

/** How much text of results is kept for the subscribers of a group who have not come to their event yet. */
export const CACHED_CHARACTERS = 2 * 1024 * 1024
// A result being executed has no text yet, and even a short one takes up some memory.
const LEAST_CHARACTERS = 256

/** The results of one group, by event. */
export type GroupResults = Map<object, CachedResult>

export interface CachedResult {
  readonly event: object
  readonly results: GroupResults
  readonly result: SharedResult | Promise<SharedResult>
  characters: number
}

/**
 * Bounds the results that all groups keep. What does not fit any more is executed again for whoever still comes to it:
 * a subscriber that reads slowly costs work then, and no memory.
 */
export class ResultCache {
  readonly #kept = new Set<CachedResult>()
  #characters = 0

  keep(results: GroupResults, event: object, result: SharedResult | Promise<SharedResult>): void {
    const cached: CachedResult = { event, results, result, characters: 0 }
    results.set(event, cached)
    this.#kept.add(cached)
    this.#weigh(cached, LEAST_CHARACTERS)
    if (result instanceof Promise)
      void result.then(
        (settled) => this.#weighText(cached, settled),
        () => this.#drop(cached),
      )
    else this.#weighText(cached, result)
  }

  /** Nobody is left in the group. */
  forget(results: GroupResults): void {
    for (const cached of results.values()) this.#drop(cached)
  }

  #weighText(cached: CachedResult, result: SharedResult): void {
    if (this.#kept.has(cached)) this.#weigh(cached, Math.max(LEAST_CHARACTERS, result.stringify().length))
  }

  #weigh(cached: CachedResult, characters: number): void {
    this.#characters += characters - cached.characters
    cached.characters = characters
    for (const oldest of this.#kept) {
      if (this.#characters <= CACHED_CHARACTERS) return
      this.#drop(oldest)
    }
  }

  #drop(cached: CachedResult): void {
    if (!this.#kept.delete(cached)) return
    this.#characters -= cached.characters
    cached.results.delete(cached.event)
  }
}
