import { useState } from 'preact/hooks'
import { CancelDiagnostics, DiagnosticRuns, DiagnosticUpdates } from '../../documents/diagnostics.ts'
import type { DiagnosticRunFragment as Run } from '../../gql/graphql.ts'
import { act } from '../../state/act.ts'
import { useLive } from '../../state/live.ts'
import { following, useQuery } from '../../state/query.ts'
import { ACTIVE_STATES } from '../../text/states.ts'

/** The runs of one kind. */
export interface Runs {
  /** The one under way, with its progress as it comes. */
  readonly active: Run | null
  /** Those that are over, the latest first; null until they are known. */
  readonly ended: readonly Run[] | null
  readonly error: unknown
  readonly reload: () => void
  readonly cancel: () => void
}

interface Live {
  readonly id: string
  readonly progress: Run['progress']
}

/** Follows the runs of one kind, whoever starts them. */
export function useRuns(functionName: string): Runs {
  const query = useQuery(DiagnosticRuns, { functionName })
  const [live, setLive] = useState<Live | null>(null)
  const found = query.data.value?.operations ?? null
  useLive(
    DiagnosticUpdates,
    { functionName },
    {
      ...following(query, ({ operations }) => operations.eventCursor),
      onEvent: ({ type, operationId, progress }) => {
        // A run has a handful of changes, and each is worth to be seen at once; of progress nothing is stored.
        if (type === null) setLive({ id: operationId, progress })
        else void query.reload()
      },
    },
  )
  const runs = found?.edges.map(({ node }) => node) ?? null
  const active = runs?.find(({ state }) => ACTIVE_STATES.includes(state)) ?? null
  const cancel = async (id: string) => {
    const texts = { done: 'Run cancelled', failed: 'Could not cancel the run' }
    await act(CancelDiagnostics, { input: { id, reason: 'Cancelled on the diagnostics page' } }, texts)
    await query.reload()
  }
  return {
    active: active !== null && active.id === live?.id ? { ...active, progress: live.progress } : active,
    ended: runs?.filter(({ state }) => !ACTIVE_STATES.includes(state)) ?? null,
    error: query.error.value,
    reload: () => void query.reload(),
    cancel: () => void (active !== null && cancel(active.id)),
  }
}
