import type { StoredEvent } from '../src/operation/event.ts'
import { builder } from './builder.ts'
import { connectionType, pageArgs, pageCosts } from './connection.ts'
import { pageByNumber } from './number-pages.ts'
import { OperationType } from './operation.ts'
import { OperationStateType } from './operation-state.ts'
import { shownJson, shownText } from './shown.ts'

const OperationEventType = builder.objectRef<StoredEvent>('OperationEvent').implement({
  description: 'One entry of the event log: what happened to an operation, with the values of that moment.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Its place in the event log: subscribe `after` it for what followed.',
      resolve: ({ position }, _args, { recovery }) => recovery.cursorAt(position),
    }),
    type: t.exposeString('type', {
      description:
        'What happened: `created`, `attempt_started`, `attempt_failed`, `attempt_timed_out`, `attempt_interrupted`, `handed_over`, `sleeping`, `blocked`, `unblocked`, `succeeded`, `expired`, `paused`, `resumed`, `retried`, `cancelled` or `deleted`; later versions may add more.',
    }),
    state: t.expose('state', { type: OperationStateType, description: 'The state it led to.' }),
    attempt: t.exposeInt('attempt', { description: 'Attempts charged in the round, after it.' }),
    error: t.string({
      nullable: true,
      description: "The operation's last error then.",
      resolve: shownText(({ error }) => error),
    }),
    actor: t.exposeString('actor', {
      nullable: true,
      description: 'Who asked for it, when a person or a program did and is known.',
    }),
    data: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'More about it, such as the `reason` of a cancel, the id of the `bulk` operation that it was a part of, or the `limit` (`max_retries`, `category`, `budget`, `deadline`) that ended it.',
      resolve: shownJson(({ data }) => data),
    }),
    timestamp: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
  }),
})

const OperationEventConnectionType = connectionType('OperationEvent', OperationEventType, 'events of an operation')

builder.objectField(OperationType, 'events', (t) =>
  t.field({
    type: OperationEventConnectionType,
    description: 'What happened to it, the earliest first. Old events are deleted by retention.',
    args: pageArgs,
    extensions: pageCosts(),
    resolve: ({ id }, args, { load }) =>
      pageByNumber('events', args, {
        read: (page) => load.events(id, page),
        numberOf: (event) => event.position,
      }),
  }),
)
