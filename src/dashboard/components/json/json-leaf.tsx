import { useSignal } from '@preact/signals'
import { clipped } from '../../text/clip.ts'
import { kindOf } from './json-shape.ts'

const SHOWN_CHARACTERS = 400
const SHOWN_OF_NAME = 200
// What the server puts in the place of a secret.
const REDACTED = '[redacted]'

/** The name of an entry, as others wrote it. */
export function JsonKey({ name }: { readonly name: string }) {
  return (
    <span class="json-key">
      <bdi dir="auto">{name === '' ? '""' : clipped(name, SHOWN_OF_NAME)}</bdi>
      <span class="json-colon">: </span>
    </span>
  )
}

/** A value that holds no others. */
export function JsonLeaf({ value }: { readonly value: unknown }) {
  if (value === REDACTED) return <span class="json-plain">[redacted]</span>
  if (typeof value === 'string') return <JsonText text={value} />
  const kind = kindOf(value)
  if (kind === 'absent') return <span class="json-plain">nothing</span>
  return <span class={kind === 'null' ? 'json-plain' : 'json-number'}>{String(value)}</span>
}

function JsonText({ text }: { readonly text: string }) {
  const all = useSignal(false)
  const isLong = text.length > SHOWN_CHARACTERS
  const shown = isLong && !all.value ? `${text.slice(0, SHOWN_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…` : text
  return (
    <span class="json-text">
      <span aria-hidden="true">"</span>
      <bdi dir="auto">{shown}</bdi>
      <span aria-hidden="true">"</span>
      {isLong && (
        <button
          type="button"
          class="button button-small json-all"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value
          }}
        >
          {all.value ? 'Show less' : `Show all ${text.length.toLocaleString('en-US')} characters`}
        </button>
      )}
    </span>
  )
}
