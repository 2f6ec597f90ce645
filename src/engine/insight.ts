import type { Engine } from './engine.ts'
import { type Load, loadOf } from './load.ts'
import type { Meter } from './metrics.ts'

/** What whoever watches over a process wants to know of its engine: `recovery.insight`. */
export class Insight {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Tells a meter of all that happens in this process from now on. There is one at most. */
  observe(meter: Meter): void {
    this.#engine.metering.attach(meter, this.#engine.store)
  }

  /** How busy the engine is now; as cheap with a million operations as with one. */
  load(): Promise<Load> {
    return loadOf(this.#engine)
  }

  /** Whether a function of this name is registered. */
  defines(functionName: string): boolean {
    return this.#engine.registry.find(functionName) !== undefined
  }
}
