import './functions.css'
import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { Empty, Unread } from '../../components/messages.tsx'
import { Page } from '../../components/page.tsx'
import { ShowMore } from '../../components/show-more.tsx'
import { countText } from '../../text/numbers.ts'
import { FunctionRow } from './function-row.tsx'
import { listed } from './policies.ts'
import { type FunctionsView, useFunctions } from './use-functions.ts'

/** What this server can run, how it is retried, and how it fares. */
export function FunctionsPage() {
  const view = useFunctions()
  return (
    <Page title="Functions">
      <Unread query={view.query} what="the functions" failed="The functions could not be read" />
      {view.query.data.value !== null && <FunctionList view={view} />}
    </Page>
  )
}

const PORTION = 40
const FEW = 8

function FunctionList({ view }: { readonly view: FunctionsView }) {
  const { query, route } = useLocation()
  const shown = useSignal(PORTION)
  const functions = view.query.data.value?.functions ?? []
  const search = query.q ?? ''
  const found = listed(functions, search)
  return (
    <>
      <p class="muted">
        What operations can run on this server. Its own functions come from <code>--functions</code> or{' '}
        <code>RECOVERY_FUNCTIONS</code>.
      </p>
      {functions.length > FEW && (
        <input
          class="input functions-search"
          type="search"
          aria-label="Search functions"
          placeholder="Search by name or description"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          value={search}
          onInput={({ currentTarget: { value } }) => {
            shown.value = PORTION
            route(value === '' ? '/functions' : `/functions?${new URLSearchParams({ q: value })}`, true)
          }}
        />
      )}
      {found.length === 0 && (
        <Empty title="No function is like this">
          <a href="/functions">Show all {countText(functions.length)}</a>
        </Empty>
      )}
      <ul class="functions">
        {found.slice(0, shown.value).map((known) => (
          <FunctionRow key={known.name} known={known} traffic={view.traffic} />
        ))}
      </ul>
      <ShowMore
        shown={Math.min(shown.value, found.length)}
        total={found.length}
        onMore={() => {
          shown.value += PORTION
        }}
      />
    </>
  )
}
