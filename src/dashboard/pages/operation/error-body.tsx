import { Disclosure } from '../../components/disclosure.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { LongText } from '../../components/long-text.tsx'
import type { ErrorSeverity, ShownErrorPartsFragment } from '../../gql/graphql.ts'
import { durationText } from '../../text/durations.ts'
import { percentText } from '../../text/numbers.ts'
import { words } from '../../text/states.ts'

export type ShownError = ShownErrorPartsFragment

const GRAVE: readonly ErrorSeverity[] = ['HIGH', 'CRITICAL']

/** An error: what it said, what kind it is, what to do; the rest on demand. */
export function ErrorBody({ error }: { readonly error: ShownError }) {
  return (
    <div class="stack">
      <div class="operation-error-text">
        <LongText text={error.message} />
      </div>
      <div class="row small">
        <span class="tag">{words(error.category)}</span>
        <span class={`tag ${GRAVE.includes(error.severity) ? 'tag-danger' : ''}`}>{words(error.severity)} severity</span>
        <span class="muted">{error.retryable ? 'A retry may mend it' : 'A retry is not expected to mend it'}</span>
      </div>
      <p class="operation-remedy">
        <strong>What to do: </strong>
        <bdi dir="auto">{error.remedy}</bdi>
      </p>
      <Disclosure summary="Technical details">{() => <TechnicalDetails error={error} />}</Disclosure>
    </div>
  )
}

function TechnicalDetails({ error }: { readonly error: ShownError }) {
  const { name, code, subcategory, recoverability, confidence, retryable, retryAfter, cause, stack } = error
  return (
    <>
      <dl class="facts small">
        <dt>Error</dt>
        <dd>
          <Foreign text={name} />
        </dd>
        {code !== null && (
          <>
            <dt>Code</dt>
            <dd>
              <Foreign text={code} />
            </dd>
          </>
        )}
        <dt>Kind</dt>
        <dd>
          <code>{subcategory}</code>
        </dd>
        <dt>Retried by itself</dt>
        <dd>{retryable ? 'yes' : 'no'}</dd>
        <dt>Recoverability</dt>
        <dd>
          {percentText(recoverability)} <span class="muted">(this judgement is {percentText(confidence)} sure)</span>
        </dd>
        {retryAfter !== null && (
          <>
            <dt>Asked to wait</dt>
            <dd>{durationText(retryAfter)}</dd>
          </>
        )}
        {cause !== null && (
          <>
            <dt>Cause</dt>
            <dd>
              <LongText text={cause} />
            </dd>
          </>
        )}
      </dl>
      {stack !== null && (
        <div class="operation-stack">
          <LongText text={stack} />
        </div>
      )}
    </>
  )
}
