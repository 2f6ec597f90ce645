import type { Json, JsonObject } from './json.ts'
import type { OperationError } from './operation-error.ts'
import type { Progress } from './progress.ts'

/** What is true of an operation in every state. Instants are milliseconds since the epoch. */
export interface OperationFacts {
  readonly id: string
  readonly functionName: string
  readonly input: Json
  readonly metadata: JsonObject
  /** From -100 to 100; higher runs first. */
  readonly priority: number
  readonly idempotencyKey: string | null
  /** Moves by one with each change of state; a person's command is fenced by it. */
  readonly version: number
  readonly createdAt: number
  readonly updatedAt: number
  /** The start of the first attempt ever. */
  readonly startedAt: number | null
  /** The start of this round's first attempt. */
  readonly roundStartedAt: number | null
  /** Not to be run before this instant. */
  readonly runAt: number
  /** The length of a round's deadline, or null when it has none. */
  readonly deadlineMs: number | null
  readonly deadlineAt: number | null
  /** 1, and one more with each manual retry of a finished operation. */
  readonly round: number
  /** Attempts charged in this round, the running one included. */
  readonly attempt: number
  readonly maxAttempts: number
  /** Attempts charged in all rounds. */
  readonly totalAttempts: number
  /** Attempts that ended with an error of the function or a timeout, in all rounds. */
  readonly failedAttempts: number
  readonly firstFailedAt: number | null
  /** Attempts of this round whose process died. */
  readonly interruptions: number
  /** The number of the last attempt row; never reused. */
  readonly sequence: number
  /** The last error, kept until the operation succeeds, and for ever when its success is a fallback's. */
  readonly error: OperationError | null
  readonly progress: Progress | null
  /** What the function stored with `ctx.state`. */
  readonly checkpoint: Json
  /** The id that the next attempt will have, once somebody was told of it; else null. */
  readonly nextAttemptId: string | null
  /** The wait decided before the attempt that runs or, while none does, before the next one; and the strategy that chose it. */
  readonly delayMs: number | null
  readonly strategy: string | null
  /** The scope of the circuit breaker that refused its next attempt, while it waits for that. */
  readonly blockedBy: string | null
  readonly traceId: string | null
  /** Where in its trace it was started, as `traceContextText` writes it; null outside of one. */
  readonly traceContext: string | null
}

/** Waiting to be run at `dueAt`. `currentAttemptId` is set while an attempt sleeps (`ctx.sleep`). */
interface Waiting {
  readonly dueAt: number
  readonly token: null
  readonly currentAttemptId: string | null
  readonly finishedAt: null
  readonly result: null
}

/** An attempt runs under a lease; `token` fences its writes. */
interface Running {
  readonly dueAt: null
  readonly token: string
  readonly currentAttemptId: string
  readonly finishedAt: null
  readonly result: null
}

interface Resting {
  readonly dueAt: null
  readonly token: null
  readonly currentAttemptId: null
  readonly result: null
}

export type PendingOperation = OperationFacts & Waiting & { readonly state: 'pending' }
export type InProgressOperation = OperationFacts & Running & { readonly state: 'in_progress' }
export type RecoveringWaitingOperation = OperationFacts & Waiting & { readonly state: 'recovering' }
export type RecoveringRunningOperation = OperationFacts & Running & { readonly state: 'recovering' }
export type PausedOperation = OperationFacts & Resting & { readonly state: 'paused'; readonly finishedAt: null }
export type UnsuccessfulOperation = OperationFacts &
  Resting & { readonly state: 'failed' | 'exhausted' | 'cancelled'; readonly finishedAt: number }
export type SuccessfulOperation = OperationFacts &
  Omit<Resting, 'result'> & { readonly state: 'success'; readonly finishedAt: number; readonly result: Json }

export type WaitingOperation = PendingOperation | RecoveringWaitingOperation
export type RunningOperation = InProgressOperation | RecoveringRunningOperation
export type FinishedOperation = UnsuccessfulOperation | SuccessfulOperation

/** One durable run of a function. Immutable: `transition` answers the next one. */
export type Operation = WaitingOperation | RunningOperation | PausedOperation | FinishedOperation

/** The field that decides who may move an operation: a situation is a state, with `recovering` told apart. */
export type Situation =
  | 'pending'
  | 'in_progress'
  | 'waiting'
  | 'running'
  | 'paused'
  | 'success'
  | 'failed'
  | 'exhausted'
  | 'cancelled'

/** `recovering` splits into `waiting` and `running`; every other state is its own situation. */
export function situationOf(operation: Operation): Situation {
  if (operation.state !== 'recovering') return operation.state
  return operation.token === null ? 'waiting' : 'running'
}

export function isRunning(operation: Operation): operation is RunningOperation {
  return operation.token !== null
}

export function isWaiting(operation: Operation): operation is WaitingOperation {
  return operation.dueAt !== null
}

/**
 * Whether it waits for its circuit breaker: not due, whatever `dueAt` says, until it is unblocked. `dueAt` is what was known
 * when it was blocked; `recovery.breakers.nextAttemptAt` knows better.
 */
export function isBlocked(operation: Operation): boolean {
  return operation.blockedBy !== null
}

/** Whether an attempt sleeps (`ctx.sleep`): open, but not running. */
export function isSleeping(operation: Operation): boolean {
  return operation.token === null && operation.currentAttemptId !== null
}

/** Success after at least one failed attempt, by the function itself. */
export function isRecovered({ state, failedAttempts, error }: Ended): boolean {
  return state === 'success' && failedAttempts > 0 && error === null
}

/** What tells how an operation ended; of its error only whether it has one. */
type Ended = Pick<Operation, 'state' | 'failedAttempts'> & { readonly error: object | null }

/** Seconds are for the surfaces; here: milliseconds from the first attempt of the round to the end, 0 when none began. */
export function roundDurationMs(operation: FinishedOperation): number {
  return operation.roundStartedAt === null ? 0 : Math.max(0, operation.finishedAt - operation.roundStartedAt)
}

/** What a caller gives to create an operation, already checked. */
export interface NewOperation {
  readonly id: string
  readonly functionName: string
  readonly input: Json
  readonly metadata: JsonObject
  readonly priority: number
  readonly idempotencyKey: string | null
  readonly runAt: number | null
  readonly deadlineMs: number | null
  readonly maxAttempts: number
  readonly traceId: string | null
  readonly traceContext?: string | null
}

/** The first row of an operation: pending, due at `runAt`. The deadline counts from max(now, runAt). */
export function newOperation(given: NewOperation, now: number): PendingOperation {
  const runAt = given.runAt ?? now
  return {
    id: given.id,
    functionName: given.functionName,
    input: given.input,
    metadata: given.metadata,
    priority: given.priority,
    idempotencyKey: given.idempotencyKey,
    version: 1,
    state: 'pending',
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    roundStartedAt: null,
    runAt,
    deadlineMs: given.deadlineMs,
    deadlineAt: given.deadlineMs === null ? null : Math.max(now, runAt) + given.deadlineMs,
    round: 1,
    attempt: 0,
    maxAttempts: given.maxAttempts,
    totalAttempts: 0,
    failedAttempts: 0,
    firstFailedAt: null,
    interruptions: 0,
    sequence: 0,
    error: null,
    progress: null,
    checkpoint: null,
    nextAttemptId: null,
    delayMs: null,
    strategy: null,
    blockedBy: null,
    traceId: given.traceId,
    traceContext: given.traceContext ?? null,
    dueAt: Math.max(now, runAt),
    token: null,
    currentAttemptId: null,
    finishedAt: null,
    result: null,
  }
}
