import type { ListedOperationFragment } from '../../gql/graphql.ts'
import { clipped } from '../../text/clip.ts'
import type { ListTerms, Place, Told } from './list-terms.ts'

/** A row of the list. */
export interface ListRow {
  /** Its own for as long as the page is open, wherever it lies. */
  readonly key: number
  readonly operation: ListedOperationFragment
  /** False of one that met the filter when it was read and does not any more. It stays until the list is read again. */
  readonly matches: boolean
  /** Where it was listed, which holds until the list is read again: rows do not run away from who reads them. */
  readonly place: Place
}

/** What happened to an operation; null: it was deleted. */
export interface ListUpdate {
  readonly id: string
  readonly operation: Told | null
}

export interface ListPage {
  readonly operations: readonly Told[]
  readonly endCursor: string | null
  readonly hasMore: boolean
}

/** So many rows are kept; whoever looks for another one narrows the filter. */
export const MOST_ROWS = 20_000
const MOST_TEXT = 300

/**
 * The rows of a list: what was read of it from its beginning on, and what happened since. An operation has one row,
 * whether it comes by a page or by an event, and whichever comes first.
 */
export class ListRows {
  readonly #terms: ListTerms
  #order: string[] = []
  #rows = new Map<string, ListRow>()
  readonly #waiting = new Set<string>()
  #endCursor: string | null = null
  #hasMore = false
  #lastKey = 0
  /** What happened while a page was on its way, which may have been read before. */
  #meanwhile: ListUpdate[] | null = null

  constructor(terms: ListTerms) {
    this.#terms = terms
  }

  get length(): number {
    return this.#order.length
  }

  /** How many would be listed among these, had the list been read now. */
  get waiting(): number {
    return this.#waiting.size
  }

  get endCursor(): string | null {
    return this.#endCursor
  }

  /** Whether there is more to read, and room for it. */
  get hasMore(): boolean {
    return this.#hasMore && !this.isFull
  }

  get isFull(): boolean {
    return this.#order.length >= MOST_ROWS
  }

  at(index: number): ListRow | undefined {
    const id = this.#order[index]
    return id === undefined ? undefined : this.#rows.get(id)
  }

  get(id: string): ListRow | undefined {
    return this.#rows.get(id)
  }

  indexOf(id: string): number {
    return this.#rows.has(id) ? this.#order.indexOf(id) : -1
  }

  /** To be called before a page is asked for. */
  expectPage(): void {
    this.#meanwhile ??= []
  }

  /** The next page, or all that was read anew in place of what is there. */
  add(page: ListPage, { anew }: { readonly anew: boolean }): void {
    const before = this.#rows
    if (anew) {
      this.#order = []
      this.#rows = new Map()
      this.#waiting.clear()
    }
    for (const operation of page.operations) this.#read(operation, before)
    this.#endCursor = page.endCursor
    this.#hasMore = page.hasMore
    this.pageFailed()
  }

  /** No page comes: what happened meanwhile is of no further interest. */
  pageFailed(): void {
    const updates = this.#meanwhile ?? []
    this.#meanwhile = null
    for (const update of updates) this.apply(update, { mayInsert: false })
  }

  /** @param mayInsert whether rows may move to make room for a new one: else it waits */
  apply(update: ListUpdate, { mayInsert }: { readonly mayInsert: boolean }): void {
    this.#meanwhile?.push(update)
    const { id, operation } = update
    const row = this.#rows.get(id)
    if (operation === null) this.#remove(id)
    else if (row !== undefined) this.#change(row, operation, this.#terms.matches(operation))
    else if (this.#terms.matches(operation)) this.#appear(operation, mayInsert)
    else this.#waiting.delete(id)
  }

  #read(operation: Told, before: ReadonlyMap<string, ListRow>): void {
    const { id } = operation
    this.#waiting.delete(id)
    const row = this.#rows.get(id)
    if (row !== undefined) this.#change(row, operation, true)
    else if (!this.isFull) {
      // Nearly always at the end; not so behind one that an event has brought there.
      this.#order.splice(this.#indexFor(this.#terms.placeOf(operation)), 0, id)
      this.#rows.set(id, this.#row(operation, before.get(id)?.key))
    }
  }

  #change(row: ListRow, operation: Told, matches: boolean): void {
    if (operation.updatedAt < row.operation.updatedAt) return
    this.#rows.set(operation.id, { ...this.#row(operation, row.key), place: row.place, matches })
  }

  #appear(operation: Told, mayInsert: boolean): void {
    const index = this.#indexFor(this.#terms.placeOf(operation))
    const isLast = index === this.#order.length
    // Behind what was read so far: it will be read when the list comes to it.
    if (isLast && this.#hasMore) return
    if ((isLast || mayInsert) && !this.isFull) {
      this.#order.splice(index, 0, operation.id)
      this.#rows.set(operation.id, this.#row(operation))
      this.#waiting.delete(operation.id)
    } else if (this.#waiting.size < MOST_ROWS) this.#waiting.add(operation.id)
  }

  #remove(id: string): void {
    this.#waiting.delete(id)
    if (this.#rows.delete(id)) this.#order.splice(this.#order.indexOf(id), 1)
  }

  /** Of the places in which rows were listed. */
  #indexFor(place: Place): number {
    let low = 0
    let high = this.#order.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.at(middle)?.place ?? place
      if (this.#terms.compare(other, place) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #row(told: Told, known?: number): ListRow {
    const key = known ?? this.#newKey()
    const { idempotencyKey: _key, metadata: _metadata, ...operation } = told
    const { error } = operation
    // Thousands of rows are kept, and shown is a line of it.
    const short = error == null ? operation : { ...operation, error: { ...error, message: clipped(error.message, MOST_TEXT) } }
    return { key, operation: short, matches: true, place: this.#terms.placeOf(told) }
  }

  #newKey(): number {
    this.#lastKey++
    return this.#lastKey
  }
}
