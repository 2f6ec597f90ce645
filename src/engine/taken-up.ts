import type { FunctionCounters } from '../operation/counters.ts'
import type { Registry } from './registry.ts'
import { activeRows } from './status.ts'

/** What a start found in the store. */
export interface TakenUp {
  /** Attempts that a dead process had left running. */
  readonly interrupted: number
  /** Operations of registered functions that go on by themselves, those included; paused ones do not. */
  readonly waiting: number
  /** Operations with work before them whose function is not registered here: kept as they are. */
  readonly unknown: readonly { readonly functionName: string; readonly operations: number }[]
}

export function takenUp(counters: readonly FunctionCounters[], registry: Registry, interrupted: number): TakenUp {
  const isKnown = (of: FunctionCounters) => registry.find(of.functionName) !== undefined
  return {
    interrupted,
    waiting: counters.filter(isKnown).reduce((sum, of) => sum + activeRows(of) - of.rows.paused, 0),
    unknown: counters
      .map((of) => ({ functionName: of.functionName, operations: isKnown(of) ? 0 : activeRows(of) }))
      .filter(({ operations }) => operations > 0),
  }
}
