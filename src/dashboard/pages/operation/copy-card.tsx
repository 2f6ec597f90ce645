import { CopyButton } from '../../components/copy-button.tsx'
import { token } from '../../state/session.ts'
import { type CopiedRequest, curlText, graphqlText } from '../../text/requests.ts'
import { isRedacted, readRequest, startRequest } from './copied-requests.ts'
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
            request={() => startRequest({ ...head, input: data.input, metadata: data.metadata })}
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
  const curl = () => curlText(request(), `${location.origin}/graphql`, token.peek() !== null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="operation-copy-row" role="group" aria-label={text}>
      <span>{text}</span>
      <CopyButton what={`${what} as GraphQL`} label="Copy as GraphQL" text={() => graphqlText(request())} />
      <CopyButton what={`${what} as curl`} label="Copy as curl" text={curl} />
    </div>
  )
}
