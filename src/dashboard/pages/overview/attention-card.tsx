import { useId, useRef } from 'preact/hooks'
import { Unread } from '../../components/messages.tsx'
import { countOf, countText } from '../../text/numbers.ts'
import { type Attention, FAILURES_HREF, sizeOf } from './attention.ts'
import { BreakerItem } from './breaker-item.tsx'
import { ErrorGroupItem } from './error-group-item.tsx'
import { StuckItem } from './stuck-item.tsx'
import type { AttentionQuery } from './use-overview.ts'

interface AttentionCardProps {
  readonly query: AttentionQuery
  /** Whether the person may do something about it here. */
  readonly mayOperate: boolean
}

/** Why operations failed, which breakers are open, and what does not get on. */
export function AttentionCard({ query, mayOperate }: AttentionCardProps) {
  const id = useId()
  const head = useRef<HTMLHeadingElement>(null)
  const attention = query.data.value?.attention ?? null
  // What was done is gone from the list in a moment, with the button that did it.
  const onDone = () => {
    head.current?.focus()
    query.refresh()
  }
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id} ref={head} tabIndex={-1}>
          Needs attention now
        </h2>
        <span class="small muted" role="status">
          {attention !== null && sizeOf(attention) > 0 && countOf(sizeOf(attention), 'thing')}
        </span>
      </div>
      <Unread query={query} what="what needs attention" failed="What needs attention could not be read" />
      {attention !== null && sizeOf(attention) === 0 && (
        <p class="overview-calm">
          <span aria-hidden="true">✓</span> Nothing needs attention.
        </p>
      )}
      {attention !== null && <AttentionLists {...{ attention, mayOperate, onDone }} />}
    </section>
  )
}

interface AttentionListsProps {
  readonly attention: Attention
  readonly mayOperate: boolean
  readonly onDone: () => void
}

function AttentionLists({ attention, mayOperate, onDone }: AttentionListsProps) {
  const { errors, openCircuitBreakers, stuck } = attention
  const moreReasons = errors.groupCount - errors.groups.length
  const moreStuck = stuck.count - stuck.operations.length
  return (
    <div class="stack">
      {openCircuitBreakers.length > 0 && (
        <div>
          <h3 class="overview-kind">Circuit breakers</h3>
          <ul class="overview-items">
            {openCircuitBreakers.map((breaker) => (
              <BreakerItem key={breaker.id} {...{ breaker, mayOperate, onDone }} />
            ))}
          </ul>
        </div>
      )}
      {stuck.operations.length > 0 && (
        <div>
          <h3 class="overview-kind">Stuck operations</h3>
          <ul class="overview-items">
            {stuck.operations.map((one) => (
              <StuckItem key={one.operationId} stuck={one} />
            ))}
          </ul>
          {moreStuck > 0 && (
            <p class="small muted">
              And {stuck.isComplete ? '' : 'at least '}
              {countOf(moreStuck, 'more operation')}.
            </p>
          )}
        </div>
      )}
      {errors.groups.length > 0 && (
        <div>
          <h3 class="overview-kind">Failed operations, by error</h3>
          <ul class="overview-items">
            {errors.groups.map((group) => (
              <ErrorGroupItem key={group.key} {...{ group, mayOperate, onDone }} isExact={errors.isComplete} />
            ))}
          </ul>
          {moreReasons > 0 && (
            <p class="small">
              <a href={FAILURES_HREF}>And {countText(moreReasons)} more, for other reasons</a>
            </p>
          )}
        </div>
      )}
    </div>
  )
}
