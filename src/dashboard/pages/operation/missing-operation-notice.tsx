import { Empty } from '../../components/messages.tsx'
import { MissingOperation, OperationChanges } from '../../documents/operation.ts'
import { useLive } from '../../state/live.ts'
import { following, useQuery } from '../../state/query.ts'
import { durationText } from '../../text/durations.ts'
import { plainlyWritten } from '../../text/unseen.ts'

interface MissingOperationNoticeProps {
  readonly id: string
  /** The operation was started while this was shown. */
  readonly onAppeared: () => void
}

/** In place of an operation that the server does not know. */
export function MissingOperationNotice({ id, onAppeared }: MissingOperationNoticeProps) {
  const facts = useQuery(MissingOperation, {})
  const answer = facts.data.value
  useLive(
    OperationChanges,
    { id },
    { ...following(facts, ({ recoveryStatus }) => recoveryStatus.eventCursor), onEvent: onAppeared },
  )
  return (
    <Empty title="There is no operation with this id">
      <div class="stack">
        <bdi class="foreign mono" dir="auto">
          {plainlyWritten(id)}
        </bdi>
        <p>{whyText(answer)}</p>
        <p>
          Check that the id is whole, or look for it among <a href="/operations">the operations</a>. If it is started while this
          page is open, it appears here.
        </p>
      </div>
    </Empty>
  )
}

interface Facts {
  readonly settings: { readonly retention: number | null }
  readonly recoveryStatus: { readonly persistenceEnabled: boolean }
}

function whyText(facts: Facts | null): string {
  const never = 'It never existed on this server, or it was deleted'
  if (facts === null) return `${never}.`
  if (!facts.recoveryStatus.persistenceEnabled) {
    return `${never}, or forgotten: this server keeps its operations in memory, until it stops.`
  }
  const { retention } = facts.settings
  if (retention === null) return `${never} by a person: this server keeps finished operations for ever.`
  return `${never}: this server keeps finished operations for ${durationText(retention)}, unless the state they ended in has a time of its own.`
}
