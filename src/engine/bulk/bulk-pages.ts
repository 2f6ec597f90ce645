import type { OperationFilter, OperationPage, PageKey } from '../../operation/query.ts'
import type { Store } from '../../operation/store.ts'

/** As many rows are in memory at once. */
const PAGE = 100

/** How far a walk has come: past a place in the order of creation, or past so many of the ids that were named. */
export type BulkPlace = { readonly after: PageKey | null } | { readonly ids: number }

export interface BulkPage {
  /** Those that the filter met when the page was read, the oldest first. */
  readonly ids: readonly string[]
  readonly place: BulkPlace
  /** Whether there may be more. */
  readonly hasMore: boolean
}

/**
 * Walks over what a filter meets, in the order of creation, which no change of state moves: nothing is visited twice or
 * passed over because of what happens to it meanwhile. What is created after the walk began is not met.
 */
export class BulkPages {
  readonly #store: Store
  readonly #filter: OperationFilter
  /** Functions whose operations are the system's own. */
  readonly #without: ReadonlySet<string>

  /** @param begunAt the instant the walk began, in milliseconds since the epoch */
  constructor(store: Store, filter: OperationFilter, begunAt: number, without: ReadonlySet<string>) {
    this.#store = store
    this.#without = without
    // Bounds are exclusive, and what was created in the same millisecond before it is meant too.
    this.#filter = { ...filter, createdBefore: Math.min(filter.createdBefore ?? Number.POSITIVE_INFINITY, begunAt + 1) }
  }

  get start(): BulkPlace {
    return this.#filter.ids === undefined ? { after: null } : { ids: 0 }
  }

  /** How many there are. It may read as much as the walk will. */
  async count(): Promise<number> {
    const { functionNames } = this.#filter
    const without = [...this.#without].filter((name) => functionNames?.includes(name) ?? true)
    const all = await this.#store.count(this.#filter)
    return without.length === 0 ? all : all - (await this.#store.count({ ...this.#filter, functionNames: without }))
  }

  async next(place: BulkPlace): Promise<BulkPage> {
    if ('ids' in place) return this.#nextOfIds(place.ids)
    const page = await this.#list(this.#filter, place.after)
    const last = page.operations.at(-1)
    const after = last === undefined ? place.after : { value: last.createdAt, id: last.id }
    return { ids: this.#idsOf(page), place: { after }, hasMore: page.hasMore }
  }

  async #nextOfIds(from: number): Promise<BulkPage> {
    const all = this.#filter.ids ?? []
    const ids = all.slice(from, from + PAGE)
    const page = await this.#list({ ...this.#filter, ids }, null)
    return { ids: this.#idsOf(page), place: { ids: from + ids.length }, hasMore: from + ids.length < all.length }
  }

  #list(filter: OperationFilter, after: PageKey | null): Promise<OperationPage> {
    const order = { field: 'created_at', direction: 'asc' } as const
    return this.#store.list({ filter, order, limit: PAGE, ...(after !== null && { after }) })
  }

  #idsOf({ operations }: OperationPage): readonly string[] {
    return operations.flatMap(({ id, functionName }) => (this.#without.has(functionName) ? [] : [id]))
  }
}
