import type { FunctionCounters } from '../operation/counters.ts'
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

export function takenUpOf(
  counters: readonly FunctionCounters[],
  interrupted: number,
  isKnown: (functionName: string) => boolean,
): TakenUp {
  const known = counters.filter(({ functionName }) => isKnown(functionName))
  return {
    interrupted,
    waiting: known.reduce((sum, of) => sum + activeRows(of) - of.rows.paused, 0),
    unknown: counters
      .map((of) => ({ functionName: of.functionName, operations: known.includes(of) ? 0 : activeRows(of) }))
      .filter(({ operations }) => operations > 0),
  }
}
