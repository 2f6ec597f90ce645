import type { ComponentChildren } from 'preact'
import { CopyButton } from '../../components/copy-button.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { Instant, TimeAgo } from '../../components/time.tsx'
import { breakerHref, functionHref } from '../../hrefs.ts'
import { plainlyWritten } from '../../text/unseen.ts'
import type { Head } from './shown-operation.ts'

/** What is known of the operation beside its story. */
export function FactsCard({ head }: { readonly head: Head }) {
  return (
    <section class="card" aria-labelledby="operation-facts">
      <div class="card-head">
        <h2 id="operation-facts">Details</h2>
      </div>
      <dl class="facts">
        <CopiedFact name="Id" text={head.id} what="id" />
        <Fact name="Function">
          <a href={functionHref(head.functionName)}>
            <Foreign text={head.functionName} />
          </a>
        </Fact>
        <When name="Created" at={head.createdAt} />
        <When name="Started" at={head.startedAt} />
        <When name="Changed" at={head.updatedAt} />
        <When name="Finished" at={head.finishedAt} />
        <When name="Deadline" at={head.deadlineAt} />
        {head.priority !== 0 && <Fact name="Priority">{head.priority}</Fact>}
        <Fact name="Attempts">
          {head.totalAttempts} in all, {head.maxAttempts} a round
        </Fact>
        {head.idempotencyKey !== null && <CopiedFact name="Idempotency key" text={head.idempotencyKey} what="idempotency key" />}
        {head.traceId !== null && <CopiedFact name="Trace id" text={head.traceId} what="trace id" />}
        {head.circuitBreaker !== null && (
          <Fact name="Breaker">
            <a href={breakerHref(head.circuitBreaker.scope)}>
              <Foreign text={head.circuitBreaker.scope} />
            </a>
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function When({ name, at }: { readonly name: string; readonly at: string | null }) {
  if (at === null) return null
  return (
    <Fact name={name}>
      <Instant at={at} />{' '}
      <span class="muted small operation-ago">
        (<TimeAgo at={at} />)
      </span>
    </Fact>
  )
}

function CopiedFact({ name, text, what }: { readonly name: string; readonly text: string; readonly what: string }) {
  return (
    <Fact name={name}>
      <span class="operation-copied">
        <code>
          <Foreign text={plainlyWritten(text)} />
        </code>
        <CopyButton what={what} text={() => text} />
      </span>
    </Fact>
  )
}
