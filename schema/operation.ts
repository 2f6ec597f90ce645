import { isRecovered } from '../src/operation/operation.ts'
import { actionsFor } from './access.ts'
import { builder } from './builder.ts'
import { Node } from './node.ts'
import { OperationErrorType } from './operation-error.ts'
import { OperationActionType, OperationStateType } from './operation-state.ts'
import { ProgressType } from './progress.ts'
import type { SeenOperation } from './seen-operation.ts'
import { REDACTED_NOTE, shownJson } from './shown.ts'

/** Its attempts, steps and events are fields that their own modules add. */
export const OperationType = builder.objectRef<SeenOperation>('Operation').implement({
  description: 'One durable run of a function: it is attempted until it succeeds, or until its attempts or its time are used up.',
  interfaces: [Node],
  fields: (t) => ({
    functionName: t.exposeString('functionName', { description: 'The function it runs.' }),
    state: t.expose('state', { type: OperationStateType, description: 'Where it is in its life.' }),
    eventCursor: t.exposeString('eventCursor', {
      description: 'The place in the event log before this was read: subscribe `after` it and nothing is missed.',
    }),
    error: t.expose('error', {
      type: OperationErrorType,
      nullable: true,
      description: 'The last error, kept until the operation succeeds.',
    }),
    recovered: t.boolean({
      description: 'Whether it succeeded after at least one failed attempt, by itself and not by its fallback.',
      resolve: isRecovered,
    }),
    availableActions: t.field({
      type: [OperationActionType],
      description: 'What the caller can do to it now: nothing that their role is refused.',
      resolve: actionsFor,
    }),
    traceId: t.exposeString('traceId', { nullable: true, description: 'The trace it belongs to, when it was started in one.' }),
  }),
})

builder.objectFields(OperationType, (t) => ({
  input: t.field({
    type: 'JSON',
    nullable: true,
    description: `What the function was given. ${REDACTED_NOTE}`,
    resolve: shownJson(({ input }) => input),
  }),
  result: t.field({
    type: 'JSON',
    nullable: true,
    description: `What the function answered, once it succeeded. ${REDACTED_NOTE}`,
    resolve: shownJson(({ result }) => result),
  }),
  metadata: t.field({
    type: 'JSON',
    description: "The caller's own keys and values, to search by; not for secrets: they are redacted before it is stored.",
    resolve: shownJson(({ metadata }) => metadata),
  }),
  priority: t.exposeInt('priority', { description: 'From -100 to 100; higher runs first.' }),
  idempotencyKey: t.exposeString('idempotencyKey', {
    nullable: true,
    description: 'Starting the function with this key again answers this operation.',
  }),
}))

builder.objectFields(OperationType, (t) => ({
  attempt: t.exposeInt('attempt', {
    description:
      "Attempts charged in this round, the running one included; 0 before the first. What is not the function's failure (a pause, a crash of the server) is not charged.",
  }),
  maxAttempts: t.exposeInt('maxAttempts', { description: 'Attempts allowed in a round.' }),
  failedAttempts: t.exposeInt('failedAttempts', {
    description: 'Attempts that ended with an error of the function or a timeout, in all rounds.',
  }),
  round: t.exposeInt('round', { description: '1, and one more each time it is retried after it ended.' }),
  totalAttempts: t.exposeInt('totalAttempts', { description: 'Attempts charged in all rounds.' }),
  progress: t.expose('progress', {
    type: ProgressType,
    nullable: true,
    description: 'How far it has come: live while an attempt runs; null when nothing was reported.',
  }),
}))

builder.objectFields(OperationType, (t) => ({
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started by its caller.' }),
  updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When its state last changed.' }),
  startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When its first attempt began.' }),
  finishedAt: t.expose('finishedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it ended: `SUCCESS`, `FAILED`, `EXHAUSTED` or `CANCELLED`.',
  }),
  nextAttemptAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'When its next attempt is due, or when the circuit breaker that it waits for may permit it; null while one runs, while it is paused, after it ended, and while nobody knows.',
    resolve: (operation, _args, { recovery }) => recovery.breakers.nextAttemptAt(operation),
  }),
  deadlineAt: t.expose('deadlineAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When this round is given up, whatever attempts are left.',
  }),
}))
