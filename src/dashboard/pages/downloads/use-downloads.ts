import { signal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { DownloadLists, DownloadUpdates } from '../../documents/downloads.ts'
import type { DownloadListsQuery } from '../../gql/graphql.ts'
import { useLive } from '../../state/live.ts'
import { useQuery } from '../../state/query.ts'
import { timer } from '../../state/time.ts'

import { latest, merged, type Pushed, type ReadLists } from './download-rows.ts'
import { badgeOf, type Download, hasEnded } from './download-status.ts'

import { fileNameOf, inputOf } from './download-values.ts'

/** How many of each list are read. */
export interface ListSizes {
  readonly active: number
  readonly past: number
}

interface Downloads {
  /** null until the first answer. */
  readonly lists: { readonly active: readonly Download[]; readonly past: readonly Download[] } | null
  readonly read: DownloadListsQuery | null
  readonly error: unknown
  readonly isLoading: boolean
  /** What ended last, for who does not see it. */
  readonly news: string
  readonly reload: () => void
  /** Shows a download as a mutation answered it. */
  readonly push: (download: Download) => void
}

// A hundred running downloads tell of their progress five times a second each.
const GATHERED_MS = 100
const NOTHING: Pushed = new Map()

/** What events tell, gathered for a moment before it is shown. */
class PushedDownloads {
  readonly #show: (pushed: Pushed) => void
  #gathered = new Map<string, Download | null>()

  constructor(show: (pushed: Pushed) => void) {
    this.#show = show
  }

  /** null: it was deleted. */
  add(id: string, download: Download | null): void {
    if (this.#gathered.size === 0) timer(GATHERED_MS, () => this.show())
    this.#gathered.set(id, latest(this.#gathered.get(id), download))
  }

  show(): void {
    const gathered = this.#gathered
    this.#gathered = new Map()
    if (gathered.size > 0) this.#show(gathered)
  }
}

/** The downloads of the server, live. While other sizes are read, what was read before stays. */
export function useDownloads(sizes: ListSizes): Downloads {
  const query = useQuery(DownloadLists, sizes)
  const pushed = useMemo(() => new PushedDownloads((told) => query.change((known) => withPushed(known, told))), [query])
  const news = useMemo(() => signal(''), [])
  const last = useRef<DownloadListsQuery | null>(null)
  last.current = query.data.value ?? last.current
  const read = last.current
  useLive(
    DownloadUpdates,
    {},
    {
      after: read?.active.eventCursor ?? null,
      onEvent: ({ type, operationId, operation }) => {
        pushed.add(operationId, operation)
        if (type === null) return
        if (operation !== null && hasEnded(operation)) news.value = newsOf(operation)
        query.refresh()
      },
      onGap: async () => (await query.reload())?.active.eventCursor ?? null,
    },
  )
  return {
    read,
    lists: read === null ? null : merged(listsOf(read), NOTHING),
    error: query.error.value,
    isLoading: query.isLoading.value,
    news: news.value,
    reload: () => void query.reload(),
    push: (download) => {
      pushed.add(download.id, download)
      pushed.show()
      query.refresh()
    },
  }
}

/** What was read, with what events told since. */
function withPushed(read: DownloadListsQuery, pushed: Pushed): DownloadListsQuery {
  const lists = merged(listsOf(read), pushed)
  const page = <P extends DownloadListsQuery['past']>(of: P, rows: readonly Download[]): P => {
    return { ...of, edges: rows.map((node) => ({ node })) }
  }
  return { ...read, active: page(read.active, lists.active), past: page(read.past, lists.past) }
}

function listsOf({ active, past }: DownloadListsQuery): ReadLists {
  return { active: pageOf(active), past: pageOf(past) }
}

function pageOf({ edges, pageInfo }: DownloadListsQuery['past']): ReadLists['past'] {
  return { rows: edges.map(({ node }) => node), hasMore: pageInfo.hasNextPage }
}

function newsOf(download: Download): string {
  return `${fileNameOf(inputOf(download.input))}: ${badgeOf(download.state).label}`
}
