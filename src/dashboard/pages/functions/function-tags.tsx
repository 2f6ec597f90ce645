import { breakerHref } from '../../hrefs.ts'
import { circuitText } from '../../text/states.ts'
import type { KnownFunction } from './policies.ts'

/** What is special about a function: who starts it, and whether its breaker stops it. */
export function FunctionTags({ known: { internal, circuitBreaker } }: { readonly known: KnownFunction }) {
  const isStopped = circuitBreaker != null && circuitBreaker.state !== 'CLOSED'
  return (
    <>
      {internal && (
        <span class="tag" title="Only the system itself starts it">
          internal
        </span>
      )}
      {isStopped && (
        <a class="tag tag-danger" href={breakerHref(circuitBreaker.scope)}>
          Circuit breaker {circuitText(circuitBreaker.state).toLowerCase()}
        </a>
      )}
    </>
  )
}
