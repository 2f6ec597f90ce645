import type { OperationUpdate } from '../src/engine/events/updates.ts'
import { type EventType, endsRound } from '../src/operation/event.ts'
import type { Progress } from '../src/operation/progress.ts'
import type { OperationState } from '../src/operation/state.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { OperationStateType } from './operation-state.ts'
import { present } from './present.ts'
import { ProgressType } from './progress.ts'
import { type Completion, RecoveryCompletedType } from './recovery-completed.ts'
import { choosesEvents } from './sharing.ts'
import { shownText } from './shown.ts'
import { operationField, watchArgs } from './subscription-fields.ts'
import { failureAsLast, received } from './update-stream.ts'

/** What changes of state and reports of progress and of steps have in common. */
interface Update {
  readonly cursor: string
  /** Null for a report of progress or of a finished step. */
  readonly type: EventType | null
  readonly operationId: string
  readonly functionName: string
  readonly state: OperationState
  readonly attempt: number
  readonly maxAttempts: number
  readonly error: string | null
  readonly progress: Progress | null
  readonly nextAttemptAt: number | null
  readonly at: number
  readonly completed: Completion | null
}

function toUpdate(update: OperationUpdate): Update {
  if (update.kind === 'progress') return { ...update, type: null, nextAttemptAt: null, completed: null }
  const event = { ...update.event, cursor: update.cursor }
  return { ...event, progress: update.progress, completed: endsRound(event) ? event : null }
}

const RecoveryUpdateType = builder.objectRef<Update>('RecoveryUpdate').implement({
  description:
    'A change of an operation, with the values of that moment, or a report of its progress or of a step that it finished. Changes are never lost, doubled or out of order; of reports only the latest counts.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Subscribe `after` it to go on from here, after a lost connection for example.',
    }),
    type: t.exposeString('type', {
      nullable: true,
      description:
        'What happened, as in the events of an operation, `deleted` at last when a person deleted it; null for a report of progress or of a finished step.',
    }),
    operationId: t.exposeID('operationId', { description: "The operation's id." }),
    functionName: t.exposeString('functionName', { description: 'The function it runs.' }),
    state: t.expose('state', { type: OperationStateType, description: 'The state it led to.' }),
    attempt: t.exposeInt('attempt', { description: 'Attempts charged in this round, the running one included.' }),
    maxAttempts: t.exposeInt('maxAttempts', { description: 'Attempts allowed in a round.' }),
    error: t.string({
      nullable: true,
      description: "The message of the operation's last error.",
      resolve: shownText(({ error }) => error),
    }),
    progress: t.expose('progress', {
      type: ProgressType,
      nullable: true,
      description: 'How far it has come, when that is known.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When its next attempt is due, when it waits for one; of one that waits for a circuit breaker, when that may permit it, as known now.',
    }),
    timestamp: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    completed: t.expose('completed', {
      type: RecoveryCompletedType,
      nullable: true,
      description:
        'The end of the operation, when this is one: the same as `recoveryCompleted` tells, in the order of the updates.',
    }),
  }),
})

builder.objectField(RecoveryUpdateType, 'operation', (t) => operationField(t))

builder.subscriptionField('recoveryUpdate', (t) =>
  t.field({
    type: RecoveryUpdateType,
    description:
      'Each change of state, attempt, error or next attempt of operations, and while they run their progress and each step that they finish.',
    args: {
      ...watchArgs,
      states: t.arg({ type: [OperationStateType], description: 'Only what led to these states.' }),
      progress: t.arg.boolean({ defaultValue: true, description: 'Whether to be told of progress and of finished steps too.' }),
    },
    extensions: { ...costs({ own: 10 }), ...choosesEvents() },
    subscribe: (_root, args, { recovery }) => failureAsLast(recovery.watch(present(args))),
    resolve: (item) => toUpdate(received(item)),
  }),
)
