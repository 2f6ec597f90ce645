import type { ErrorCode } from '../src/operation/errors.ts'
import { enumOf } from './enums.ts'

const DESCRIPTIONS: Readonly<Record<ErrorCode, string>> = {
  NOT_FOUND: 'Nothing has this id.',
  INVALID_INPUT: 'What was sent cannot be used; the message names the part at fault.',
  INVALID_TRANSITION: "The operation's state does not allow this action.",
  NEEDS_FORCE: 'A retry is not expected to help; ask for it with `force`.',
  UNKNOWN_FUNCTION: 'No function is registered under this name.',
  DUPLICATE_OPERATION: 'The id or the idempotency key is taken by an operation with other input.',
  CURSOR_EXPIRED:
    'The events after this cursor are no longer kept; read the operations again and subscribe after their `eventCursor`.',
  DEADLINE_EXCEEDED: 'The time allowed has passed.',
  STEP_ORDER_CHANGED: 'The steps of the function have changed since an earlier attempt of the operation.',
  RESULT_REFUSED: 'The function answered something that its own rule does not accept.',
  CIRCUIT_OPEN: 'The circuit breaker refuses calls for now.',
  UNAUTHENTICATED: 'Who asks is not known; authenticate first.',
  FORBIDDEN: 'Who asks may not do this.',
  RATE_LIMITED: 'Too many requests; ask again later.',
  OVERLOADED: 'More was asked than is accepted at once; ask again later.',
  STORE_UNAVAILABLE: 'The store cannot be read or written now. Ask again later.',
  DATA_DAMAGED: 'What is stored of this one thing cannot be decrypted; the message names it. Restore a backup of the store.',
  INTERNAL: 'A fault of the server; its log has the details.',
}

export const ErrorCodeType = enumOf<ErrorCode>(
  'ErrorCode',
  'The stable codes of all errors, here and in `extensions.code`.',
  DESCRIPTIONS,
)

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(DESCRIPTIONS, value)
}
