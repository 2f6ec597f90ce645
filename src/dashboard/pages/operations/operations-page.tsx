import './bulk.css'
import './filters.css'
import './operations.css'
import { useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Page } from '../../components/page.tsx'
import { type OperationsFilter, operationsHref } from '../../text/operation-filter.ts'
import { parseFilter } from './filter-address.ts'
import { FilterBar } from './filter-bar.tsx'
import { ListSection } from './list-section.tsx'

/** All operations, live: found, watched and steered, one or many. */
export function OperationsPage() {
  const { url, route } = useLocation()
  const query = useRef('')
  // While it is being left, the address is already another page's.
  if (/^\/operations\/?(\?|$)/.test(url)) query.current = url.includes('?') ? url.slice(url.indexOf('?')) : ''
  const { filter, ignored } = useMemo(() => parseFilter(query.current), [query.current])
  const change = (parts: Partial<OperationsFilter>) => {
    // Letters that are typed one after the other are one step back.
    const isTyping = Object.keys(parts).length === 1 && parts.search !== undefined && filter.search !== ''
    route(operationsHref({ ...filter, ...parts }), isTyping)
  }
  return (
    <Page
      title="Operations"
      actions={
        <a class="button button-primary" href="/functions">
          Start an operation
        </a>
      }
    >
      {ignored.length > 0 && (
        <div class="message message-warning" role="status">
          <div>
            The address says something that means nothing here, and is left out:{' '}
            <bdi dir="auto">{ignored.join(', ').slice(0, 300)}</bdi>
          </div>
          <button type="button" class="button button-small" onClick={() => route(operationsHref(filter), true)}>
            Mend the address
          </button>
        </div>
      )}
      <FilterBar filter={filter} onChange={change} />
      <ListSection filter={filter} onClear={() => route(operationsHref({ sort: filter.sort }))} />
    </Page>
  )
}
