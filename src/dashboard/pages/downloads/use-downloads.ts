import { type ReadonlySignal, signal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { DownloadLists, DownloadUpdates } from '../../documents/downloads.ts'
import type { DownloadListsQuery } from '../../gql/graphql.ts'
import { useLive } from '../../state/live.ts'
import { useQuery } from '../../state/query.ts'
import { timer } from '../../state/time.ts'
import { merged, type Pushed, type ReadLists, stillNeeded } from './download-rows.ts'
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

/** What events told, gathered for a moment before it is shown. */
class PushedDownloads {
  readonly #shown = signal<Pushed>(new Map())
  readonly #gathered = new Map<string, Download | null>()
  #isWaiting = false

  get shown(): ReadonlySignal<Pushed> {
    return this.#shown
  }

  add(id: string, download: Download | null): void {
    this.#gathered.set(id, download)
    if (this.#isWaiting) return
    this.#isWaiting = true
    timer(GATHERED_MS, () => this.show())
  }

  show(): void {
    this.#isWaiting = false
    if (this.#gathered.size === 0) return
    this.#shown.value = new Map([...this.#shown.peek(), ...this.#gathered])
    this.#gathered.clear()
  }

  /** Forgets what the lists, read since, say too. */
  tidy(read: ReadLists): void {
    const kept = stillNeeded(read, this.#shown.peek())
    if (kept.size < this.#shown.peek().size) this.#shown.value = kept
  }

  clear(): void {
    this.#gathered.clear()
    this.#shown.value = new Map()
  }
}

/** The downloads of the server, live. While other sizes are read, what was read before stays. */
export function useDownloads(sizes: ListSizes): Downloads {
  const query = useQuery(DownloadLists, sizes)
  const pushed = useMemo(() => new PushedDownloads(), [])
  const news = useMemo(() => signal(''), [])
  const last = useRef<DownloadListsQuery | null>(null)
  last.current = query.data.value ?? last.current
  const read = last.current
  useEffect(() => {
    if (read !== null) pushed.tidy(listsOf(read))
  }, [read])
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
      onGap: async () => {
        pushed.clear()
        return (await query.reload())?.active.eventCursor ?? null
      },
    },
  )
  return {
    read,
    lists: read === null ? null : merged(listsOf(read), pushed.shown.value),
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

function listsOf({ active, past }: DownloadListsQuery): ReadLists {
  return { active: pageOf(active), past: pageOf(past) }
}

function pageOf({ edges, pageInfo }: DownloadListsQuery['past']): ReadLists['past'] {
  return { rows: edges.map(({ node }) => node), hasMore: pageInfo.hasNextPage }
}

function newsOf(download: Download): string {
  return `${fileNameOf(inputOf(download.input))}: ${badgeOf(download.state).label}`
}
