import type { DownloadListsQuery } from '../../gql/graphql.ts'
import { countText } from '../../text/numbers.ts'

/** How many there are, of all that the store holds. */
export function DownloadCards({ read }: { readonly read: DownloadListsQuery }) {
  const { all, begun, waiting, completed, failed } = read
  const pending = waiting.totalCount
  return (
    <dl class="cards downloads-cards">
      <Card name="Total Downloads" count={all.totalCount} />
      <Card
        name="Active"
        count={begun.totalCount}
        note={pending === 0 ? 'downloading or paused' : `and ${countText(pending)} pending`}
      />
      <Card name="Completed" count={completed.totalCount} look="good" />
      <Card name="Failed" count={failed.totalCount} look={failed.totalCount === 0 ? 'none' : 'bad'} />
    </dl>
  )
}

interface CardProps {
  readonly name: string
  readonly count: number
  readonly note?: string
  readonly look?: 'good' | 'bad' | 'none'
}

function Card({ name, count, note, look = 'none' }: CardProps) {
  return (
    <div class="card">
      <dt class="muted small">{name}</dt>
      <dd>
        <span class={`downloads-figure downloads-figure-${look}`}>{countText(count)}</span>
        {note !== undefined && <span class="muted tiny">{note}</span>}
      </dd>
    </div>
  )
}
