import { Disclosure } from '../../components/disclosure.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { JsonView } from '../../components/json/json-view.tsx'
import { Instant } from '../../components/time.tsx'
import { durationText } from '../../text/durations.ts'
import { words } from '../../text/states.ts'
import { PartCard } from './part-card.tsx'
import type { OperationView, Step } from './use-operation.ts'

/** The finished steps, in the order they finished; nothing for an operation without. */
export function StepList({ view: { steps } }: { readonly view: OperationView }) {
  const rows = steps.rows.value
  if (rows.length === 0 && steps.error.value === null) return null
  return (
    <PartCard
      id="operation-steps"
      title="Steps"
      failed="The steps could not be read"
      pages={steps}
      empty="No step is done yet."
      more="Show more steps"
    >
      <ul class="operation-list">
        {rows.map(({ cursor, node }) => (
          <StepItem key={cursor} step={node} />
        ))}
      </ul>
    </PartCard>
  )
}

function StepItem({ step }: { readonly step: Step }) {
  const { name, kind, attempt, startedAt, finishedAt, undoneAt, output } = step
  return (
    <li class="stack">
      <div class="timeline-head">
        <strong>
          <Foreign text={name} clip={200} />
        </strong>
        <span class="tag">{words(kind)}</span>
        <span class="muted small">in attempt #{attempt}</span>
        {undoneAt !== null && (
          <span class="tag">
            Undone <Instant at={undoneAt} />
          </span>
        )}
        <span class="number timeline-length">{durationText(Date.parse(finishedAt) - Date.parse(startedAt))}</span>
      </div>
      {kind !== 'SLEEP' && output !== null && (
        <Disclosure summary="Output">{() => <JsonView value={output} label={`output of ${name}`} />}</Disclosure>
      )}
    </li>
  )
}
