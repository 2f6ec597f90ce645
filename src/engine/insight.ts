import { allows, type Caller, type Role } from '../operation/caller.ts'
import type { Duration } from '../operation/duration.ts'
import type { Operation } from '../operation/operation.ts'
import type { OperationAction } from '../operation/state.ts'
import { availableActions } from '../operation/transition.ts'
import { Attention } from './attention/attention.ts'
import { roleToControl } from './control-role.ts'
import type { Engine } from './engine.ts'
import { type Load, loadOf } from './load.ts'
import type { Meter } from './metrics.ts'
import { type Performance, readPerformanceOf } from './performance.ts'

/** What whoever serves a process or watches over it wants to know of its engine: `recovery.insight`. */
export class Insight {
  readonly #engine: Engine
  /** What a person should look at now: why operations fail, what does not get on, which circuit breakers are open. */
  readonly attention: Attention

  constructor(engine: Engine) {
    this.#engine = engine
    this.attention = new Attention(engine)
  }

  /** Tells a meter of all that happens in this process from now on. There is one at most. */
  observe(meter: Meter): void {
    this.#engine.metering.attach(meter, this.#engine.store)
  }

  /** How busy the engine is now; as cheap with a million operations as with one. */
  load(): Promise<Load> {
    return loadOf(this.#engine)
  }

  /**
   * `recovery.performance` of each of these functions, by name; without the trips of circuit breakers, which belong to scopes.
   *
   * @throws InvalidInputError when the window is out of its range
   */
  performanceOf(functionNames: readonly string[], window: Duration | null): Promise<ReadonlyMap<string, Performance>> {
    return readPerformanceOf(this.#engine.store, this.#engine.clock.now(), functionNames, window)
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

  /** What a caller over the network can do to this operation now. */
  actionsFor(caller: Caller, operation: Operation): readonly OperationAction[] {
    return allows(caller, this.roleToControl(operation)) ? availableActions(operation) : []
  }
}
