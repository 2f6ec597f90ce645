import { type ReadonlySignal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { ClientError } from '../../client/client-error.ts'
import { Again } from './again.ts'
import { type Row, type RowPage, readAgainAfter, withEarlier, withLater } from './rows.ts'
import { spaced } from './spaced.ts'
import { whenBack } from './when-back.ts'

/** Which part of a list is asked for. */
export interface PageRange {
  readonly first?: number
  readonly after?: string
  readonly last?: number
  readonly before?: string
}

interface PagesOptions<T> {
  /** Answers null when what the list belongs to is gone: what was shown stays. */
  readonly read: (range: PageRange, signal: AbortSignal) => Promise<RowPage<T> | null>
  /** Where it begins to show: at the newest, or at the first. */
  readonly from: 'newest' | 'first'
  /** Whether an item may have changed since it was read. */
  readonly mayChange?: (node: T) => boolean
}

/** What of it is read. */
type Reading = 'all' | 'new' | 'more'

const GAP_MS = 1000
const PAGE_SIZE = 50
const CATCH_UP_SIZE = 200
const LARGEST_PAGE = 500
/** Rows that a list grows to by itself; more are shown to who asks for them. */
const KEPT = 400

/** A list of the server that grows: a part of it is shown, more on demand, and what is new by itself. */
export class Pages<T> {
  readonly #options: PagesOptions<T>
  readonly #rows = signal<readonly Row<T>[]>([])
  readonly #hasMore = signal(false)
  readonly #error = signal<unknown>(null)
  readonly #isLoading = signal(true)
  #kept = KEPT
  #aborts = new AbortController()
  #turn: Promise<void> = Promise.resolve()
  readonly #waiting = new Set<Reading>()
  readonly #again = new Again(() => this.reload())

  /** Something has happened: shows what is new, at once, and of what happens within the next second once more after it. */
  readonly refresh: () => void

  constructor(options: PagesOptions<T>) {
    this.#options = options
    const readNew = () => this.#run('new', () => this.#readNew().catch((error) => this.#readAfter(error)))
    this.refresh = spaced(readNew, { gapMs: () => GAP_MS, startsAtOnce: true })
  }

  /** In the order of the list. */
  get rows(): ReadonlySignal<readonly Row<T>[]> {
    return this.#rows
  }

  /** Whether there are more to show: earlier ones of a list that begins at the newest, else later ones. */
  get hasMore(): ReadonlySignal<boolean> {
    return this.#hasMore
  }

  get error(): ReadonlySignal<unknown> {
    return this.#error
  }

  /** Whether nothing was read yet. */
  get isLoading(): ReadonlySignal<boolean> {
    return this.#isLoading
  }

  /** Reads anew what is shown. */
  reload(): void {
    void this.#run('all', () => this.#readBeginning())
  }

  /** Shows more of it. */
  more(): void {
    void this.#run('more', () => (this.#options.from === 'newest' ? this.#readEarlier() : this.#readLater(PAGE_SIZE)))
  }

  open(): void {
    if (this.#aborts.signal.aborted) this.#aborts = new AbortController()
    this.reload()
  }

  close(): void {
    this.#again.cancel()
    this.#aborts.abort()
  }

  /**
   * One after the other, so that none builds on what another is about to change. What waits for its turn is not asked for
   * twice: however slow the answers are, no queue grows.
   */
  #run(reading: Reading, task: () => Promise<void>): Promise<void> {
    if (this.#waiting.has(reading)) return this.#turn
    this.#waiting.add(reading)
    this.#turn = this.#turn.then(async () => {
      this.#waiting.delete(reading)
      const { signal: aborted } = this.#aborts
      if (aborted.aborted) return
      const error = await task().then(
        () => null,
        (reason: unknown) => reason,
      )
      if (aborted.aborted) return
      if (error !== null || reading === 'all') this.#again.after(error)
      // The banner tells of a lost connection; what is shown is read again when it is back.
      const isTold = isUnreachable(error) && this.#rows.peek().length > 0
      this.#error.value = isTold ? null : error
      this.#isLoading.value = false
    })
    return this.#turn
  }

  #read(range: PageRange): Promise<RowPage<T> | null> {
    return this.#options.read(range, this.#aborts.signal)
  }

  async #readBeginning(): Promise<void> {
    const size = Math.min(LARGEST_PAGE, Math.max(PAGE_SIZE, this.#rows.peek().length))
    const isNewest = this.#options.from === 'newest'
    const page = await this.#read(isNewest ? { last: size } : { first: size })
    if (page === null) return
    this.#rows.value = page.edges
    this.#hasMore.value = isNewest ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage
  }

  async #readEarlier(): Promise<void> {
    const before = this.#rows.peek()[0]?.cursor
    if (before === undefined) return this.#readBeginning()
    const page = await this.#read({ last: PAGE_SIZE, before })
    if (page === null) return
    this.#kept += PAGE_SIZE
    this.#rows.value = withEarlier(this.#rows.peek(), page.edges)
    this.#hasMore.value = page.pageInfo.hasPreviousPage
  }

  async #readLater(first: number): Promise<void> {
    const after = this.#rows.peek().at(-1)?.cursor
    if (after === undefined) return this.#readBeginning()
    const page = await this.#read({ first, after })
    if (page === null) return
    this.#rows.value = withLater(this.#rows.peek(), page.edges)
    this.#hasMore.value = page.pageInfo.hasNextPage
  }

  /** Of a list that is not shown to its end, what is new is not shown either. */
  async #readNew(): Promise<void> {
    const { from, mayChange = () => false } = this.#options
    if (from === 'first') return this.#hasMore.peek() ? undefined : this.#readLater(PAGE_SIZE)
    let after = readAgainAfter(this.#rows.peek(), mayChange)
    if (after === null) return this.#readBeginning()
    while (after !== null) {
      const page: RowPage<T> | null = await this.#read({ first: CATCH_UP_SIZE, after })
      if (page === null) return
      this.#add(page.edges)
      after = page.pageInfo.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null
    }
  }

  /** The row that was to be read on from may be gone. */
  #readAfter(error: unknown): Promise<void> {
    if (error instanceof ClientError && error.code === 'INVALID_INPUT') return this.#readBeginning()
    throw error
  }

  #add(edges: readonly Row<T>[]): void {
    const rows = withLater(this.#rows.peek(), edges)
    if (rows.length > this.#kept) this.#hasMore.value = true
    this.#rows.value = rows.slice(-this.#kept)
  }
}

/** Reads a list while the component is there; what was missed is read after a sign-in and when a lost connection is back. */
export function usePages<T>(options: PagesOptions<T>, key: string, isWanted = true): Pages<T> {
  const pages = useMemo(() => new Pages(options), [key])
  useEffect(() => {
    if (!isWanted) return
    pages.open()
    const stop = whenBack(pages.refresh)
    return () => {
      stop()
      pages.close()
    }
  }, [pages, isWanted])
  return pages
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ClientError && error.code === 'UNREACHABLE'
}
