import type { Change } from '../operation/change.ts'
import { counterDelta, type FunctionCounters, type LightCalls } from '../operation/counters.ts'
import { OPERATION_STATES, type OperationState } from '../operation/state.ts'

/** What a batch adds to the counters of one function. */
export interface CounterSum {
  readonly functionName: string
  readonly rows: Record<OperationState, number>
  created: number
  blocked: number
  recovered: number
  failed: number
  exhausted: number
  retryAttempts: number
  recoveryMs: number
  lightCalls: number
}

export function emptySum(functionName: string): CounterSum {
  const rows = Object.fromEntries(OPERATION_STATES.map((state) => [state, 0])) as Record<OperationState, number>
  const ended = { recovered: 0, failed: 0, exhausted: 0 }
  return { functionName, rows, created: 0, blocked: 0, ...ended, retryAttempts: 0, recoveryMs: 0, lightCalls: 0 }
}

/** Adds up what the accepted changes of a batch do to the counters, one sum per function. */
export function sumCounters(accepted: readonly Change[]): readonly CounterSum[] {
  const sums = new Map<string, CounterSum>()
  for (const change of accepted) {
    if (!change.writes.state) continue
    const delta = counterDelta(change)
    let sum = sums.get(delta.functionName)
    if (sum === undefined) {
      sum = emptySum(delta.functionName)
      sums.set(delta.functionName, sum)
    }
    if (delta.left !== null) sum.rows[delta.left] -= 1
    sum.rows[delta.entered] += 1
    sum.created += delta.created
    sum.blocked += delta.blocked
    sum.recovered += delta.recovered
    sum.failed += delta.failed
    sum.exhausted += delta.exhausted
    sum.retryAttempts += delta.retryAttempts
    sum.recoveryMs += delta.recoveryMs
  }
  return [...sums.values()]
}

/** What the deletion of operations takes out of the counters: their rows, and nothing else. */
export function sumDeletions(
  deleted: readonly { readonly functionName: string; readonly state: OperationState }[],
): readonly CounterSum[] {
  const sums = new Map<string, CounterSum>()
  for (const { functionName, state } of deleted) {
    const sum = sums.get(functionName) ?? emptySum(functionName)
    sums.set(functionName, sum)
    sum.rows[state] -= 1
  }
  return [...sums.values()]
}

/** The sums that add nothing but calls that made no operation. */
export function sumCalls(counts: readonly LightCalls[]): readonly CounterSum[] {
  return counts.map(({ functionName, calls }) => ({ ...emptySum(functionName), lightCalls: calls }))
}

/** How many rows the counters tell of; absent parts do not restrict. */
export function countRows(
  counters: readonly FunctionCounters[],
  states: readonly OperationState[] = OPERATION_STATES,
  functionNames?: readonly string[],
): number {
  let count = 0
  for (const { functionName, rows } of counters) {
    if (functionNames !== undefined && !functionNames.includes(functionName)) continue
    for (const state of new Set(states)) count += rows[state]
  }
  return count
}
