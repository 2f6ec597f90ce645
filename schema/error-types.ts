import {
  CircuitOpenError,
  DuplicateOperationError,
  InvalidInputError,
  InvalidTransitionError,
  NeedsForceError,
  NotFoundError,
  OverloadedError,
  type RecoveryError,
  UnknownFunctionError,
} from '../src/operation/errors.ts'
import { builder } from './builder.ts'
import { ErrorCodeType } from './error-code.ts'
import { OperationActionType, OperationStateType } from './operation-state.ts'

const ErrorInterface = builder.interfaceRef<RecoveryError>('Error').implement({
  description: 'An expected error: a mutation answers it as data.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What happened and what to do about it, in plain words.' }),
    code: t.expose('code', { type: ErrorCodeType, description: 'The stable code, for programs.' }),
  }),
})

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'No operation has this id (it may have been deleted by retention), or no circuit breaker this scope.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ id: t.exposeID('id', { description: 'The id or scope that was asked for.' }) }),
})

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'What was sent cannot be used.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    field: t.exposeString('field', { nullable: true, description: 'The part at fault, when it can be named.' }),
  }),
})

builder.objectType(InvalidTransitionError, {
  name: 'InvalidTransitionError',
  description: "The operation's state does not allow this action.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    state: t.expose('state', { type: OperationStateType, description: 'The state it is in.' }),
    action: t.expose('action', { type: OperationActionType, description: 'What was asked.' }),
    allowedActions: t.expose('allowedActions', { type: [OperationActionType], description: 'What can be done to it now.' }),
  }),
})

builder.objectType(NeedsForceError, {
  name: 'NeedsForceError',
  description: 'The operation can be retried, but only with `force: true`.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ state: t.expose('state', { type: OperationStateType, description: 'The state it is in.' }) }),
})

builder.objectType(CircuitOpenError, {
  name: 'CircuitOpenError',
  description: 'The circuit breaker refuses attempts for now.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAfter: t.field({
      type: 'Duration',
      description: 'How long until it may permit a probe; with `untilReset` only how long to wait before asking again.',
      resolve: ({ scope, retryAfterMs }, _args, { recovery }) => retryAfterMs ?? recovery.breakers.find(scope)?.timeoutMs ?? 0,
    }),
    untilReset: t.boolean({
      description: 'Whether it is open until a person resets it: nobody knows when that is.',
      resolve: ({ retryAfterMs }) => retryAfterMs === null,
    }),
  }),
})

builder.objectType(UnknownFunctionError, {
  name: 'UnknownFunctionError',
  description: 'No function is registered under this name, or only the system itself starts it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ functionName: t.exposeString('functionName', { description: 'The name that was asked for.' }) }),
})

builder.objectType(DuplicateOperationError, {
  name: 'DuplicateOperationError',
  description: 'The id or the idempotency key is taken by an operation with other input.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ existingId: t.exposeID('existingId', { description: 'The operation that has it.' }) }),
})

builder.objectType(OverloadedError, {
  name: 'OverloadedError',
  description: 'More was asked than is accepted at once; ask again later.',
  interfaces: [ErrorInterface],
})
