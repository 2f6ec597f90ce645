import type { ErrorCategory } from '../operation/operation-error.ts'
import { withSample } from '../policy/learned.ts'

/** How long outages have lasted, by function and category, in milliseconds. */
export interface Outages {
  /** The latest last; at most 50. */
  of(functionName: string, category: ErrorCategory): readonly number[]
  /** One more is over. */
  add(functionName: string, category: ErrorCategory, ms: number): void
}

/** As long as the process lives. */
export class SampleBook implements Outages {
  readonly #samples = new Map<string, readonly number[]>()

  of(functionName: string, category: ErrorCategory): readonly number[] {
    return this.at(keyOf(functionName, category))
  }

  add(functionName: string, category: ErrorCategory, ms: number): void {
    const key = keyOf(functionName, category)
    this.#samples.set(key, withSample(this.at(key), ms))
  }

  at(key: string): readonly number[] {
    return this.#samples.get(key) ?? []
  }

  set(key: string, samples: readonly number[]): void {
    this.#samples.set(key, samples)
  }
}

/** A category has no colon in it, so that no two pairs have one key. Stored for ever. */
export function keyOf(functionName: string, category: ErrorCategory): string {
  return `${category}:${functionName}`
}
