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
import { spaced } from '../../state/spaced.ts'
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

const GAP_MS = 1000

/** An operation with all its parts, live. They are read later than its head, whose cursor events are followed from. */
export function useOperation(id: string) {
  const shown = useMemo(() => new ShownOperation(), [id])
  const head = useQuery(OperationHead, { id })
  const isKnown = shown.head.value !== null
  const data = useQuery(OperationData, { id }, { isWanted: isKnown })
  const surroundings = useQuery(OperationSurroundings, {})
  const attempts = usePages<Attempt>(
    { read: listReader(OperationAttempts, id), from: 'newest', mayChange: (attempt) => attempt.finishedAt === null },
    id,
    isKnown,
  )
  const events = usePages<LogEntry>({ read: listReader(OperationEvents, id), from: 'newest' }, id, isKnown)
  const steps = usePages<Step>({ read: listReader(OperationSteps, id), from: 'first' }, id, isKnown)
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
  // Of an operation that is over, each event of a long log that is told again would be one.
  const turned = useMemo(() => {
    const readAgain = async () => {
      steps.reload()
      await data.reload()
    }
    return spaced(readAgain, { gapMs: () => GAP_MS, startsAtOnce: true })
  }, [steps, data])
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
        if (isTurn) turned()
        else steps.refresh()
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
