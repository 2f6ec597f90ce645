import { Foreign } from '../../components/foreign.tsx'
import { operationHref } from '../../hrefs.ts'
import { countText } from '../../text/numbers.ts'

interface BulkSkipsProps {
  readonly skipped: readonly { readonly id: string; readonly reason: string }[]
  readonly count: number
}

/** Those that were left as they were, and why: the first of them, on demand. */
export function BulkSkips({ skipped, count }: BulkSkipsProps) {
  if (count === 0) return null
  return (
    <details class="bulk-skips">
      <summary>Why {count === 1 ? 'one was left as it was' : `${countText(count)} were left as they were`}</summary>
      <ul>
        {skipped.map(({ id, reason }) => (
          <li key={id}>
            <a href={operationHref(id)}>
              <Foreign text={id} clip={80} />
            </a>{' '}
            <Foreign text={withoutName(reason, id)} />
          </li>
        ))}
      </ul>
      {skipped.length < count && <p class="muted small">These are the first {skipped.length} of them.</p>}
    </details>
  )
}

/** The link before it names the operation already. */
function withoutName(reason: string, id: string): string {
  const name = `Operation "${id}" `
  return reason.startsWith(name) ? reason.slice(name.length) : `– ${reason}`
}
