import { useSignal } from '@preact/signals'
import { Field } from '../../components/field.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { Icon } from '../../components/icon.tsx'
import { clipped } from '../../text/clip.ts'
import { metadataText, parseMetadata } from '../../text/metadata-filter.ts'
import type { OperationsFilter } from '../../text/operation-filter.ts'
import { FilterMenu } from './filter-menu.tsx'

interface MetadataMenuProps {
  readonly metadata: OperationsFilter['metadata']
  readonly onChange: (metadata: OperationsFilter['metadata']) => void
}

export function MetadataMenu({ metadata, onChange }: MetadataMenuProps) {
  const pairs = Object.entries(metadata)
  const [only] = pairs
  const value = pairs.length === 1 && only !== undefined ? clipped(metadataText(...only), 24) : String(pairs.length || '')
  return (
    <FilterMenu label="Metadata" value={value}>
      <ul class="filter-pairs">
        {pairs.map(([key, one]) => (
          <li key={key} class="row">
            <Foreign text={metadataText(key, one)} clip={60} />
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label={`Take out ${key}`}
              onClick={() => onChange(Object.fromEntries(pairs.filter(([other]) => other !== key)))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <NewPair onAdd={(key, one) => onChange({ ...metadata, [key]: one })} />
    </FilterMenu>
  )
}

function NewPair({ onAdd }: { readonly onAdd: (key: string, value: unknown) => void }) {
  const text = useSignal('')
  const isWrong = useSignal(false)
  const add = (event: Event) => {
    event.preventDefault()
    const pair = parseMetadata(text.value)
    isWrong.value = pair === null
    if (pair === null) return
    text.value = ''
    onAdd(pair.key, pair.value)
  }
  return (
    <form class="stack" onSubmit={add}>
      <Field
        label="Has this key and value"
        hint={'A value that is JSON is one: 3, true, "3".'}
        fault={isWrong.value ? 'Write a key, a colon and a value, such as team:blue.' : null}
      >
        {(control) => (
          <input
            {...control}
            class="input"
            placeholder="team:blue"
            value={text.value}
            onInput={({ currentTarget }) => {
              text.value = currentTarget.value
            }}
          />
        )}
      </Field>
      <button type="submit" class="button button-small">
        Add
      </button>
    </form>
  )
}
