import type { Json } from './json.ts'

/** A finished piece of an operation: its output is stored, and a later attempt does not run it again. */
export interface Step {
  readonly id: string
  readonly operationId: string
  /** Unique within the operation. */
  readonly name: string
  readonly output: Json
  readonly startedAt: number
  readonly finishedAt: number
  /** The sequence of the attempt that finished it. */
  readonly attempt: number
  readonly undoneAt: number | null
}
