import { expect, test } from 'vitest'
import * as errors from '../../src/operation/errors.ts'
import { ResultRefusedError, StepOrderError, TransactionTimeoutError } from '../../src/operation/function-errors.ts'
import { DEADLINE_EXCEEDED } from '../../src/operation/operation-error.ts'
import { ERROR } from './situations.ts'

const LONG = 'x'.repeat(300)
const CUT = `${'x'.repeat(77)}...`

// Codes and messages are what clients see: each is written out once, here.
const CASES: readonly (readonly [errors.RecoveryError, errors.ErrorCode, string])[] = [
  [
    new errors.NotFoundError('op_1'),
    'NOT_FOUND',
    'There is no operation with the id "op_1"; it may have been deleted by retention',
  ],
  [
    new errors.NotFoundError(LONG, 'step'),
    'NOT_FOUND',
    `There is no step with the id "${CUT}"; it may have been deleted by retention`,
  ],
  [
    new StepOrderError('step "a"', 'sleep "b"'),
    'STEP_ORDER_CHANGED',
    'The steps have changed since an earlier attempt: expected step "a", found sleep "b". Bring back the earlier order, give the changed function a new name, or define it with stepOrder: \'free\' when stored steps may be left out',
  ],
  [new ResultRefusedError(), 'RESULT_REFUSED', 'The result was refused by retryOnResult'],
  [
    new TransactionTimeoutError('deposit', 5000),
    'DEADLINE_EXCEEDED',
    'The transaction "deposit" took longer than 5000 ms and was rolled back; do slow work before it, in a step, and everything in it through its entity manager (em.execute), for a fork of that waits for the transaction itself',
  ],
  [
    new errors.NotFoundError('api', 'circuit breaker'),
    'NOT_FOUND',
    'There is no circuit breaker with the scope "api"; circuitBreakers lists those there are',
  ],
  [new errors.InvalidInputError('runAt is no date'), 'INVALID_INPUT', 'runAt is no date'],
  [
    new errors.InvalidTransitionError('op_1', 'paused', 'pause', ['cancel', 'resume']),
    'INVALID_TRANSITION',
    'Operation "op_1" is paused and does not accept pause; what can be done now: cancel, resume',
  ],
  [
    new errors.InvalidTransitionError('op_1', 'success', 'cancel', []),
    'INVALID_TRANSITION',
    'Operation "op_1" is success and does not accept cancel; nothing can be done to it any more',
  ],
  [
    new errors.NeedsForceError('op_1', 'cancelled'),
    'NEEDS_FORCE',
    'Operation "op_1" was cancelled; retry it with force: true when its cause is gone',
  ],
  [
    new errors.UnknownFunctionError('copi', ['copy', 'move']),
    'UNKNOWN_FUNCTION',
    'There is no function named "copi"; registered are: copy, move',
  ],
  [
    new errors.UnknownFunctionError('copy', []),
    'UNKNOWN_FUNCTION',
    'There is no function named "copy"; no function is registered',
  ],
  [
    new errors.UnknownFunctionError('bulk.control', ['copy'], 'internal'),
    'UNKNOWN_FUNCTION',
    '"bulk.control" is started by the system itself and by nobody else; registered are: copy',
  ],
  [
    new errors.DuplicateOperationError('op_1', 'idempotency key'),
    'DUPLICATE_OPERATION',
    'Operation "op_1" already uses this idempotency key for something else; use another idempotency key or read that operation',
  ],
  [
    new errors.CursorExpiredError(),
    'CURSOR_EXPIRED',
    'The events after this cursor are no longer in the log; read the operations again and subscribe after their eventCursor',
  ],
  [new errors.CircuitOpenError('copy', 4200), 'CIRCUIT_OPEN', 'The circuit breaker "copy" is open; try again in 5 s or reset it'],
  [
    new errors.CircuitOpenError('copy', null),
    'CIRCUIT_OPEN',
    'The circuit breaker "copy" was tripped and is open until it is reset; reset it when calls may go on',
  ],
  [new errors.OverloadedError('Too much at once'), 'OVERLOADED', 'Too much at once'],
  [new errors.StoreUnavailableError('The disk is full'), 'STORE_UNAVAILABLE', 'The disk is full'],
  [new errors.OperationTimeoutError(500), 'DEADLINE_EXCEEDED', 'The attempt timed out after 500 ms'],
  [
    new errors.AttemptStoppedError('paused'),
    'INVALID_TRANSITION',
    'The attempt was stopped: it was paused; end the function, what it answers is not recorded',
  ],
  [new errors.OperationFailedError('INTERNAL', 'It failed', 'op_1', ERROR), 'INTERNAL', 'It failed'],
  [
    new errors.OperationCancelledError('INVALID_TRANSITION', 'It was cancelled', 'op_1', null),
    'INVALID_TRANSITION',
    'It was cancelled',
  ],
]

test.each(CASES.map(([error, code, message]) => ({ error, code, message, name: error.constructor.name })))(
  '$name has the code $code and says: $message',
  ({ error, code, message, name }) => {
    expect(error).toBeInstanceOf(errors.RecoveryError)
    expect({ code: error.code, message: error.message, name: error.name }).toEqual({ code, message, name })
  },
)

test('errors carry what a program needs beside the message', () => {
  expect(new errors.NotFoundError('op_1').id).toBe('op_1')
  expect(new errors.InvalidInputError('bad').field).toBeNull()
  expect(new errors.NeedsForceError('op_1', 'failed')).toMatchObject({ id: 'op_1', state: 'failed' })
  expect(new errors.UnknownFunctionError('copi', []).functionName).toBe('copi')
  expect(new errors.DuplicateOperationError('op_1', 'id').existingId).toBe('op_1')
  expect(new errors.CircuitOpenError('copy', 4200)).toMatchObject({ scope: 'copy', retryAfterMs: 4200 })
  expect(new errors.OperationTimeoutError(500).timeoutMs).toBe(500)
  expect(new errors.AttemptStoppedError('paused').stopCause).toBe('paused')
})

test('the cause is kept, and is absent when there is none', () => {
  const cause = new Error('disk')
  expect(new errors.InvalidInputError('bad', { field: 'input', cause })).toMatchObject({ field: 'input', cause })
  expect(new errors.StoreUnavailableError('full', { cause }).cause).toBe(cause)
  expect(new errors.OperationFailedError('INTERNAL', 'It failed', 'op_1', ERROR, cause)).toMatchObject({
    operationId: 'op_1',
    error: ERROR,
    cause,
  })
  expect('cause' in new errors.InvalidInputError('bad')).toBe(false)
  expect('cause' in new errors.OperationFailedError('INTERNAL', 'It failed', 'op_1', null)).toBe(false)
})

test('an exhausted operation says by its code whether its deadline passed', () => {
  const exhausted = (error: typeof ERROR | null) => new errors.OperationExhaustedError('Used up', 'op_1', 3, error)
  expect(exhausted(DEADLINE_EXCEEDED)).toMatchObject({ code: 'DEADLINE_EXCEEDED', attempts: 3 })
  expect(exhausted(ERROR).code).toBe('INTERNAL')
  expect(exhausted(null).code).toBe('INTERNAL')
})

test('a refusal by a circuit breaker keeps what the last attempt threw', () => {
  const cause = new Error('down')

  expect(new errors.CircuitOpenError('api', 1500, cause)).toMatchObject({ cause, retryAfterMs: 1500 })
  expect('cause' in new errors.CircuitOpenError('api', 1500)).toBe(false)
})
