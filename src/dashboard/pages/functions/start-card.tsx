import { Unread } from '../../components/messages.tsx'
import { FunctionInput } from '../../documents/functions.ts'
import { useQuery } from '../../state/query.ts'
import type { KnownFunction } from './policies.ts'
import { StartForm } from './start-form.tsx'

/** The way to start an operation, or why there is none. */
export function StartCard({ known }: { readonly known: KnownFunction }) {
  const query = useQuery(FunctionInput, {})
  const data = query.data.value
  const schema = data?.functions.find(({ name }) => name === known.name)?.inputSchema ?? null
  return (
    <section class="card" id="start" aria-labelledby="function-start">
      <div class="card-head">
        <h2 id="function-start">Start an operation</h2>
      </div>
      {known.internal && <p class="muted">The system itself starts operations of this function; nobody else can.</p>}
      {!known.internal && <Unread query={query} what="the form" failed="The input schema could not be read" />}
      {!known.internal && data !== null && <StartForm known={known} schema={schema} viewer={data.viewer} />}
    </section>
  )
}
