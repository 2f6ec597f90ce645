import { CopyRequest } from '../../components/copy-request.tsx'
import { token } from '../../state/session.ts'
import { type CopiedRequest, startRequest } from '../../text/requests.ts'
import { isRedacted, likeIt, readRequest } from './copied-requests.ts'
import type { Head } from './shown-operation.ts'
import type { OperationView } from './use-operation.ts'

/** The operation for use elsewhere. */
export function CopyCard({ view, head }: { readonly view: OperationView; readonly head: Head }) {
  const data = view.shown.data.value
  const known = view.surroundings.data.value?.functions.find(({ name }) => name === head.functionName)
  return (
    <section class="card stack" aria-labelledby="operation-copy">
      <h2 id="operation-copy">Use it elsewhere</h2>
      <CopyRow text="Read this operation" what="the query" request={() => readRequest(head.id)} />
      {data !== null && known?.internal !== true && (
        <>
          <CopyRow
            text="Start another one like it"
            what="the start"
            request={() => startRequest(likeIt({ ...head, input: data.input, metadata: data.metadata }))}
          />
          {isRedacted(data.input) && (
            <p class="muted small">
              Secrets in the input are shown as <code>[redacted]</code>: put them in, or the start is refused.
            </p>
          )}
        </>
      )}
      {token.value !== null && (
        <p class="muted small">
          In curl, put your token in the place of <code>YOUR_TOKEN</code>.
        </p>
      )}
    </section>
  )
}

interface CopyRowProps {
  readonly text: string
  readonly what: string
  readonly request: () => CopiedRequest
}

function CopyRow({ text, what, request }: CopyRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="operation-copy-row" role="group" aria-label={text}>
      <span>{text}</span>
      <CopyRequest what={what} request={request} />
    </div>
  )
}
