import type { StateUpdate } from '../src/engine/events/updates.ts'
import type { StoredEvent } from '../src/operation/event.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { OperationStateType } from './operation-state.ts'
import { present } from './present.ts'
import { choosesEvents } from './sharing.ts'
import { operationField, watchArgs } from './subscription-fields.ts'
import { failureAsLast, received } from './update-stream.ts'

export type Completion = StoredEvent & { readonly cursor: string }

export const RecoveryCompletedType = builder.objectRef<Completion>('RecoveryCompleted').implement({
  description: 'The end of an operation. One that is retried after its end ends again.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Subscribe `after` it to go on from here, after a lost connection for example.',
    }),
    operationId: t.exposeID('operationId', { description: "The operation's id." }),
    success: t.boolean({ description: 'Whether it succeeded.', resolve: ({ state }) => state === 'success' }),
    finalState: t.expose('state', { type: OperationStateType, description: '`SUCCESS`, `FAILED`, `EXHAUSTED` or `CANCELLED`.' }),
    totalAttempts: t.exposeInt('totalAttempts', { description: 'Attempts charged in all rounds.' }),
    duration: t.float({
      description: 'Seconds from the first attempt of the round to the end; 0 when no attempt began.',
      resolve: ({ durationMs }) => (durationMs ?? 0) / 1000,
    }),
    timestamp: t.expose('at', { type: 'DateTime', description: 'When it ended.' }),
  }),
})

builder.objectField(RecoveryCompletedType, 'operation', (t) => operationField(t))

builder.subscriptionField('recoveryCompleted', (t) =>
  t.field({
    type: RecoveryCompletedType,
    description: 'Each end of an operation, with or without success.',
    args: watchArgs,
    extensions: { ...costs({ own: 10 }), ...choosesEvents() },
    subscribe: (_root, args, { recovery }) => {
      const ends = recovery.watch({ ...present(args), ends: true, progress: false })
      return failureAsLast(ends as AsyncIterableIterator<StateUpdate>) // progress, the other kind, is switched off
    },
    resolve: (item) => {
      const { cursor, event } = received(item)
      return { ...event, cursor }
    },
  }),
)
