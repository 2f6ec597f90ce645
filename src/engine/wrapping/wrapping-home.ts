import { InvalidInputError } from '../../operation/errors.ts'
import type { Engine } from '../engine.ts'
import type { Recovery } from '../recovery.ts'
import type { Keeper } from './keeper.ts'
import type { LightRuntime, Wrapping } from './wrapped.ts'

/** What a Recovery is to the functions that are wrapped with it. */
export interface Home {
  readonly runtime: LightRuntime
  /**
   * Registers the durable function and answers who keeps its calls; `self` is its `this` when a call is taken up after
   * a crash.
   *
   * @throws InvalidInputError when its name is taken
   */
  define(wrapping: Wrapping, self: unknown): Keeper
}

const homes = new WeakMap<Recovery, Home>()

export function setHome(recovery: Recovery, { keeper, lightRuntime: runtime }: Pick<Engine, 'keeper' | 'lightRuntime'>): void {
  const define = (wrapping: Wrapping, self: unknown) => {
    recovery.define(wrapping.name, keeper.workOf(wrapping, self), keeper.optionsOf(wrapping))
    return keeper
  }
  homes.set(recovery, { runtime, define })
}

/** @throws InvalidInputError when it is no Recovery */
export function homeOf(recovery: Recovery | undefined): Home | null {
  if (recovery === undefined) return null
  const home = homes.get(recovery)
  if (home === undefined) throw new InvalidInputError('recovery must be what createRecovery answers', { field: 'recovery' })
  return home
}
