import { Countdown } from '../../components/time.tsx'
import { now } from '../../state/time.ts'
import { AttemptItem } from './attempt-item.tsx'
import { longestMs } from './attempt-scale.ts'
import { PartCard } from './part-card.tsx'
import type { Head } from './shown-operation.ts'
import { situationOf } from './situation.ts'
import type { OperationView } from './use-operation.ts'
import './attempt-timeline.css'

/** The attempts, the newest first, with the wait before each. */
export function AttemptTimeline({ view: { attempts }, head }: { readonly view: OperationView; readonly head: Head }) {
  const rows = attempts.rows.value
  const longest = longestMs(
    rows.map(({ node }) => node),
    now.value,
  )
  return (
    <PartCard
      id="operation-attempts"
      title="Attempts"
      failed="The attempts could not be read"
      pages={attempts}
      empty="No attempt has begun yet."
      more="Show earlier attempts"
    >
      <ol class="timeline" reversed>
        <NextAttempt head={head} />
        {rows
          .map(({ cursor, node }, index) => (
            <AttemptItem key={cursor} attempt={node} previous={rows[index - 1]?.node} longestMs={longest} />
          ))
          .reverse()}
      </ol>
    </PartCard>
  )
}

function NextAttempt({ head }: { readonly head: Head }) {
  const isWaiting = (head.state === 'PENDING' || head.state === 'RECOVERING') && head.nextAttemptAt !== null
  if (!isWaiting) return null
  const { text, at } = situationOf(head, now.value)
  return (
    <li class="timeline-item timeline-next">
      <span class="timeline-mark" aria-hidden="true" />
      <span class="muted">
        {text} {at !== undefined && <Countdown at={at} />}
      </span>
    </li>
  )
}
