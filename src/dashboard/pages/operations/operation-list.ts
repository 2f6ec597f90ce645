import { type ReadonlySignal, signal } from '@preact/signals'
import { ClientError } from '../../../client/client-error.ts'
import { ListedOperations } from '../../documents/operation-list.ts'
import { Again } from '../../state/again.ts'
import { client } from '../../state/client.ts'
import { askToSignIn } from '../../state/session.ts'
import { instant } from '../../state/time.ts'
import { isUnauthenticated } from '../../text/error-texts.ts'
import type { OperationsFilter } from '../../text/operation-filter.ts'
import { ListRows, type ListUpdate } from './list-rows.ts'
import { ListTerms, type Told } from './list-terms.ts'

const PAGE_SIZE = 100
/** As many as the server gives at once. */
const LARGE_PAGE_SIZE = 500
/** What is read again in one go keeps the place of whoever scrolled no further than this. */
const MOST_READ_AGAIN = 2000
/** Held back at most, while the page is not drawn. */
const MOST_HELD = 500

/** What `read` is under way: the list from its beginning, or what follows. */
type Reading = 'list' | 'more' | null

/** The list of operations that meet a filter: read page by page, and kept as events tell. */
export class OperationList {
  readonly terms: ListTerms
  readonly rows: ListRows
  /** Whether a new operation may move the rows: set by who shows them. */
  mayInsert = true
  /** How many rows from the beginning on are of interest. */
  reach = 0
  readonly #version = signal(0)
  readonly #error = signal<unknown>(null)
  /** What the last read was of, in case that it failed. */
  #failed: Reading = null
  readonly #reading = signal<Reading>('list')
  readonly #eventCursor = signal<string | null>(null)
  readonly #tops = signal(0)
  #aborts = new AbortController()
  readonly #held = new Map<string, ListUpdate>()
  #frame = 0
  readonly #again = new Again(() => void this.retry())
  #isPlaceLost = false
  #isClosed = false
  /** The read that is under way. */
  #underWay: Promise<string | null> | null = null

  constructor(filter: OperationsFilter) {
    this.terms = new ListTerms(filter, instant())
    this.rows = new ListRows(this.terms)
  }

  /** Changes whenever the rows do. */
  get version(): ReadonlySignal<number> {
    return this.#version
  }

  /** Why the last read failed; null when it did not. */
  get error(): ReadonlySignal<unknown> {
    return this.#error
  }

  get reading(): ReadonlySignal<Reading> {
    return this.#reading
  }

  /** Where in the event log the list was first read; null until then. */
  get eventCursor(): ReadonlySignal<string | null> {
    return this.#eventCursor
  }

  /** Counts how often it was to be shown from its beginning. */
  get tops(): ReadonlySignal<number> {
    return this.#tops
  }

  /** Reads it from its beginning, as far as it is of interest. Answers the event cursor; null when that failed. */
  reload(): Promise<string | null> {
    return this.#read('list', PAGE_SIZE, Math.min(this.reach, MOST_READ_AGAIN))
  }

  /** Reads it anew, to be shown from its beginning. */
  showFromTop(): void {
    this.reach = 0
    this.#tops.value++
    void this.reload()
  }

  /**
   * Reads the next page, unless a read is under way, has failed, or there is none: a failed one is tried again when the
   * person says so. Whoever reads on gets larger ones.
   */
  async more(size = Math.min(Math.max(PAGE_SIZE, this.rows.length), LARGE_PAGE_SIZE)): Promise<void> {
    const isIdle = this.#reading.peek() === null && this.#error.peek() === null
    if (isIdle && this.rows.hasMore) await this.#read('more', size, 0)
  }

