import { useSignalEffect } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { TypedDocument } from '../../../client/typed-document.ts'
import {
  OperationAttempts,
  OperationChanges,
  OperationData,
  OperationEvents,
  OperationHead,
  OperationProgress,
  OperationSteps,
  OperationSurroundings,
} from '../../documents/operation.ts'
import type { OperationAttemptsQuery, OperationEventsQuery, OperationStepsQuery } from '../../gql/graphql.ts'
import { client } from '../../state/client.ts'
import { useLive } from '../../state/live.ts'
import { type PageRange, usePages } from '../../state/pages.ts'
import { useQuery } from '../../state/query.ts'
import type { RowPage } from '../../state/rows.ts'
import { ShownOperation } from './shown-operation.ts'

type NodeOf<Q> = Q extends { operation: { page: { edges: Array<{ node: infer N }> } } | null } ? N : never
export type Attempt = NodeOf<OperationAttemptsQuery>
export type Step = NodeOf<OperationStepsQuery>
export type LogEntry = NodeOf<OperationEventsQuery>
export type OperationView = ReturnType<typeof useOperation>

interface ListVariables extends PageRange {
  readonly id: string
}

interface ListAnswer<T> {
  readonly operation: { readonly page: RowPage<T> } | null
}

/** An operation with all its parts, live. */
export function useOperation(id: string) {
  const shown = useMemo(() => new ShownOperation(), [id])
  const head = useQuery(OperationHead, { id })
  const data = useQuery(OperationData, { id })
  const surroundings = useQuery(OperationSurroundings, {})
  const attempts = usePages<Attempt>(
    { read: listReader(OperationAttempts, id), from: 'newest', mayChange: (attempt) => attempt.finishedAt === null },
    id,
  )
  const events = usePages<LogEntry>({ read: listReader(OperationEvents, id), from: 'newest' }, id)
  const steps = usePages<Step>({ read: listReader(OperationSteps, id), from: 'first' }, id)
  useSignalEffect(() => {
    const answer = head.data.value
    if (answer !== null) shown.answered(answer.operation)
  })
  useSignalEffect(() => shown.dataAnswered(data.data.value?.operation ?? null))
  const view = { id, shown, head, data, surroundings, attempts, events, steps }
  useChanges(view)
  return view
}

type Parts = Pick<OperationView, 'id' | 'shown' | 'head' | 'data' | 'attempts' | 'events' | 'steps'>

function useChanges({ id, shown, head, data, attempts, events, steps }: Parts): void {
  const after = shown.head.value?.eventCursor ?? null
  const onGap = async () => {
    for (const list of [attempts, events, steps]) list.reload()
    const [answer] = await Promise.all([head.reload(), data.reload()])
    return answer?.operation?.eventCursor ?? null
  }
  useLive(
    OperationChanges,
    { id },
    {
      after,
      onGap,
      onEvent: ({ type, operation }) => {
        shown.answered(operation)
        attempts.refresh()
        events.refresh()
        // A new round may have taken steps away, an end may have undone them; both may have changed the data.
        const isTurn = operation === null || operation.finishedAt !== null || type === 'retried'
        if (isTurn) steps.reload()
        else steps.refresh()
        if (isTurn) void data.reload()
      },
    },
  )
  useLive(
    OperationProgress,
    { id },
    {
      after,
      onGap,
      onEvent: ({ type, progress }) => {
        if (type !== null) return
        shown.progressed(progress)
        steps.refresh()
      },
    },
  )
}

function listReader<T>(document: TypedDocument<ListAnswer<T>, ListVariables>, id: string) {
  return async (range: PageRange, signal: AbortSignal): Promise<RowPage<T> | null> => {
    const answer = await client.query(document, { id, ...range }, { signal })
    return answer.operation?.page ?? null
  }
}
