import type { ErrorGroups, Stuck } from '../src/engine/attention/attention.ts'
import { type ErrorGroup, sizeOf } from '../src/engine/attention/error-groups.ts'
import type { StuckKind, StuckOperation } from '../src/engine/attention/stuck.ts'
import { builder } from './builder.ts'
import { CircuitBreakerType } from './circuit-breaker.ts'
import { costs } from './cost.ts'
import { enumOf } from './enums.ts'
import { OperationType } from './operation.ts'
import { ErrorCategoryType, ErrorSeverityType } from './operation-error.ts'
import { OperationStateType } from './operation-state.ts'
import { readSize } from './page.ts'
import { REDACTED_NOTE, shownText } from './shown.ts'
import { StateCountType } from './status.ts'

const ErrorGroupFilterType = builder.objectRef<ErrorGroup>('ErrorGroupFilter').implement({
  description:
    'The parts of an `OperationFilter` that list the operations of an error group; a few others may meet it, whose messages are alike.',
  fields: (t) => ({
    functionNames: t.stringList({ description: 'The function.', resolve: ({ functionName }) => [functionName] }),
    categories: t.field({
      type: [ErrorCategoryType],
      description: 'The category of the error.',
      resolve: ({ category }) => [category],
    }),
    states: t.field({
      type: [OperationStateType],
      description: '`FAILED`, `EXHAUSTED`, or both: the states that they are in.',
      resolve: (group) => statesOf(group).map(({ state }) => state),
    }),
    search: t.exposeString('search', {
      nullable: true,
      description: 'A text that all their messages hold; null when they have none in common.',
    }),
  }),
})

function statesOf({ failed, exhausted }: ErrorGroup) {
  const counts = [
    { state: 'failed', count: failed },
    { state: 'exhausted', count: exhausted },
  ] as const
  return counts.filter(({ count }) => count > 0)
}

const ErrorGroupType = builder.objectRef<ErrorGroup>('ErrorGroup').implement({
  description:
    'Operations of one function that ended for the same reason: their errors differ in numbers, ids, quoted texts and addresses at most.',
  fields: (t) => ({
    key: t.exposeID('key', { description: 'The same for the same reason, whenever it is asked for.' }),
    functionName: t.exposeString('functionName', { description: 'The function that failed.' }),
    category: t.expose('category', { type: ErrorCategoryType, description: 'What kind of thing went wrong.' }),
    subcategory: t.exposeString('subcategory', { description: 'The kind more closely, such as `network_dns`.' }),
    severity: t.expose('severity', { type: ErrorSeverityType, description: 'How much attention it needs.' }),
    code: t.exposeString('code', { nullable: true, description: "The error's own code, such as `ECONNRESET`." }),
    message: t.string({
      description: `What the function said the last time. ${REDACTED_NOTE}`,
      resolve: shownText(({ message }) => message),
    }),
    remedy: t.exposeString('remedy', { description: 'What a person can do about it, in plain words.' }),
    count: t.int({ description: 'How many of the operations looked at it ended.', resolve: sizeOf }),
    states: t.field({
      type: [StateCountType],
      description: 'The same by state: `FAILED`, `EXHAUSTED`, or both.',
      extensions: costs({ length: 2 }),
      resolve: statesOf,
    }),
    firstAt: t.expose('firstAt', { type: 'DateTime', description: 'When the earliest of those looked at ended.' }),
    latestAt: t.expose('latestAt', { type: 'DateTime', description: 'When the latest ended.' }),
  }),
})

builder.objectFields(ErrorGroupType, (t) => ({
  latest: t.field({
    type: OperationType,
    nullable: true,
    description: 'The operation that ended last; null when it was deleted meanwhile.',
    resolve: ({ latestId }, _args, context) => context.operation(latestId),
  }),
  filter: t.field({
    type: ErrorGroupFilterType,
    description: 'How to list its operations.',
    resolve: (group) => group,
  }),
}))

const MAX_FIRST = 100

/** With how many of its items were asked for. */
type Sized<T> = T & { readonly size: number }

const ErrorGroupsType = builder.objectRef<Sized<ErrorGroups>>('ErrorGroups').implement({
  description: 'Why operations failed, the most frequent reasons first.',
  fields: (t) => ({
    groups: t.field({
      type: [ErrorGroupType],
      description: 'The reasons.',
      resolve: ({ groups, size }) => groups.slice(0, size),
    }),
    groupCount: t.int({
      description: 'How many reasons there are in all, among the operations looked at.',
      resolve: ({ groups }) => groups.length,
    }),
    examined: t.exposeInt('examined', {
      description: 'How many operations were looked at: the latest 1,000 that ended failed or exhausted.',
    }),
    isComplete: t.exposeBoolean('isComplete', { description: 'Whether those are all there are, so that the counts are exact.' }),
  }),
})

