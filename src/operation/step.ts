import type { Json } from './json.ts'

/** What a stored step was asked for as. The names are stored for ever. */
export const STEP_KINDS = ['step', 'sleep', 'transaction'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** A finished piece of an operation: its output is stored, and a later attempt does not run it again. */
export interface Step {
  readonly id: string
  readonly operationId: string
  readonly kind: StepKind
  /** Unique within the operation, whatever the kind. */
  readonly name: string
  readonly output: Json
  readonly startedAt: number
  /** When it was done. Of a sleep, which is stored as soon as it begins: when it will be over. */
  readonly finishedAt: number
  /** The sequence of the attempt that finished it. */
  readonly attempt: number
  readonly undoneAt: number | null
  /** Its place among the steps that its run had asked for, from 1; null when it was stored before places were. */
  readonly position: number | null
  /** The names of those that were asked for before it in that run, and were not done when it began. */
  readonly unfinished: readonly string[]
}
