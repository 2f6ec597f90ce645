import type { GraphQLResolveInfo } from 'graphql'
import { InvalidInputError, InvalidTransitionError, NotFoundError } from '../src/operation/errors.ts'
import type { Operation } from '../src/operation/operation.ts'
import { mayControl, needs } from './access.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { costs } from './cost.ts'
import { OperationType } from './operation.ts'
import { present } from './present.ts'
import type { SeenOperation } from './seen-operation.ts'

interface Payload {
  readonly operation: SeenOperation
}

function payload<Name extends 'Cancel' | 'Pause' | 'Resume'>(name: Name, description: string) {
  return builder.objectRef<Payload>(`${name}OperationPayload`).implement({
    description,
    fields: (t) => ({ operation: t.expose('operation', { type: OperationType, description: 'The operation after it.' }) }),
  })
}

async function after(
  context: Context,
  id: string,
  { fieldName }: GraphQLResolveInfo,
  control: () => Promise<Operation>,
): Promise<Payload> {
  await mayControl(context, id, fieldName)
  const eventCursor = context.recovery.eventCursor()
  return { operation: { ...(await control()), eventCursor } }
}

const CancelOperationPayload = payload('Cancel', 'The operation is cancelled. Cancelling it again changes nothing.')
const PauseOperationPayload = payload('Pause', 'The operation is paused.')
const ResumeOperationPayload = payload('Resume', 'The operation goes on.')

const CancelOperationInput = builder.inputType('CancelOperationInput', {
  description: 'Which operation to cancel, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    reason: t.string({ description: 'Why, for people: kept in the event log.' }),
  }),
})

const PauseOperationInput = builder.inputType('PauseOperationInput', {
  description: 'Which operation to pause.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Its id.' }) }),
})

const ResumeOperationInput = builder.inputType('ResumeOperationInput', {
  description: 'Which operation to let go on.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Its id.' }) }),
})

builder.mutationFields((t) => ({
  cancelOperation: t.field({
    ...needs('operator'),
    type: CancelOperationPayload,
    description: 'Ends an operation for good. A running attempt gets its signal; what it answers later is not recorded.',
    args: { input: t.arg({ type: CancelOperationInput, required: true, description: 'Which operation, and why.' }) },
    extensions: costs({ own: 10 }),
    errors: {
      types: [NotFoundError, InvalidTransitionError, InvalidInputError],
      union: { name: 'CancelOperationResult', description: 'The cancelled operation, or why it was not cancelled.' },
    },
    resolve: (_root, { input: { id, reason } }, context, info) =>
      after(context, id, info, () => context.recovery.cancel(id, present({ reason, actor: context.actor }))),
  }),
  pauseOperation: t.field({
    ...needs('operator'),
    type: PauseOperationPayload,
    description:
      'Stops an operation until it is resumed. A running attempt gets its signal and is not charged; its steps are kept.',
    args: { input: t.arg({ type: PauseOperationInput, required: true, description: 'Which operation.' }) },
    extensions: costs({ own: 10 }),
    errors: {
      types: [NotFoundError, InvalidTransitionError],
      union: { name: 'PauseOperationResult', description: 'The paused operation, or why it was not paused.' },
    },
    resolve: (_root, { input }, context, info) =>
      after(context, input.id, info, () => context.recovery.pause(input.id, present({ actor: context.actor }))),
  }),
  resumeOperation: t.field({
    ...needs('operator'),
    type: ResumeOperationPayload,
    description: 'Lets a paused operation go on, with its steps and checkpoint. Its deadline did not move meanwhile.',
    args: { input: t.arg({ type: ResumeOperationInput, required: true, description: 'Which operation.' }) },
    extensions: costs({ own: 10 }),
    errors: {
      types: [NotFoundError, InvalidTransitionError],
      union: { name: 'ResumeOperationResult', description: 'The operation that goes on, or why it does not.' },
    },
    resolve: (_root, { input }, context, info) =>
      after(context, input.id, info, () => context.recovery.resume(input.id, present({ actor: context.actor }))),
  }),
}))
