import { useEffect, useId } from 'preact/hooks'
import { Foreign } from '../../components/foreign.tsx'
import { Unread } from '../../components/messages.tsx'
import { StatePill } from '../../components/state-pill.tsx'
import { Countdown, TimeAgo } from '../../components/time.tsx'
import { RecentOperations } from '../../documents/functions.ts'
import type { RecentOperationsQuery } from '../../gql/graphql.ts'
import { operationHref } from '../../hrefs.ts'
import { useQuery } from '../../state/query.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import type { Traffic } from './use-functions.ts'

type Recent = RecentOperationsQuery['operations']['edges'][number]['node']

/** The operations that were started last, live. */
export function RecentCard({ name, traffic }: { readonly name: string; readonly traffic: Traffic }) {
  const id = useId()
  const query = useQuery(RecentOperations, { functionName: name })
  const seen = traffic.value.get(name) ?? 0
  useEffect(() => {
    if (seen > 0) query.refresh()
  }, [seen, query])
  const data = query.data.value
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>Recent operations</h2>
        <a href={operationsHref({ functions: [name] })}>All of them</a>
      </div>
      <Unread query={query} what="its operations" failed="Its operations could not be read" />
      {data?.operations.edges.length === 0 && (
        <p class="muted">It has none yet. The first is shown here as soon as it is started.</p>
      )}
      {data !== null && data.operations.edges.length > 0 && (
        <ul class="function-recent">
          {data.operations.edges.map(({ node }) => (
            <RecentRow key={node.id} recent={node} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RecentRow({ recent }: { readonly recent: Recent }) {
  const { id, state, attempt, maxAttempts, createdAt, nextAttemptAt, error } = recent
  return (
    <li>
      <StatePill state={state} />
      <a class="mono" href={operationHref(id)}>
        <Foreign text={id} clip={60} />
      </a>
      <span class="small number">
        {attempt > 0 && `Attempt ${attempt}/${maxAttempts}`}
        {nextAttemptAt != null && (
          <>
            {attempt > 0 ? ', next' : 'Next attempt'} <Countdown at={nextAttemptAt} />
          </>
        )}
      </span>
      <span class="small muted function-recent-error">{error != null && <Foreign text={error.message} clip={200} />}</span>
      <span class="small muted">
        <TimeAgo at={createdAt} />
      </span>
    </li>
  )
}
