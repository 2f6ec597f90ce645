import type { Command, CommandOf, CommandType } from '../../src/operation/command.ts'
import { newOperation, type Operation, type Situation } from '../../src/operation/operation.ts'
import type { OperationError } from '../../src/operation/operation-error.ts'
import { type Outcome, transition } from '../../src/operation/transition.ts'

/** The instant at which the tests of the domain play. */
export const NOW = 1_700_000_000_000
export const TOKEN = 'lease_held'

export const ERROR: OperationError = {
  message: 'connect ECONNREFUSED',
  name: 'Error',
  code: 'ECONNREFUSED',
  category: 'network',
  subcategory: 'connection_refused',
  severity: 'medium',
  recoverability: 0.9,
  confidence: 1,
  retryable: true,
  remedy: 'Wait until the server is back.',
  retryAfterMs: null,
  stack: null,
  cause: null,
}
export const FATAL: OperationError = { ...ERROR, message: 'HTTP 404', code: 'HTTP_404', category: 'validation', retryable: false }

/** What is different in each situation from a new operation; written out by hand, not made by transitions. */
const PARTS: Record<Situation, object> = {
  pending: {},
  in_progress: { ...attempted(1), state: 'in_progress', dueAt: null, token: TOKEN, currentAttemptId: 'att_1' },
  waiting: { ...attempted(1), ...failed(1), state: 'recovering', dueAt: NOW, delayMs: 40, strategy: 'exponential' },
  running: { ...attempted(2), ...failed(1), state: 'recovering', dueAt: null, token: TOKEN, currentAttemptId: 'att_2' },
  paused: { state: 'paused', dueAt: null },
  success: { ...attempted(1), state: 'success', dueAt: null, finishedAt: NOW - 1, result: 'done' },
  failed: { ...attempted(1), ...failed(1), state: 'failed', dueAt: null, finishedAt: NOW - 1, error: FATAL },
  exhausted: { ...attempted(3), ...failed(3), state: 'exhausted', dueAt: null, finishedAt: NOW - 1 },
  cancelled: { state: 'cancelled', dueAt: null, finishedAt: NOW - 1 },
}

function attempted(times: number) {
  return { attempt: times, totalAttempts: times, sequence: times, startedAt: NOW - 90, roundStartedAt: NOW - 90 }
}

function failed(times: number) {
  return { error: ERROR, failedAttempts: times, firstFailedAt: NOW - 80 }
}

/** An operation in the given situation: 3 attempts a round, a deadline of an hour, created 100 ms ago. */
export function inSituation(situation: Situation, parts: Partial<Record<keyof Operation, unknown>> = {}): Operation {
  const given = { id: 'op_1', functionName: 'copy', input: { from: 'a' }, metadata: {}, priority: 0, idempotencyKey: null }
  const fresh = newOperation({ ...given, runAt: null, deadlineMs: 3_600_000, maxAttempts: 3, traceId: null }, NOW - 100)
  return { ...fresh, version: 7, ...PARTS[situation], ...parts } as Operation
}

/** An operation whose first attempt sleeps (`ctx.sleep`) and is due again. */
export function asleep(parts: Partial<Record<keyof Operation, unknown>> = {}): Operation {
  return inSituation('pending', { currentAttemptId: 'att_1', attempt: 1, totalAttempts: 1, sequence: 1, ...parts })
}

/** An operation whose next attempt its circuit breaker refused. */
export function blockedRow(situation: 'pending' | 'waiting', parts: Partial<Record<keyof Operation, unknown>> = {}): Operation {
  return inSituation(situation, { blockedBy: 'copy', dueAt: NOW + 600, ...parts })
}

const DEFAULTS: { readonly [T in CommandType]: CommandOf<T> } = {
  begin: { type: 'begin', attemptId: 'att_new', token: 'lease_new', server: 'srv_1' },
  checkpoint: { type: 'checkpoint', token: TOKEN, steps: [] },
  sleep: { type: 'sleep', token: TOKEN, until: NOW + 500 },
  complete: { type: 'complete', token: TOKEN, result: 42 },
  fail: { type: 'fail', token: TOKEN, error: ERROR, timedOut: false, retry: { delayMs: 1000, strategy: 'exponential' } },
  lost: { type: 'lost', token: TOKEN, retry: { delayMs: 1000, strategy: 'exponential' }, maxInterruptions: 3 },
  hand_over: { type: 'hand_over', token: TOKEN },
  blocked: { type: 'blocked', scope: 'copy', until: NOW + 600, whenOpen: 'wait', error: { ...ERROR, code: 'CIRCUIT_OPEN' } },
  unblock: { type: 'unblock', at: NOW + 300 },
  expire: { type: 'expire' },
  pause: { type: 'pause', actor: null },
  resume: { type: 'resume', actor: null },
  retry: { type: 'retry', actor: null, force: false, maxAttempts: null, attemptId: 'att_promised', circuit: null },
  cancel: { type: 'cancel', actor: null, reason: null },
}

/** A command with the usual values, but for those given. */
export function command<T extends CommandType>(type: T, parts: Partial<CommandOf<T>> = {}): CommandOf<T> {
  return { ...DEFAULTS[type], ...parts }
}

/** The change that the command makes; throws when it makes none. */
export function changeBy(operation: Operation, order: Command, now = NOW) {
  const outcome = transition(operation, order, now)
  if (outcome.kind !== 'changed') throw new Error(`Expected a change, but ${order.type} was ${outcome.kind}`)
  return outcome.change
}

/** The error with which the command is refused; throws when it is not. */
export function refusalOf(outcome: Outcome) {
  if (outcome.kind !== 'refused') throw new Error(`Expected a refusal, but it was ${outcome.kind}`)
  return outcome.error
}
