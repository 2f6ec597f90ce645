import type { Duration } from '../operation/duration.ts'
import type { Json } from '../operation/json.ts'
import type { OperationError } from '../operation/operation-error.ts'
import { optionNames } from '../policy/known-options.ts'
import { POLICY_OPTIONS, type PolicyOptions } from '../policy/policy.ts'
import type { RetryContext } from './attempt/function-rules.ts'
import type { StandardSchema } from './standard-schema.ts'

/**
 * How a function is retried and bounded. Absent options take the engine's defaults
 * (`createRecovery({ defaults })`, by default 3 retries after waits that suit the error's category).
 */
export interface FunctionOptions extends PolicyOptions {
  /** For people: what the function does. */
  readonly description?: string
  /**
   * What the function accepts: a schema of zod, valibot, arktype or any library that speaks Standard Schema. Input that it
   * refuses is refused at the start, with the path; what it makes of the input is what is stored and given to the function.
   */
  readonly input?: StandardSchema
  /** The JSON Schema of the input, for people. Default: the schema's own, when its library can tell it. */
  readonly inputJsonSchema?: Readonly<Record<string, unknown>>
  /**
   * The function's own word on whether an error is worth a retry: true or false wins over what the classifier says,
   * nothing leaves it at that. The limits on retries still hold. One that throws or answers anything else is ignored.
   */
  readonly shouldRetry?: (error: unknown, context: RetryContext & { readonly error: OperationError }) => boolean | undefined
  /**
   * True for an answer of the function that is to be retried as if it had failed (with a ResultRefusedError), such as
   * "still pending". One that throws or answers no boolean is ignored: the answer stands.
   */
  readonly retryOnResult?: (value: unknown, context: RetryContext) => boolean | undefined
  /**
   * What the operation ends with instead of its last failure: a JSON value, or a function of the error and the input.
   * It is a success then, whose `error` is the failure it stands for and which does not count as recovered. It does not
   * stand for a deadline, a cancel, an open circuit breaker or a process that died. A function that throws, answers what
   * is not JSON or takes longer than 30 s leaves the failure as it is; after a crash it may be asked again.
   */
  readonly fallback?: Json | ((error: unknown, input: Json, context: RetryContext) => unknown)
  /**
   * `'checked'` (the default): an operation whose steps were changed under it ends with a StepOrderError.
   * `'free'`: stored steps may be left out and new ones put before them; each still runs once.
   */
  readonly stepOrder?: 'checked' | 'free'
  /**
   * Whether only this program itself may start it: for those who ask over the network (`startOperation`, REST) it cannot
   * be started, though its operations can be seen, and be paused, resumed, retried and cancelled by admins. Its attempts take
   * none of the slots of the others, but have as many of their own as its `concurrency` says. Default false.
   */
  readonly internal?: boolean
}

const OF_FUNCTIONS = {
  ...POLICY_OPTIONS,
  description: true,
  input: true,
  inputJsonSchema: true,
  shouldRetry: true,
  retryOnResult: true,
  fallback: true,
  stepOrder: true,
  internal: true,
} as const
export const FUNCTION_OPTIONS = optionNames<FunctionOptions>(OF_FUNCTIONS)

/** What can be said when an operation is started. */
export interface StartOptions {
  /** Your own id, 1 to 255 characters. Starting the same id with the same input again answers the first operation. */
  readonly id?: string
  /** Unique per function while the operation exists; the same key with the same input answers the first operation. */
  readonly idempotencyKey?: string
  /** From -100 to 100, higher first. Default 0. */
  readonly priority?: number
  /** Yours to search by; not for secrets: what looks like one is redacted before it is stored. */
  readonly metadata?: Readonly<Record<string, unknown>>
  /** Not to be run before this instant. */
  readonly runAt?: Date
  /** The longest a round may take, counted from max(creation, runAt). Default: the function's. */
  readonly deadline?: Duration
  /** Attempts in all, 1 to 1001. Default: the function's maxRetries + 1. */
  readonly maxAttempts?: number
  /** Who asks, for the event log. */
  readonly actor?: string
  /**
   * The caller's place in a trace, as the headers of W3C Trace Context tell it. Needed only where the caller is another
   * process and no OpenTelemetry SDK has made it the active context. What is none counts as absent.
   */
  readonly trace?: { readonly traceparent: string; readonly tracestate?: string | null }
}

export const START_OPTIONS = optionNames<StartOptions>({
  id: true,
  idempotencyKey: true,
  priority: true,
  metadata: true,
  runAt: true,
  deadline: true,
  maxAttempts: true,
  actor: true,
  trace: true,
})

/** Who asks, for the event log. */
export interface ControlOptions {
  readonly actor?: string
}

export interface CancelOptions extends ControlOptions {
  /** Why, for people: kept in the event log, without its secrets. At most 1,000 characters. */
  readonly reason?: string
}

export interface RetryOptions extends ControlOptions {
  /** Retry although the error is not expected to be mended by it, or although the operation was cancelled. */
  readonly force?: boolean
  /** Attempts of the new round, 1 to 1001. Refused for an operation that waits for its next attempt. */
  readonly maxAttempts?: number
  /**
   * Another input for the new round of an operation that ended, checked as at a start. The round begins anew: the
   * checkpoint and the steps of the input before are deleted. Absent: the same input, and steps done stay done.
   */
  readonly input?: unknown
}
