import { FrameStatus, FrameUpdates } from '../documents/frame.ts'
import { useLive } from '../state/live.ts'
import { following, useQuery } from '../state/query.ts'
import { countOf } from '../text/numbers.ts'
import { Foreign } from './foreign.tsx'

/** Which server this is and how much it has to do, live. Its subscription also tells every page of a lost connection. */
export function ServerLine() {
  const status = useQuery(FrameStatus, {})
  const server = status.data.value?.recoveryStatus ?? null
  useLive(
    FrameUpdates,
    {},
    { ...following(status, ({ recoveryStatus }) => recoveryStatus.eventCursor), onEvent: () => status.refresh() },
  )
  if (server === null) return null
  return (
    <div class="frame-server muted tiny">
      <div class="number">{countOf(server.activeOperations, 'active operation')}</div>
      <div>Recoverable {server.version}</div>
      <Foreign text={server.store} clip={200} />
    </div>
  )
}
