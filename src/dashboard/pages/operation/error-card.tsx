import { ErrorBody, type ShownError } from './error-body.tsx'
import type { Head } from './shown-operation.ts'

/** The last error of the operation, and what to do about it. */
export function ErrorCard({ head, error }: { readonly head: Head; readonly error: ShownError }) {
  const isOver = head.finishedAt !== null
  return (
    <section class={`card operation-error ${isOver ? 'operation-error-last' : ''}`} aria-labelledby="operation-error">
      <div class="card-head">
        <h2 id="operation-error">{isOver ? 'Why it ended' : 'Last error'}</h2>
      </div>
      <ErrorBody error={error} />
    </section>
  )
}
