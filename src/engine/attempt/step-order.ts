import { StepOrderError } from '../../operation/function-errors.ts'
import type { Step, StepKind } from '../../operation/step.ts'

/** What was asked for in a run, and what is known about its order when it begins. */
export interface Place {
  readonly position: number
  readonly unfinished: readonly string[]
}

/**
 * Holds the steps that a run asks for against those that earlier attempts stored.
 *
 * A function is deterministic between its steps: what it asks for next depends on its input, on outputs of steps and on
 * its state alone. So when it asks for a step that no earlier attempt knew, it must have asked for every stored one; and
 * when it asks for a stored one, it must have asked for those that were done before that one began. Steps that were
 * under way together have no order among themselves.
 *
 * Two things may rightly lead elsewhere: the outcome of a step that was not done when a later one was stored (it failed
 * and was caught, say) and is known now, and a state that the function reads back.
 */
export class StepOrder {
  readonly #stored: ReadonlyMap<string, Step>
  readonly #inOrder: readonly Step[]
  /** Asked for by an earlier attempt, which did not finish them as far as this one knows. */
  readonly #begun: ReadonlySet<string>
  readonly #asked: ReadonlySet<string>
  readonly #settledAnew: ReadonlySet<string>

  constructor(stored: ReadonlyMap<string, Step>, run: StepsOfRun) {
    this.#stored = stored
    this.#inOrder = [...stored.values()].filter(hasPlace).sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
    this.#begun = new Set(this.#inOrder.flatMap(({ unfinished }) => unfinished))
    this.#asked = run.asked
    this.#settledAnew = run.settledAnew
  }

  /** What the run should have asked for first, or null when all is well. */
  faultOf(kind: StepKind, name: string): StepOrderError | null {
    const stored = this.#stored.get(name)
    const found = `${kind} "${name}"`
    if (stored === undefined && this.#begun.has(name)) return null
    const missed = this.#inOrder.find((step) => this.#isMissed(step, stored))
    return missed === undefined ? null : new StepOrderError(`${missed.kind} "${missed.name}"`, found)
  }

  #isMissed(step: Step, before: Step | undefined): boolean {
    if (this.#asked.has(step.name) || step.unfinished.some((name) => this.#settledAnew.has(name))) return false
    return before === undefined || wasDoneBefore(step, before)
  }
}

/** A name stands for one kind of step, whatever the order. */
export function kindFault(stored: Step | undefined, kind: StepKind, name: string): StepOrderError | null {
  if (stored === undefined || stored.kind === kind) return null
  return new StepOrderError(`${stored.kind} "${name}"`, `${kind} "${name}"`)
}

/** The steps that one run has asked for, by name, in the order in which it did. */
export class StepsOfRun {
  readonly asked = new Set<string>()
  /** Run in this run, and over: done or failed. */
  readonly settledAnew = new Set<string>()
  readonly #unfinished = new Set<string>()

  has(name: string): boolean {
    return this.asked.has(name)
  }

  ask(name: string): Place {
    const unfinished = [...this.#unfinished]
    this.asked.add(name)
    this.#unfinished.add(name)
    return { position: this.asked.size, unfinished }
  }

  /** Its output is there. */
  done(name: string): void {
    this.#unfinished.delete(name)
  }

  /** It was run in this run, and has settled one way or the other: what comes next may depend on how. */
  settle(name: string, isDone: boolean): void {
    this.settledAnew.add(name)
    if (isDone) this.done(name)
  }
}

function hasPlace(step: Step): boolean {
  return step.position !== null
}

function wasDoneBefore(step: Step, later: Step): boolean {
  if (step.position === null || later.position === null || step.position >= later.position) return false
  return !later.unfinished.includes(step.name)
}
