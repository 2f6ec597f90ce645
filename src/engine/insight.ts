import type { Role } from '../operation/caller.ts'
import type { Operation } from '../operation/operation.ts'
import { roleToControl } from './control-role.ts'
import type { Engine } from './engine.ts'
import { type Load, loadOf } from './load.ts'
import type { Meter } from './metrics.ts'

/** What whoever serves a process or watches over it wants to know of its engine: `recovery.insight`. */
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

  /** Whether the last write of the engine succeeded, and nothing waits to be written that could not be. */
  get writable(): boolean {
    return this.#engine.gate.open
  }

  /** Whether what is due is begun here: the engine is open, and its store can be written. */
  get claiming(): boolean {
    return this.#engine.loop.claiming
  }

  /** Whether a function of this name is registered. */
  defines(functionName: string): boolean {
    return this.#engine.registry.find(functionName) !== undefined
  }

  /** The role that a caller over the network needs to pause, resume, retry or cancel this operation. */
  roleToControl(operation: Operation): Role {
    return roleToControl(operation, this.#engine.registry)
  }
}
