import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CopyButton } from '../../components/copy-button.tsx'
import { focusFault } from '../../components/field.tsx'
import { JsonEditor } from '../../components/json-editor/json-editor.tsx'
import type { FunctionInputQuery } from '../../gql/graphql.ts'
import { operationHref } from '../../hrefs.ts'
import { curlText, graphqlText } from '../../text/requests.ts'
import { needsRole } from '../../text/roles.ts'
import type { KnownFunction } from './policies.ts'
import { hasOptions } from './start-draft.ts'
import { StartOptions } from './start-options.tsx'
import { startRequest } from './start-request.ts'
import { type Start, useStart } from './use-start.ts'

interface StartFormProps {
  readonly known: KnownFunction
  /** The JSON Schema of its input; null when it declares none. */
  readonly schema: unknown
  readonly viewer: FunctionInputQuery['viewer']
}

/** Input and options of an operation to be started. */
export function StartForm({ known, schema, viewer }: StartFormProps) {
  const start = useStart(known.name)
  const form = useRef<HTMLFormElement>(null)
  const more = useSignal(hasOptions(start.draft.peek()))
  const faults = start.faults.value
  useEffect(() => {
    if (location.search === '?start') form.current?.querySelector('textarea')?.focus()
  }, [])
  // Whoever sent it is led to the first field that is wrong, once it is there and marked.
  useEffect(() => {
    if (Object.keys(faults).some((field) => field !== 'input')) more.value = true
    if (Object.keys(faults).length === 0) return
    requestAnimationFrame(() => focusFault(form.current))
  }, [faults, more])
  return (
    <form
      ref={form}
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void start.send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
      }}
    >
      <JsonEditor
        label="Input"
        hint={
          schema === null
            ? 'JSON. This function says nothing about its input; left empty, it is null.'
            : 'JSON, checked against the schema of the function.'
        }
        value={start.draft.value.input}
        schema={schema}
        rows={12}
        onInput={(text) => start.change('input', text)}
        onValid={start.setInput}
      />
      {faults.input !== undefined && (
        <p class="field-error" role="alert">
          {faults.input}
        </p>
      )}
      <More known={known} start={start} isOpen={more} />
      <Refused start={start} />
      {!viewer.mayOperate && (
        <p class="message" id="start-viewer">
          {needsRole('operator', viewer.role)}
        </p>
      )}
      <Buttons start={start} viewer={viewer} />
    </form>
  )
}

interface MoreProps {
  readonly known: KnownFunction
  readonly start: Start
  readonly isOpen: Signal<boolean>
}

/** What hardly anybody needs. */
function More({ known, start: { draft, faults, change }, isOpen }: MoreProps) {
  return (
    <details
      class="function-more"
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>More options</summary>
      {isOpen.value && <StartOptions known={known} draft={draft.value} faults={faults.value} onChange={change} />}
    </details>
  )
}

function Buttons({ start, viewer }: { readonly start: Start } & Pick<StartFormProps, 'viewer'>) {
  const copied = () => {
    const values = start.check()
    if (values === null) throw new Error('Mend the fields that are marked first.')
    return startRequest(values)
  }
  return (
    <div class="row">
      <button
        type="submit"
        class="button button-primary"
        disabled={!viewer.mayOperate || start.isSending.value}
        aria-describedby={viewer.mayOperate ? undefined : 'start-viewer'}
        title={viewer.mayOperate ? 'Ctrl + Enter' : undefined}
      >
        Start operation
      </button>
      <CopyButton what="GraphQL" label="Copy as GraphQL" text={() => graphqlText(copied())} />
      <CopyButton
        what="curl"
        label="Copy as curl"
        text={() => curlText(copied(), `${location.origin}/graphql`, viewer.authenticated)}
      />
      <button type="button" class="button button-small button-quiet" onClick={start.clear}>
        Clear
      </button>
    </div>
  )
}

/** Why it was not started, where that is about no field. */
function Refused({ start }: { readonly start: Start }) {
  const refused = start.refused.value
  if (refused === null) return null
  return (
    <div class="message message-error" role="alert">
      <div>
        <strong>It was not started.</strong> <bdi dir="auto">{refused.text}</bdi>
        {refused.existingId !== null && (
          <>
            {' '}
            <a href={operationHref(refused.existingId)}>Show the operation that is there</a>
          </>
        )}
      </div>
    </div>
  )
}
