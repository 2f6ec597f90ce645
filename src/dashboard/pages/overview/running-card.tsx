import { useId } from 'preact/hooks'
import { Foreign } from '../../components/foreign.tsx'
import { Unread } from '../../components/messages.tsx'
import { ProgressBar } from '../../components/progress-bar.tsx'
import { StatePill } from '../../components/state-pill.tsx'
import { Countdown } from '../../components/time.tsx'
import { operationHref } from '../../hrefs.ts'
import { clipped } from '../../text/clip.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import type { RunningOperation } from './running.ts'
import type { RunningQuery } from './use-overview.ts'

const RUNNING_HREF = operationsHref({ states: ['IN_PROGRESS', 'RECOVERING'] })

/** The operations that were created last among those that run. */
export function RunningCard({ query }: { readonly query: RunningQuery }) {
  const id = useId()
  const edges = query.data.value?.operations.edges ?? null
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>Running now</h2>
        <a class="small" href={RUNNING_HREF}>
          All that run
        </a>
      </div>
      <Unread query={query} what="what runs" failed="What runs could not be read" />
      {edges?.length === 0 && <p class="muted">Nothing runs now.</p>}
      {edges !== null && edges.length > 0 && (
        <ul class="overview-items">
          {edges.map(({ node }) => (
            <RunningItem key={node.id} operation={node} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RunningItem({ operation }: { readonly operation: RunningOperation }) {
  const { id, functionName, state, attempt, maxAttempts, nextAttemptAt, error, progress } = operation
  return (
    <li class="overview-item">
      <div class="overview-line">
        <a class="overview-name" href={operationHref(id)}>
          <Foreign text={functionName} clip={80} />
        </a>
        <StatePill state={state} />
      </div>
      <div class="overview-line small muted">
        <span class="overview-name mono">
          <Foreign text={id} clip={80} />
        </span>
        <span class="number">
          Attempt {attempt}/{maxAttempts}
        </span>
        {nextAttemptAt !== null && (
          <span>
            next <Countdown at={nextAttemptAt} />
          </span>
        )}
      </div>
      {progress !== null && (
        <ProgressBar progress={progress} label={`Progress of ${clipped(functionName, 80)}`} isRunning={nextAttemptAt === null} />
      )}
      {error !== null && (
        <div class="small overview-error">
          <Foreign text={error.message} clip={200} />
        </div>
      )}
    </li>
  )
}
