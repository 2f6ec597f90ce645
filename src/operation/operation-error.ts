/** What kind of thing went wrong. `interrupted`: the process that ran the attempt died. */
export const ERROR_CATEGORIES = [
  'network',
  'timeout',
  'validation',
  'permission',
  'resource',
  'service',
  'system',
  'interrupted',
  'unknown',
] as const
export type ErrorCategory = (typeof ERROR_CATEGORIES)[number]

export const ERROR_SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type ErrorSeverity = (typeof ERROR_SEVERITIES)[number]

/** An error as it is stored and shown: what happened, what kind of error it is, and what a person can do about it. */
export interface OperationError {
  readonly message: string
  readonly name: string
  readonly code: string | null
  readonly category: ErrorCategory
  readonly subcategory: string
  readonly severity: ErrorSeverity
  /** How likely a retry mends it, from 0 to 1. */
  readonly recoverability: number
  /** How sure this judgement is, from 0 (nothing was recognized) to 1. */
  readonly confidence: number
  readonly retryable: boolean
  readonly remedy: string
  readonly retryAfterMs: number | null
  readonly stack: string | null
  readonly cause: string | null
}

/** The error of an attempt whose process died. */
export const INTERRUPTED: OperationError = {
  message: 'The server stopped while the attempt was running',
  name: 'InterruptedError',
  code: 'INTERRUPTED',
  category: 'interrupted',
  subcategory: 'interrupted',
  severity: 'medium',
  recoverability: 1,
  confidence: 1,
  retryable: true,
  remedy:
    'Nothing needs to be done: it goes on by itself. If it happens again and again, the function may be killing its process.',
  retryAfterMs: null,
  stack: null,
  cause: null,
}

/** The error of an operation whose deadline passed. */
export const DEADLINE_EXCEEDED: OperationError = {
  message: 'The deadline of the operation passed before it succeeded',
  name: 'DeadlineExceededError',
  code: 'DEADLINE_EXCEEDED',
  category: 'timeout',
  subcategory: 'deadline',
  severity: 'high',
  recoverability: 0.5,
  confidence: 1,
  retryable: true,
  remedy: 'Retry it for a new deadline of the same length, or start it with a longer one.',
  retryAfterMs: null,
  stack: null,
  cause: null,
}

/** The error of an operation that ended because its circuit breaker refused its next attempt. */
export function circuitOpen(message: string, retryAfterMs: number | null): OperationError {
  return {
    message,
    name: 'CircuitOpenError',
    code: 'CIRCUIT_OPEN',
    category: 'service',
    subcategory: 'circuit_open',
    severity: 'high',
    recoverability: 1,
    confidence: 1,
    retryable: true,
    remedy: 'Retry it once the circuit breaker has closed, or reset the breaker when what it protects is well again.',
    retryAfterMs,
    stack: null,
    cause: null,
  }
}
