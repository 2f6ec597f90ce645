import { useState } from 'preact/hooks'
import { Foreign } from '../../components/foreign.tsx'
import { SelfTest } from '../../documents/diagnostics.ts'
import type { SelfTestMutation } from '../../gql/graphql.ts'
import { act } from '../../state/act.ts'
import { words } from '../../text/states.ts'

type Report = SelfTestMutation['runSelfTest']

/** Whether the parts of recovery work here, at a press of a button. */
export function SelfTestCard({ refusal }: { readonly refusal: string | null }) {
  const [isRunning, setIsRunning] = useState(false)
  const [report, setReport] = useState<Report | null>(null)
  const run = async () => {
    setIsRunning(true)
    const done = ({ overall }: Report) => (overall === 'PASS' ? 'Self-test passed' : 'Self-test failed')
    const found = await act(SelfTest, {}, { done, failed: 'Could not run the self-test' })
    setIsRunning(false)
    if (found !== null) setReport(found)
  }
  return (
    <section class="card diagnostics-card" aria-labelledby="self-test-title">
      <h2 id="self-test-title">Self-test</h2>
      <p class="muted">
        Tries within about a second whether the store, the waits, the classification of errors and the circuit breakers work here.
        No operation is touched.
      </p>
      <div class="row">
        <button type="button" class="button button-primary" disabled={refusal !== null || isRunning} onClick={() => void run()}>
          {isRunning ? 'Testing …' : 'Run self-test'}
        </button>
      </div>
      {refusal !== null && <p class="muted small">{refusal}</p>}
      {report !== null && (
        <ul class="diagnostics-list" aria-label="Checks of the self-test">
          {report.details.map(({ name, passed, message }) => (
            <li key={name}>
              <strong class={passed ? 'diagnostics-passed' : 'diagnostics-failed'}>
                <span aria-hidden="true">{passed ? '✓' : '✕'}</span> {words(name)}: {passed ? 'passed' : 'failed'}
              </strong>
              <div class="small muted">
                <Foreign text={message} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