const StuckKindType = enumOf<StuckKind>('StuckKind', 'Why an operation does not get on.', {
  overdue: 'It has been due for more than a minute and was not taken up: no slot is free, or the server begins nothing.',
  silent: 'Its attempt runs, but has neither reported progress nor stored anything for more than 10 minutes.',
  ignores_signal: 'It was paused or cancelled, or its time ran out, and its function still runs 10 seconds after its signal.',
  unknown_function: 'It has been due for more than a minute, and its function is not registered on this server.',
})

const StuckOperationType = builder.objectRef<StuckOperation>('StuckOperation').implement({
  description: 'An operation that does not get on, though it should.',
  fields: (t) => ({
    operationId: t.exposeID('operationId', { description: "The operation's id." }),
    functionName: t.exposeString('functionName', { description: 'The function it runs.' }),
    kind: t.expose('kind', { type: StuckKindType, description: 'Why it does not get on.' }),
    reason: t.exposeString('reason', { description: 'What holds it up, and what a person can do, in plain words.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when.' }),
    operation: t.field({
      type: OperationType,
      nullable: true,
      description: 'The operation as it is now; null when it was deleted meanwhile.',
      resolve: ({ operationId }, _args, context) => context.operation(operationId),
    }),
  }),
})

const StuckOperationsType = builder.objectRef<Sized<Stuck>>('StuckOperations').implement({
  description: 'Operations that do not get on, those that have not for the longest time first.',
  fields: (t) => ({
    operations: t.field({
      type: [StuckOperationType],
      description: 'The operations.',
      resolve: ({ operations, size }) => operations.slice(0, size),
    }),
    count: t.int({
      description: 'How many there are in all; at least so many when `isComplete` is false.',
      resolve: ({ operations }) => operations.length,
    }),
    isComplete: t.exposeBoolean('isComplete', {
      description: 'Whether all were counted: of the overdue ones of a function 50 are looked at.',
    }),
  }),
})

interface FirstArgs {
  readonly first?: number | null | undefined
}

const DEFAULT_FIRST = 10

const firstCosts = ({ first }: FirstArgs) => ({ own: 100, length: first ?? DEFAULT_FIRST })

function sizeAsked({ first }: FirstArgs): number {
  return readSize(first, 'first', MAX_FIRST) ?? DEFAULT_FIRST
}

interface AttentionStart {
  readonly eventCursor: string
}

const AttentionType = builder.objectRef<AttentionStart>('Attention').implement({
  description: 'What a person should look at now. It costs the same however many operations there are.',
  fields: (t) => ({
    eventCursor: t.exposeString('eventCursor', {
      description: 'The place in the event log before this was read: subscribe `after` it and nothing is missed.',
    }),
    errors: t.field({
      type: ErrorGroupsType,
      description: 'Why operations ended failed or exhausted.',
      args: { first: t.arg.int({ defaultValue: DEFAULT_FIRST, description: `How many reasons: 0 to ${MAX_FIRST}.` }) },
      extensions: costs(firstCosts),
      resolve: async (_attention, args, { recovery }) => {
        const size = sizeAsked(args)
        return { ...(await recovery.insight.attention.errors()), size }
      },
    }),
    openCircuitBreakers: t.field({
      type: [CircuitBreakerType],
      description:
        'The circuit breakers that refuse attempts, are half open, or were forced by a person: those that opened first come first.',
      extensions: costs({ own: 10 }),
      resolve: (_attention, _args, { recovery }) => recovery.insight.attention.openBreakers(),
    }),
    stuck: t.field({
      type: StuckOperationsType,
      description: 'Operations that do not get on.',
      args: { first: t.arg.int({ defaultValue: DEFAULT_FIRST, description: `How many operations: 0 to ${MAX_FIRST}.` }) },
      extensions: costs(firstCosts),
      resolve: async (_attention, args, { recovery }) => {
        const size = sizeAsked(args)
        return { ...(await recovery.insight.attention.stuck()), size }
      },
    }),
  }),
})

builder.queryField('attention', (t) =>
  t.field({
    type: AttentionType,
    description: 'What a person should look at now.',
    resolve: (_root, _args, { recovery }) => ({ eventCursor: recovery.eventCursor() }),
  }),
)
