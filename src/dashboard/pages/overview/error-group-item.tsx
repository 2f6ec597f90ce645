import { confirm } from '../../components/confirm.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { TimeAgo } from '../../components/time.tsx'
import { RetryErrorGroup } from '../../documents/overview.ts'
import { act } from '../../state/act.ts'
import { clipped } from '../../text/clip.ts'
import { countOf } from '../../text/numbers.ts'
import { words } from '../../text/states.ts'
import { type ErrorGroup, groupHref, needsForce, retriedText, retryInput } from './attention.ts'

interface ErrorGroupItemProps {
  readonly group: ErrorGroup
  /** Whether its count is all there are. */
  readonly isExact: boolean
  readonly mayOperate: boolean
  /** Called when its operations are retried. */
  readonly onDone: () => void
}

/** Operations that failed for the same reason, and what to do about them. */
export function ErrorGroupItem({ group, isExact, mayOperate, onDone }: ErrorGroupItemProps) {
  const { functionName, message, category, count, remedy, latestAt } = group
  const many = `${isExact ? '' : 'at least '}${countOf(count, 'operation')}`
  const retryWords = needsForce(group) ? 'Force retry all' : 'Retry all'
  const retry = async () => {
    if (!(await confirmed(group, many))) return
    const payload = await act(
      RetryErrorGroup,
      { input: retryInput(group) },
      { done: retriedText, failed: 'Could not retry them' },
    )
    if (payload !== null) onDone()
  }
  return (
    <li class="overview-item">
      <div class="overview-error">
        <Foreign text={message} clip={300} />
      </div>
      <div class="overview-line small muted">
        <strong class="number">{many}</strong>
        <span class="overview-name">
          <Foreign text={functionName} clip={80} />
        </span>
        <span>{words(category)}</span>
        <span>
          latest <TimeAgo at={latestAt} />
        </span>
      </div>
      <p class="small">
        <Foreign text={remedy} />
      </p>
      <div class="row">
        <a class="button button-small" href={groupHref(group)} aria-label={`Show the operations: ${clipped(message, 80)}`}>
          Show
        </a>
        {mayOperate && (
          <button
            type="button"
            class="button button-small"
            aria-label={`${retryWords}: ${clipped(message, 80)}`}
            onClick={() => void retry()}
          >
            {retryWords}
          </button>
        )}
      </div>
    </li>
  )
}

function confirmed(group: ErrorGroup, count: string): Promise<boolean> {
  return confirm({
    title: 'Retry all of them?',
    text: (
      <div class="stack">
        <p>
          This starts a new round of attempts for {count} of <Foreign text={clipped(group.functionName, 80)} />, which ended with:
        </p>
        <p class="overview-error">
          <Foreign text={group.message} clip={300} />
        </p>
        {needsForce(group) && (
          <p>A retry alone is not expected to mend this error: mend its cause first. They are retried all the same.</p>
        )}
        <p class="muted">Steps that are done stay done. Others that have failed in the same way meanwhile are retried too.</p>
      </div>
    ),
    yes: needsForce(group) ? 'Force retry' : 'Retry',
  })
}
