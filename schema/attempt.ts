import type { Attempt, AttemptOutcome } from '../src/operation/attempt.ts'
import { builder } from './builder.ts'
import { connectionType, pageArgs, pageCosts } from './connection.ts'
import { enumOf } from './enums.ts'
import { Node } from './node.ts'
import { pageByNumber } from './number-pages.ts'
import { OperationType } from './operation.ts'
import { OperationErrorType } from './operation-error.ts'

const AttemptOutcomeType = enumOf<AttemptOutcome>('AttemptOutcome', 'How an attempt ended, or that it has not yet.', {
  running: 'It runs.',
  sleeping: 'Its function sleeps and goes on at `nextAttemptAt` of the operation.',
  success: 'Its function answered.',
  failed: 'Its function threw. Charged.',
  timed_out: 'It took longer than it may. Charged.',
  interrupted: 'Its server stopped without warning. Not charged.',
  handed_over: 'Its server was shut down; the operation goes on elsewhere or after the restart. Not charged.',
  paused: 'A person paused the operation. Not charged.',
  cancelled: 'A person cancelled the operation. Not charged.',
})

const AttemptType = builder.objectRef<Attempt>('Attempt').implement({
  description: "One execution of an operation's function.",
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeInt('sequence', { description: 'Counts all attempts of the operation from 1, charged or not.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended; null until then.' }),
    duration: t.field({
      type: 'Duration',
      nullable: true,
      description: 'How long it took; null until it ended.',
      resolve: ({ startedAt, finishedAt }) => (finishedAt === null ? null : Math.max(0, finishedAt - startedAt)),
    }),
    outcome: t.expose('outcome', { type: AttemptOutcomeType, description: 'How it ended, or that it has not yet.' }),
    error: t.expose('error', { type: OperationErrorType, nullable: true, description: 'Why it failed, when it did.' }),
    delayBefore: t.expose('delayBeforeMs', {
      type: 'Duration',
      nullable: true,
      description: 'The wait that was decided before it; null for a first attempt.',
    }),
    strategy: t.exposeString('strategy', {
      nullable: true,
      description: 'What chose that wait, such as `exponential`; null for a first attempt.',
    }),
    server: t.exposeString('server', { nullable: true, description: 'The id of the server that ran it.' }),
  }),
})

const AttemptConnectionType = connectionType('Attempt', AttemptType, 'attempts of an operation')

builder.objectField(OperationType, 'attempts', (t) =>
  t.field({
    type: AttemptConnectionType,
    description: 'Its attempts, the first one first.',
    args: pageArgs,
    extensions: pageCosts(),
    resolve: ({ id }, args, { load }) =>
      pageByNumber('attempts', args, {
        read: (page) => load.attempts(id, page),
        numberOf: (attempt) => attempt.sequence,
      }),
  }),
)
