import { Foreign } from '../../components/foreign.tsx'
import { TimeAgo } from '../../components/time.tsx'
import { operationHref } from '../../hrefs.ts'
import type { StuckOperation } from './attention.ts'

/** An operation that does not get on, and why. */
export function StuckItem({ stuck }: { readonly stuck: StuckOperation }) {
  const { operationId, functionName, reason, since } = stuck
  return (
    <li class="overview-item">
      <div class="overview-line">
        <a class="overview-name" href={operationHref(operationId)}>
          <Foreign text={functionName} clip={80} />
        </a>
        <span class="small muted">
          since <TimeAgo at={since} />
        </span>
      </div>
      <p class="small">
        <Foreign text={reason} />
      </p>
    </li>
  )
}
