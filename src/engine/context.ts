import type { EntityManager } from '@mikro-orm/sqlite'
import type { Duration } from '../operation/duration.ts'
import type { Json, JsonObject } from '../operation/json.ts'
import type { Progress } from '../operation/progress.ts'

/** A logger in the shape of pino's: `(fields, message)`. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface RunTransaction {
  <T>(name: string, fn: (entityManager: EntityManager) => T | Promise<T>): Promise<T>
  <T>(fn: (entityManager: EntityManager) => T | Promise<T>): Promise<T>
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
   * Runs `fn` once for the life of the operation: its output is stored, and later attempts get the stored one. Steps
   * may run side by side (`Promise.all`).
   *
   * What a function asks for next must follow from its input, from outputs of steps and from its state alone: a function
   * that asks for other steps than an earlier attempt did was changed meanwhile, and its operation ends with a
   * StepOrderError (see `stepOrder` of the function's options).
   *
   * @param name unique within the operation, 1 to 255 characters; stored for ever
   * @throws what `fn` throws; InvalidInputError when its output is not JSON; StepOrderError
   */
  step<T extends Json>(name: string, fn: () => T | Promise<T>): Promise<T>
  /**
   * Waits, for minutes or for months, through restarts and crashes. The end is fixed when the sleep begins; nobody
   * shortens it from outside, and a sleep that is over is not slept again.
   *
   * Steps that run beside it are waited for, and other sleeps too. Then the attempt lets go of its slot: the promise is
   * never settled, so that neither `catch` nor `finally` runs, and `signal` is aborted. At the end of the sleep the
   * function is called again, in the same attempt (not charged again, with its whole `timeout`), and its finished steps
   * answer at once. So hold nothing over a sleep that must be given back, and put work beside it into steps.
   *
   * @param name as of a step, and no step's; the duration of a later call with this name does not count
   * @throws InvalidInputError, StepOrderError; AttemptStoppedError when the attempt is stopped while steps run beside it
   */
  sleep(name: string, duration: Duration): Promise<void>
  /**
   * A step on the tables of the program itself: what `fn` does with the entity manager is committed together with the
   * step, both or neither, so that its effect on the data is had exactly once. For entities see `createRecovery`.
   *
   * It keeps everybody else from writing, so it may take 5 s at most, and inside it nothing is written in another way:
   * steps, states and starts of operations are refused there. `fn` may be run again when it fails.
   *
   * @param name as of a step; without one the transactions of a run are named by their order: `transaction 1` and so on
   * @throws what `fn` throws, after a rollback; TransactionTimeoutError; InvalidInputError when its output is not JSON,
   *   or the store has no tables
   */
  readonly transaction: RunTransaction
  /**
   * Reports how far the work has come. Cheap: call it as often as you like.
   *
   * Of `current`, or of `fraction` when nothing is counted, the speed of late is derived, and shown with the time left,
   * unless you tell `rate` yourself. The first report of an attempt, and the next after a step that was done already, is
   * where it begins; so it does when `current` goes back and with another `unit` or `stage`. When reports stop for half a
   * minute (and three times their usual spacing) no rate is told until they come again.
   */
  progress(report: Partial<Progress>): void
  /** A checkpoint of the function's own: what was last set survives a crash. */
  readonly state: {
    /** A copy of what was last set, by this or an earlier attempt; null when nothing was. */
    get(): Json
    /**
     * Durable once the promise resolves; of many at once the last one stays.
     *
     * @throws InvalidInputError when it is not JSON, or more than 10 million characters of it
     */
    set(value: Json): Promise<void>
  }
  /** Writes log lines that carry the ids of the operation and the attempt. */
  readonly log: Log
}

/** The work: an async function of a JSON input. */
export type Work<I, O> = (input: I, context: Context) => Promise<O> | O
