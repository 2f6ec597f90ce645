import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { FunctionHistory, FunctionList, FunctionTraffic } from '../../documents/functions.ts'
import type { FunctionHistoryQuery, FunctionListQuery } from '../../gql/graphql.ts'
import { useLive } from '../../state/live.ts'
import { useQuery } from '../../state/query.ts'
import { now } from '../../state/time.ts'

const HISTORY_GAP_MS = 2000

/** How many updates came of each function since the page was opened. */
export type Traffic = ReadonlySignal<ReadonlyMap<string, number>>

export interface FunctionsView {
  readonly data: ReadonlySignal<FunctionListQuery | null>
  readonly error: ReadonlySignal<unknown>
  readonly traffic: Traffic
  readonly reload: () => void
}

/** The functions with live counts, or live for the one of them alone that is wanted. */
export function useFunctions(isWanted?: (name: string) => boolean): FunctionsView {
  const query = useQuery(FunctionList, {})
  const traffic = useSignal<ReadonlyMap<string, number>>(new Map())
  const only = isWanted && query.data.value?.functions.find(({ name }) => isWanted(name))
  useLive(FunctionTraffic, only === undefined ? {} : { functionName: only.name }, {
    after: query.data.value?.recoveryStatus.eventCursor ?? null,
    onGap: async () => (await query.reload())?.recoveryStatus.eventCursor ?? null,
    onEvent: ({ functionName }) => {
      traffic.value = new Map(traffic.peek()).set(functionName, (traffic.peek().get(functionName) ?? 0) + 1)
      query.refresh()
    },
  })
  return { data: query.data, error: query.error, traffic, reload: () => void query.reload() }
}

interface HistoryOptions {
  readonly name: string
  readonly windowMs: number
  readonly spanMs: number
  readonly traffic: Traffic
}

/** What became of a function's operations; read again when something did, and when a span of time has passed. */
export function useHistory({ name, windowMs, spanMs, traffic }: HistoryOptions): {
  readonly data: FunctionHistoryQuery | null
  readonly error: unknown
  readonly reload: () => void
} {
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
  return { data: query.data.value, error: query.error.value, reload: () => void query.reload() }
}

function subscribeBoth(traffic: Traffic, onChange: () => void): () => void {
  const stop = [traffic.subscribe(onChange), now.subscribe(onChange)]
  return () => {
    for (const one of stop) one()
  }
}
