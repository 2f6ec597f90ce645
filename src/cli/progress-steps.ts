import { fractionOf, type Progress } from './format/bar.ts'

const STEPS = 10

/** Says which reports of progress are worth a line of their own where lines cannot be drawn again: each tenth, once. */
export class ProgressSteps {
  readonly #reached = new Map<string, number>()

  /** Whether this operation has come to another tenth, or into another stage without a known whole. */
  isNews(operationId: string, progress: Progress | null): boolean {
    if (progress === null) return false
    const fraction = fractionOf(progress)
    if (fraction === null) return false
    const step = Math.floor(fraction * STEPS)
    if (step <= (this.#reached.get(operationId) ?? 0)) return false
    this.#reached.set(operationId, step)
    return true
  }

  forget(operationId: string): void {
    this.#reached.delete(operationId)
  }
}