  /** Reads again what could not be read. */
  async retry(): Promise<void> {
    if (this.#failed === 'more') await this.#read('more', PAGE_SIZE, 0)
    else await this.reload()
  }

  /** Reads on until there is nothing more, no room, or a read fails. */
  async readAll(): Promise<void> {
    while (this.rows.hasMore && this.#error.peek() === null && !this.#isClosed) {
      await (this.#underWay ?? this.more(LARGE_PAGE_SIZE))
    }
  }

  /** Takes what an event tells; shown with the next frame, and of many changes of an operation the last. */
  receive(update: ListUpdate): void {
    this.#held.set(update.id, update)
    if (this.#held.size >= MOST_HELD) this.#flush()
    else if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#flush())
  }

  /** Takes how a mutation left an operation, unless an event has told already what came of it since. */
  receiveAnswer(operation: Told): void {
    const { id, updatedAt } = operation
    const known = this.#held.has(id) ? this.#held.get(id)?.operation : this.rows.get(id)?.operation
    if (known !== null && (known === undefined || known.updatedAt < updatedAt)) this.receive({ id, operation })
  }

  close(): void {
    this.#isClosed = true
    this.#again.cancel()
    this.#aborts.abort()
    cancelAnimationFrame(this.#frame)
  }

  #flush(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    for (const update of this.#held.values()) this.rows.apply(update, { mayInsert: this.mayInsert })
    this.#held.clear()
    this.#version.value++
  }

  #read(reading: 'list' | 'more', size: number, reach: number): Promise<string | null> {
    const read = this.#readNow(reading, size, reach).finally(() => {
      if (this.#underWay === read) this.#underWay = null
    })
    this.#underWay = read
    return read
  }

  async #readNow(reading: 'list' | 'more', size: number, reach: number): Promise<string | null> {
    this.#again.cancel()
    this.#aborts.abort()
    this.#aborts = new AbortController()
    const { signal: aborted } = this.#aborts
    this.#reading.value = reading
    this.rows.expectPage()
    try {
      const page = await this.#pages(reading === 'list' ? null : this.rows.endCursor, size, reach, aborted)
      if (aborted.aborted) return null
      this.rows.add(page, { anew: reading === 'list' })
      this.#eventCursor.value ??= page.eventCursor
      if (reading === 'more') this.#isPlaceLost = false
      else this.#again.after(null)
      this.#ended(null)
      return page.eventCursor
    } catch (error) {
      if (aborted.aborted) return null
      this.rows.pageFailed()
      if (reading === 'more' && this.#losesPlace(error)) return this.reload()
      if (isUnauthenticated(error)) askToSignIn()
      this.#failed = reading
      // What is shown may be old. The next page waits for whoever wants it.
      if (reading === 'list') this.#again.after(error)
      this.#ended(error)
      return null
    }
  }

  /** The server does not know the place any more: once, the list is read anew without a word. */
  #losesPlace(error: unknown): boolean {
    const isLost = error instanceof ClientError && (error.code === 'CURSOR_EXPIRED' || error.code === 'INVALID_INPUT')
    if (!isLost || this.#isPlaceLost) return false
    this.#isPlaceLost = true
    return true
  }

  #ended(error: unknown): void {
    this.#error.value = error
    this.#reading.value = null
    this.#version.value++
  }

  /** One page, or as many as `reach` takes. The cursor of the log is that of the first, which was read first. */
  async #pages(after: string | null, size: number, reach: number, aborted: AbortSignal) {
    const { filter, orderBy } = this.terms
    const ask = async (cursor: string | null) => {
      const variables = { filter, orderBy, first: reach > size ? LARGE_PAGE_SIZE : size, after: cursor }
      return (await client.query(ListedOperations, variables, { signal: aborted })).operations
    }
    let page = await ask(after)
    const { eventCursor } = page
    const operations = page.edges.map(({ node }) => node)
    while (operations.length < reach && page.pageInfo.hasNextPage) {
      page = await ask(page.pageInfo.endCursor)
      operations.push(...page.edges.map(({ node }) => node))
    }
    const { endCursor, hasNextPage } = page.pageInfo
    return { eventCursor, operations, endCursor, hasMore: hasNextPage }
  }
}
