import { Disclosure } from '../../components/disclosure.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { JsonView } from '../../components/json/json-view.tsx'
import { StatePill } from '../../components/state-pill.tsx'
import { Instant } from '../../components/time.tsx'
import { words } from '../../text/states.ts'
import { PartCard } from './part-card.tsx'
import type { LogEntry, OperationView } from './use-operation.ts'

/** What tells of no error of its own: the last one is only still there. */
const NO_NEW_ERROR: readonly string[] = [
  'attempt_started',
  'handed_over',
  'sleeping',
  'unblocked',
  'paused',
  'resumed',
  'retried',
  'cancelled',
  'deleted',
]

/** What happened to the operation, the newest first. */
export function EventLog({ view: { events } }: { readonly view: OperationView }) {
  return (
    <PartCard
      id="operation-events"
      title="Event log"
      failed="The event log could not be read"
      pages={events}
      empty="Its events are no longer kept."
      more="Show earlier events"
    >
      <ol class="operation-list" reversed>
        {[...events.rows.value].reverse().map(({ cursor, node }) => (
          <EventItem key={cursor} event={node} />
        ))}
      </ol>
    </PartCard>
  )
}

function EventItem({ event }: { readonly event: LogEntry }) {
  const { type, state, attempt, timestamp, actor, error, data } = event
  return (
    <li class="stack">
      <div class="timeline-head">
        <strong>{words(type)}</strong>
        <StatePill state={state} />
        {attempt > 0 && <span class="muted small">attempt {attempt}</span>}
        {actor !== null && (
          <span class="muted small">
            by <Foreign text={actor} />
          </span>
        )}
        <span class="muted small timeline-length">
          <Instant at={timestamp} />
        </span>
      </div>
      {error !== null && !NO_NEW_ERROR.includes(type) && (
        <span class="small">
          <Foreign text={error} clip={300} />
        </span>
      )}
      {data !== null && (
        <Disclosure summary="Data" class="small">
          {() => <JsonView value={data} label="data of the event" />}
        </Disclosure>
      )}
    </li>
  )
}
