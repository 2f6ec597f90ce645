import {
  CircuitOpenError,
  InvalidInputError,
  InvalidTransitionError,
  NeedsForceError,
  NotFoundError,
  UnknownFunctionError,
} from '../src/operation/errors.ts'
import { mayControl, needs } from './access.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { OperationType } from './operation.ts'
import { present } from './present.ts'
import type { SeenOperation } from './seen-operation.ts'

interface RetryPayload {
  readonly operation: SeenOperation
  readonly retryId: string
}

const RetryOperationPayload = builder.objectRef<RetryPayload>('RetryOperationPayload').implement({
  description: 'The operation will be attempted again, now.',
  fields: (t) => ({
    operation: t.expose('operation', { type: OperationType, description: 'The operation after it.' }),
    retryId: t.exposeID('retryId', { description: 'The id of the attempt it leads to.' }),
  }),
})

const RetryOperationInput = builder.inputType('RetryOperationInput', {
  description: 'Which operation to retry, and how.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    force: t.boolean({
      defaultValue: false,
      description: 'Retry although it is not expected to help, or although the operation was cancelled.',
    }),
    maxAttempts: t.int({
      description:
        "Attempts of the new round, 1 to 1001; by default the operation's own. Refused for one that waits for its next attempt.",
    }),
    input: t.field({
      type: 'JSON',
      description:
        'Another input for the new round of an operation that ended, which then begins anew: its checkpoint and the steps that are done are deleted. Null or absent: the same input, and steps that are done stay done. One that holds `[redacted]` is refused.',
    }),
  }),
})

builder.mutationField('retryOperation', (t) =>
  t.field({
    ...needs('operator'),
    type: RetryOperationPayload,
    description: 'Makes the next attempt of a waiting operation due now, or starts a new round of attempts after it ended.',
    args: { input: t.arg({ type: RetryOperationInput, required: true, description: 'Which operation, and how.' }) },
    extensions: costs({ own: 10 }),
    errors: {
      types: [NotFoundError, InvalidTransitionError, NeedsForceError, CircuitOpenError, InvalidInputError, UnknownFunctionError],
      union: { name: 'RetryOperationResult', description: 'The operation that is retried, or why it is not.' },
    },
    resolve: async (_root, { input: { id, ...options } }, context, { fieldName }) => {
      await mayControl(context, id, fieldName)
      const { recovery, actor } = context
      const eventCursor = recovery.eventCursor()
      const input = recovery.redaction.unredacted(options.input, 'input')
      const { operation, retryId } = await recovery.retry(id, present({ ...options, input, actor }))
      return { operation: { ...operation, eventCursor }, retryId }
    },
  }),
)
