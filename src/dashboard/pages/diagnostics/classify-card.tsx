import { useState } from 'preact/hooks'
import { ErrorMessage } from '../../components/messages.tsx'
import { Classify } from '../../documents/diagnostics.ts'
import type { ClassifyQuery } from '../../gql/graphql.ts'
import { client } from '../../state/client.ts'
import { percentText } from '../../text/numbers.ts'
import { words } from '../../text/states.ts'
import { type ErrorTyped, NOTHING_TYPED, sampleOf } from './error-sample.ts'
import { OptionField } from './option-field.tsx'
import { breakerText, confidenceText, retryText } from './report-texts.ts'

const FIELDS = [
  ['message', 'Message', 'Such as: connect ECONNREFUSED 127.0.0.1:5432'],
  ['name', 'Name', 'Its class, such as TypeError'],
  ['code', 'Code', 'Such as ECONNRESET or SQLITE_BUSY'],
  ['status', 'HTTP status', 'Such as 503'],
] as const

type Answer = { readonly found: ClassifyQuery['classifyError'] } | { readonly error: unknown }

/** What would be done with an error, before it happens. */
export function ClassifyCard() {
  const [typed, setTyped] = useState<ErrorTyped>(NOTHING_TYPED)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { sample, faults } = sampleOf(typed)
  const ask = async () => {
    if (sample === null) return
    setAnswer(
      await client
        .query(Classify, { error: sample })
        .then(({ classifyError }) => ({ found: classifyError }))
        .catch((error: unknown) => ({ error })),
    )
  }
  const submit = (event: Event) => {
    event.preventDefault()
    void ask()
  }
  return (
    <section class="card diagnostics-card" aria-labelledby="classify-title">
      <h2 id="classify-title">What would you do with this error?</h2>
      <form class="stack" onSubmit={submit} noValidate>
        <div class="diagnostics-fields">
          {FIELDS.map(([name, label, hint]) => (
            <OptionField
              key={name}
              label={label}
              value={typed[name]}
              hint={hint}
              fault={faults[name] ?? null}
              onType={(text) => setTyped({ ...typed, [name]: text })}
            />
          ))}
        </div>
        <div class="row">
          <button type="submit" class="button" disabled={sample === null}>
            Classify
          </button>
        </div>
      </form>
      <div role="status">{answer !== null && 'found' in answer && <Classification found={answer.found} />}</div>
      {answer !== null && 'error' in answer && (
        <ErrorMessage what="The error could not be classified" error={answer.error} onRetry={() => void ask()} />
      )}
    </section>
  )
}

function Classification({ found }: { readonly found: ClassifyQuery['classifyError'] }) {
  return (
    <div class="stack">
      <p>
        <strong>{retryText(found)}</strong> {found.remedy}
      </p>
      <dl class="facts small">
        <dt>Category</dt>
        <dd>
          {words(found.category)} <span class="muted">({words(found.subcategory)})</span>
        </dd>
        <dt>Severity</dt>
        <dd>{words(found.severity)}</dd>
        <dt>A retry mends it</dt>
        <dd class="number">{percentText(found.recoverability)} of the time, as a rule</dd>
        <dt>Circuit breaker</dt>
        <dd>{breakerText(found)}</dd>
        <dt>Why</dt>
        <dd>{confidenceText(found)}</dd>
      </dl>
    </div>
  )
}
