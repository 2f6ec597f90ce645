import type { Database } from 'better-sqlite3'
import type { OperationFilter, OperationPage, OperationQuery, OrderField } from '../../../operation/query.ts'
import { countRows } from '../../counter-sums.ts'
import type { Vault } from '../../encryption/vault.ts'
import { countedByCounters, matcher } from '../../filter.ts'
import type { OperationReader } from '../operation-reader.ts'
import { CandidateReader, type Listed } from './candidates.ts'
import { IndexRuns, type Run, type RunKey } from './index-runs.ts'
import { type KeyRange, rangeOf } from './key-range.ts'
import { KeyReader } from './key-reader.ts'
import { MetadataRuns } from './metadata-runs.ts'
import { nextTurn } from './next-turn.ts'
import { pageOf } from './page-of.ts'
import { differenceOf, fieldOfInstants, narrowingParts, planIsExact } from './plan.ts'

/** Rows looked at, or keys counted, in one piece; between the pieces the event loop goes on. */
const TESTED_ROWS = 512
const COUNTED_KEYS = 4096
/** So many rows are read, tested and sorted for each page of them: in some tens of milliseconds. */
const MOST_OF_FEW = 10_000

/** Reads up to `limit` keys of a range, from one of its ends. */
type ReadSlice = (range: KeyRange, upwards: boolean, limit: number) => RunKey[]

/** Lists and counts operations. Exact filters are read from indexes alone; others test row after row, in slices. */
export class ListReader {
  readonly #operations: OperationReader
  readonly #keys: KeyReader
  readonly #metadata: MetadataRuns
  readonly #candidates: CandidateReader

  constructor(database: Database, operations: OperationReader, vault: Vault | null) {
    const runs = new IndexRuns(database)
    this.#operations = operations
    this.#keys = new KeyReader(runs, operations)
    this.#metadata = new MetadataRuns(runs)
    this.#candidates = new CandidateReader(database, vault)
  }

  async list(query: OperationQuery): Promise<OperationPage> {
    const { filter, order, limit, fromEnd = false } = query
    if (filter.ids !== undefined) return this.#listOf(query, this.#byIds(filter, filter.ids))
    const run = this.#metadata.rarest(filter, this.#operations.functions())
    if (order.field !== 'created_at' && (run !== null || this.#areFew(filter, limit))) {
      return this.#listOf(query, await this.#allOf(filter, run))
    }
    const rising = order.direction === 'asc'
    const [low, high] = rising ? [query.after, query.before] : [query.before, query.after]
    const range = rangeOf(filter, order.field, low, high)
    const upwards = rising !== fromEnd
    const read = this.#readerOf(filter, order.field, run)
    const found = planIsExact(filter, order.field)
      ? read(range, upwards, limit + 1)
      : await this.#search(filter, read, range, upwards, limit + 1)
    const operations = this.#operations.ofKeys(found.slice(0, limit))
    if (fromEnd) operations.reverse()
    return { operations, hasMore: found.length > limit }
  }

  async count(filter: OperationFilter): Promise<number> {
    const functions = this.#operations.functions()
    if (countedByCounters(filter)) return countRows(functions, filter.states, filter.functionNames)
    if (filter.ids !== undefined) return this.#byIds(filter, filter.ids).length
    const parts = differenceOf(filter)
    // Between the two counts an operation may fail.
    if (parts !== null) return Math.max(0, (await this.count(parts.all)) - (await this.count(parts.others)))
    const run = this.#metadata.rarest(filter, functions)
    const field = run === null ? fieldOfInstants(filter) : 'created_at'
    const exact = planIsExact(filter, field)
    const found = exact ? null : matcher(filter)
    const slices = this.#slices(
      this.#readerOf(filter, field, run),
      rangeOf(filter, field),
      true,
      exact ? COUNTED_KEYS : TESTED_ROWS,
    )
    let count = 0
    for await (const keys of slices) {
      count += found === null ? keys.length : keys.filter(({ id }) => this.#passing(id, found) !== null).length
    }
    return count
  }

  #readerOf(filter: OperationFilter, field: OrderField, run: Run | null): ReadSlice {
    if (run !== null) return (range, upwards, limit) => this.#keys.readRun(run, range, upwards, limit)
    return (range, upwards, limit) => this.#keys.read(filter, field, range, upwards, limit)
  }

  /** The keys of the first `limit` operations that pass the whole filter. */
  async #search(filter: OperationFilter, read: ReadSlice, range: KeyRange, upwards: boolean, limit: number) {
    const matches = matcher(filter)
    // An operation that moves in the order while we read it may come by twice.
    const found = new Map<string, RunKey>()
    for await (const keys of this.#slices(read, range, upwards, TESTED_ROWS)) {
      for (const key of keys) {
        if (!found.has(key.id) && this.#passing(key.id, matches) !== null) found.set(key.id, key)
        if (found.size === limit) return [...found.values()]
      }
    }
    return [...found.values()]
  }

  /**
   * Whether reading all that may pass, by the index that narrows them, costs less than a page of another order: such a page
   * goes through the list until enough have passed, which are the fewer rows the more of them pass.
   */
  #areFew(filter: OperationFilter, limit: number): boolean {
    if (narrowingParts(filter).length === 0) return false
    const rows = countRows(this.#operations.functions(), filter.states, filter.functionNames)
    const most = Math.min(MOST_OF_FEW, Math.floor(Math.sqrt(rows * limit)))
    return !this.#keys.areMoreThan(most, filter, 'created_at')
  }

  /** All that pass the filter, out of few in the order of their creation. */
  async #allOf(filter: OperationFilter, run: Run | null): Promise<readonly Listed[]> {
    const matches = matcher(filter)
    const found: Listed[] = []
    const read = this.#readerOf(filter, 'created_at', run)
    for await (const keys of this.#slices(read, rangeOf(filter, 'created_at'), true, TESTED_ROWS)) {
      found.push(...keys.map(({ id }) => this.#passing(id, matches)).filter((row) => row !== null))
    }
    return found
  }

  #byIds(filter: OperationFilter, ids: readonly string[]): readonly Listed[] {
    const matches = matcher(filter)
    return [...new Set(ids)].map((id) => this.#passing(id, matches)).filter((row) => row !== null)
  }

  #listOf(query: OperationQuery, rows: readonly Listed[]): OperationPage {
    const { ids, hasMore } = pageOf(query, rows)
    return { operations: this.#operations.many(ids), hasMore }
  }

  #passing(id: string, matches: ReturnType<typeof matcher>): Listed | null {
    const candidate = this.#candidates.one(id)
    return candidate !== null && matches(candidate) ? candidate : null
  }

  /**
   * All keys of a range in slices, each read anew after the last key of the one before: an operation that changes its
   * state meanwhile is neither missed nor seen twice, as it keeps its place in the order.
   */
  async *#slices(read: ReadSlice, range: KeyRange, upwards: boolean, size: number) {
    let left = range
    for (;;) {
      const keys = read(left, upwards, size)
      yield keys
      const last = keys.at(-1)
      if (last === undefined || keys.length < size) return
      left = upwards ? { ...left, low: last } : { ...left, high: last }
      await nextTurn()
    }
  }
}
