import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import { BreakerChanges, BreakerList, BreakerTraffic } from '../../documents/circuit-breakers.ts'
import type { BreakerListQuery } from '../../gql/graphql.ts'
import { useLive } from '../../state/live.ts'
import { following, type Query, useQuery } from '../../state/query.ts'
import { now } from '../../state/time.ts'
import { atInstant, type Breaker, type Change, countElapsed, guardedFinder, withBreaker, withChange } from './breaker-view.ts'

const GAP_MS = 1000
const MAX_GAP_MS = 10_000
// Counts of thousands of breakers are read less often; their changes are pushed all the same.
const GAP_OF_EACH_MS = 2

export interface BreakersView {
  readonly query: Query<BreakerListQuery>
  /** As they are at this moment. */
  readonly breakers: ReadonlySignal<readonly Breaker[]>
  readonly guarded: ReadonlySignal<(scope: string) => readonly string[]>
  /** What happened while the page was open, by scope, the latest first. */
  readonly changes: ReadonlySignal<ReadonlyMap<string, readonly Change[]>>
  readonly latest: ReadonlySignal<Change | null>
  /** Shows a breaker as it is known to be now. */
  readonly put: (breaker: Breaker) => void
}

const NONE: readonly Breaker[] = []

function gapOf(data: BreakerListQuery | null): number {
  return Math.min(MAX_GAP_MS, Math.max(GAP_MS, (data?.circuitBreakers.length ?? 0) * GAP_OF_EACH_MS))
}

/** The circuit breakers, live. */
export function useBreakers(): BreakersView {
  const query = useQuery(BreakerList, {}, { gapMs: gapOf })
  const changes = useSignal<ReadonlyMap<string, readonly Change[]>>(new Map())
  const latest = useSignal<Change | null>(null)
  const elapsed = useComputed(() => countElapsed(query.data.value?.circuitBreakers ?? NONE, now.value))
  const breakers = useComputed(() => {
    const known = query.data.value?.circuitBreakers ?? NONE
    return elapsed.value === 0 ? known : known.map((breaker) => atInstant(breaker, now.peek()))
  })
  const guarded = useComputed(() => guardedFinder(query.data.value?.functions ?? []))
  const set = (change: (known: readonly Breaker[]) => Breaker[]) =>
    query.change((data) => ({ ...data, circuitBreakers: change(data.circuitBreakers) }))
  const put = (breaker: Breaker) => set((known) => withBreaker(known, breaker))
  const fromThere = following(query, ({ recoveryStatus }) => recoveryStatus.eventCursor)
  useLive(
    BreakerChanges,
    {},
    {
      ...fromThere,
      onEvent: (event) => {
        const { circuitBreaker, ...change } = event
        changes.value = withChange(changes.peek(), change)
        latest.value = change
        if (circuitBreaker == null) set((known) => known.filter(({ scope }) => scope !== event.scope))
        else put(circuitBreaker)
        query.refresh()
      },
    },
  )
  useLive(BreakerTraffic, {}, { ...fromThere, onEvent: () => query.refresh() })
  return { query, breakers, guarded, changes, latest, put }
}
