import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { FunctionHistory, FunctionList, FunctionTraffic } from '../../documents/functions.ts'
import type { FunctionHistoryQuery, FunctionListQuery } from '../../gql/graphql.ts'
import { useLive } from '../../state/live.ts'
import { following, type Query, useQuery } from '../../state/query.ts'
import { now } from '../../state/time.ts'

const HISTORY_GAP_MS = 2000

/** How many updates came of each function since the page was opened. */
export type Traffic = ReadonlySignal<ReadonlyMap<string, number>>

export interface FunctionsView {
  readonly query: Query<FunctionListQuery>
  readonly traffic: Traffic
}

/** The functions with live counts, or live for the one of them alone that is wanted. */
export function useFunctions(isWanted?: (name: string) => boolean): FunctionsView {
  const query = useQuery(FunctionList, {})
  const traffic = useSignal<ReadonlyMap<string, number>>(new Map())
  const only = isWanted && query.data.value?.functions.find(({ name }) => isWanted(name))
  useLive(FunctionTraffic, only === undefined ? {} : { functionName: only.name }, {
    ...following(query, ({ recoveryStatus }) => recoveryStatus.eventCursor),
    onEvent: ({ functionName }) => {
      traffic.value = new Map(traffic.peek()).set(functionName, (traffic.peek().get(functionName) ?? 0) + 1)
      query.refresh()
    },
  })
  return { query, traffic }
}

interface HistoryOptions {
  readonly name: string
  readonly windowMs: number
  readonly spanMs: number
  readonly traffic: Traffic
}

/** What became of a function's operations; read again when something did, and when a span of time has passed. */
export function useHistory({ name, windowMs, spanMs, traffic }: HistoryOptions): Query<FunctionHistoryQuery> {
  const variables = { functionName: name, window: windowMs, resolution: spanMs }
  const query = useQuery(FunctionHistory, variables, { gapMs: () => HISTORY_GAP_MS })
  useEffect(() => {
    const seen = () => `${traffic.value.get(name) ?? 0} ${Math.floor(now.value / spanMs)}`
    let before = seen()
    return subscribeBoth(traffic, () => {
      const current = seen()
      if (current !== before) query.refresh()
      before = current
    })
  }, [traffic, name, spanMs, query])
  return query
}

function subscribeBoth(traffic: Traffic, onChange: () => void): () => void {
  const stop = [traffic.subscribe(onChange), now.subscribe(onChange)]
  return () => {
    for (const one of stop) one()
  }
}
