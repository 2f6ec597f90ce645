import { JsonView } from '../../components/json/json-view.tsx'
import { ErrorMessage, Loading } from '../../components/messages.tsx'
import type { OperationView } from './use-operation.ts'

/** What went in, what came out, and what the caller noted. */
export function DataCards({ view: { data, shown } }: { readonly view: OperationView }) {
  const error = data.error.value
  const operation = shown.data.value
  if (operation === null) {
    if (error === null) return shown.presence.value === 'gone' ? null : <Loading what="input and result" />
    return <ErrorMessage what="Input and result could not be read" error={error} onRetry={() => void data.reload()} />
  }
  const isDone = shown.head.value?.state === 'SUCCESS'
  return (
    <>
      <DataCard title="Input" label="input" value={operation.input} />
      {isDone && <DataCard title="Result" label="result" value={operation.result} />}
      {!isEmptyObject(operation.metadata) && <DataCard title="Metadata" label="metadata" value={operation.metadata} />}
    </>
  )
}

function DataCard({ title, label, value }: { readonly title: string; readonly label: string; readonly value: unknown }) {
  const id = `operation-${label}`
  return (
    <section class="card operation-data" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <JsonView value={value} label={label} />
    </section>
  )
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}
