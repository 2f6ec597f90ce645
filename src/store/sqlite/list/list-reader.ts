import type { Database } from 'better-sqlite3'
import type { OperationFilter, OperationPage, OperationQuery, OrderField, PageKey } from '../../../operation/store.ts'
import { countRows } from '../../counter-sums.ts'
import type { Vault } from '../../encryption/vault.ts'
import { countedByCounters, matcher } from '../../filter.ts'
import { compareKeys, keyOf } from '../../order.ts'
import type { OperationReader } from '../operation-reader.ts'
import { CandidateReader } from './candidates.ts'
import { type KeyRange, rangeOf } from './key-range.ts'
import { KeyReader } from './key-reader.ts'
import { planIsExact } from './plan.ts'

/** Rows looked at, or keys counted, in one piece; between the pieces the event loop goes on. */
const TESTED_ROWS = 512
const COUNTED_KEYS = 4096

/** Lists and counts operations. Exact filters are read from indexes alone; others test row after row, in slices. */
export class ListReader {
  readonly #operations: OperationReader
  readonly #keys: KeyReader
  readonly #candidates: CandidateReader

  constructor(database: Database, operations: OperationReader, vault: Vault | null) {
    this.#operations = operations
    this.#keys = new KeyReader(database, operations)
    this.#candidates = new CandidateReader(database, vault)
  }

  async list(query: OperationQuery): Promise<OperationPage> {
    const { filter, order, limit, fromEnd = false } = query
    if (filter.ids !== undefined) return this.#listOfIds(query, filter.ids)
    const rising = order.direction === 'asc'
    const [low, high] = rising ? [query.after, query.before] : [query.before, query.after]
    const range = rangeOf(filter, order.field, low, high)
    const upwards = rising !== fromEnd
    const ids = planIsExact(filter, order.field)
      ? this.#keys.read(filter, order.field, range, upwards, limit + 1).map(({ id }) => id)
      : await this.#search(filter, order.field, range, upwards, limit + 1)
    const operations = this.#operations.many(ids.slice(0, limit))
    if (fromEnd) operations.reverse()
    return { operations, hasMore: ids.length > limit }
  }

  async count(filter: OperationFilter): Promise<number> {
    if (countedByCounters(filter)) return countRows(this.#operations.functions(), filter.states, filter.functionNames)
    if (filter.ids !== undefined) return this.#operations.many(filter.ids).filter(matcher(filter)).length
    const field = fieldOfInstants(filter)
    const range = rangeOf(filter, field)
    const exact = planIsExact(filter, field)
    const found = exact ? null : matcher(filter)
    let count = 0
    for await (const keys of this.#slices(filter, field, range, true, exact ? COUNTED_KEYS : TESTED_ROWS)) {
      count += found === null ? keys.length : keys.filter(({ id }) => this.#passes(id, found)).length
    }
    return count
  }

  /** The ids of the first `limit` operations that pass the whole filter. */
  async #search(filter: OperationFilter, field: OrderField, range: KeyRange, upwards: boolean, limit: number) {
    const matches = matcher(filter)
    // An operation that moves in the order while we read it may come by twice.
    const found = new Set<string>()
    for await (const keys of this.#slices(filter, field, range, upwards, TESTED_ROWS)) {
      for (const { id } of keys) {
        if (this.#passes(id, matches)) found.add(id)
        if (found.size === limit) return [...found]
      }
    }
    return [...found]
  }

  #passes(id: string, matches: ReturnType<typeof matcher>): boolean {
    const candidate = this.#candidates.one(id)
    return candidate !== null && matches(candidate)
  }

  /**
   * All keys of a range in slices, each read anew after the last key of the one before: an operation that changes its
   * state meanwhile is neither missed nor seen twice, as it keeps its place in the order.
   */
  async *#slices(filter: OperationFilter, field: OrderField, range: KeyRange, upwards: boolean, size: number) {
    let left = range
    for (;;) {
      const keys = this.#keys.read(filter, field, left, upwards, size)
      yield keys
      const last = keys.at(-1)
      if (last === undefined || keys.length < size) return
      left = upwards ? { ...left, low: last } : { ...left, high: last }
      await nextTurn()
    }
  }

  #listOfIds(query: OperationQuery, ids: readonly string[]): OperationPage {
    const { field, direction } = query.order
    const sign = direction === 'asc' ? 1 : -1
    const compare = (a: PageKey, b: PageKey) => sign * compareKeys(a, b)
    const { after, before, limit } = query
    const matches = matcher(query.filter)
    const range = this.#operations
      .many(ids)
      .filter(matches)
      .map((operation) => ({ operation, key: keyOf(operation, field) }))
      .filter(({ key }) => after === undefined || compare(key, after) > 0)
      .filter(({ key }) => before === undefined || compare(key, before) < 0)
      .sort((a, b) => compare(a.key, b.key))
      .map(({ operation }) => operation)
    const operations = query.fromEnd === true ? range.slice(-limit) : range.slice(0, limit)
    return { operations, hasMore: range.length > limit }
  }
}

/** The order whose instants the filter bounds, so that a count reads no more than it must. */
function fieldOfInstants({ createdAfter, createdBefore, updatedAfter, updatedBefore }: OperationFilter): OrderField {
  const byCreation = createdAfter !== undefined || createdBefore !== undefined
  return !byCreation && (updatedAfter !== undefined || updatedBefore !== undefined) ? 'updated_at' : 'created_at'
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
