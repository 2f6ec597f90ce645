import type { Json, JsonObject } from '../operation/json.ts'
import type { Progress } from '../operation/progress.ts'

/** A logger in the shape of pino's: `(fields, message)`. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What a running function is given beside its input. */
export interface Context {
  readonly operationId: string
  /** Whether the operation is stored: false in a call of a wrapped function that stays in memory, or has so far. */
  readonly durable: boolean
  /** Which attempt of this round runs, from 1. */
  readonly attempt: number
  readonly input: Json
  readonly metadata: JsonObject
  /**
   * Aborted when the attempt must stop: paused, cancelled, timed out, past its deadline, or the server stops.
   * What the function answers after that is not recorded.
   */
  readonly signal: AbortSignal
  /**
   * Runs `fn` once for the life of the operation: its output is stored, and later attempts get the stored one.
   *
   * @param name unique within the operation, 1 to 255 characters; stored for ever
   * @throws what `fn` throws; InvalidInputError when its output is not JSON
   */
  step<T extends Json>(name: string, fn: () => T | Promise<T>): Promise<T>
  /** Reports how far the work has come. Cheap: call it as often as you like. */
  progress(report: Partial<Progress>): void
  /** A checkpoint of the function's own: what was last set survives a crash. */
  readonly state: {
    /** What was last set, by this or an earlier attempt; null when nothing was. */
    get(): Json
    /** Durable once the promise resolves. */
    set(value: Json): Promise<void>
  }
  /** Writes log lines that carry the ids of the operation and the attempt. */
  readonly log: Log
}

/** The work: an async function of a JSON input. */
export type Work<I, O> = (input: I, context: Context) => Promise<O> | O
