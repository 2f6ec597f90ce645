import type { Operation } from '../../operation/operation.ts'
import type { OperationFilter } from '../../operation/query.ts'
import type { Registry } from '../registry.ts'
import type { Starter } from '../starter.ts'
import { BulkActionRunner, type BulkParts } from './bulk-action.ts'
import {
  BULK_FUNCTION,
  BULK_FUNCTION_OPTIONS,
  type BulkInput,
  BulkOperation,
  type BulkTally,
  counted,
  NOTHING_DONE,
} from './bulk-operation.ts'
import {
  type BulkAction,
  type BulkCancelOptions,
  type BulkOptions,
  type BulkRequest,
  type BulkRetryOptions,
  bulkRequest,
} from './bulk-options.ts'
import { BulkPages } from './bulk-pages.ts'

/** As many are done at once; more, by an operation of their own. */
const INLINE_LIMIT = 500
/** Their commits share transactions. */
const AT_ONCE = 100

/**
 * What became of a set. `matched`: how many the filter met (of a large set: about how many there are). The rest of
 * `matched` beside `changed` and `skippedCount` was as asked already. `skipped`: why each was left as it was.
 */
export interface BulkResult extends BulkTally {
  /** What carries a large set out, and ends with a result of these same counts; null: all of it is done. */
  readonly operation: Operation | null
}

interface BulkControlParts extends BulkParts {
  readonly registry: Registry
  readonly starter: Starter
}

/**
 * Does the same to all operations that a filter meets: `recovery.bulk`. Up to 500 are done when the promise resolves; of
 * more, an operation of the function `bulk.control` is started, which outlives crashes and restarts and can be watched,
 * paused and cancelled like any other. Operations that are created meanwhile are not touched, nor are those of the system
 * itself. A filter that names neither states nor ids means those in which the action can do something.
 *
 * All reject with InvalidInputError when the filter is empty without `all: true`, or an option is out of its range; and
 * with StoreUnavailableError when the store cannot be read.
 */
export class BulkControls {
  readonly #parts: BulkControlParts

  constructor(parts: BulkControlParts) {
    this.#parts = parts
    const operation = new BulkOperation(parts, () => this.#internal())
    parts.registry.add(BULK_FUNCTION, operation.work, BULK_FUNCTION_OPTIONS)
  }

  /** Retries those that wait or ended without success; cancelled ones only when `states` names them, with `force`. */
  retry(filter: OperationFilter, options: BulkRetryOptions = {}): Promise<BulkResult> {
    return this.#do('retry', filter, options)
  }

  cancel(filter: OperationFilter, options: BulkCancelOptions = {}): Promise<BulkResult> {
    return this.#do('cancel', filter, options)
  }

  pause(filter: OperationFilter, options: BulkOptions = {}): Promise<BulkResult> {
    return this.#do('pause', filter, options)
  }

  resume(filter: OperationFilter, options: BulkOptions = {}): Promise<BulkResult> {
    return this.#do('resume', filter, options)
  }

  /**
   * Deletes those that ended, with all that is theirs but the entries of the event log, which gets a `deleted` event of
   * each. Their ids and idempotency keys are free then; totals of the counters do not go down.
   */
  delete(filter: OperationFilter, options: BulkOptions = {}): Promise<BulkResult> {
    return this.#do('delete', filter, options)
  }

  async #do(action: BulkAction, filter: OperationFilter, options: BulkCancelOptions & BulkRetryOptions): Promise<BulkResult> {
    const request = bulkRequest(action, filter, options)
    const begunAt = this.#parts.clock.now()
    const pages = new BulkPages(this.#parts.store, request.filter, begunAt, this.#internal())
    const ids = await fewIds(pages)
    return ids === null ? this.#start({ request, begunAt, total: await pages.count() }) : this.#doNow(request, ids)
  }

  async #doNow(request: BulkRequest, ids: readonly string[]): Promise<BulkResult> {
    const runner = new BulkActionRunner(this.#parts, request, null)
    let tally = NOTHING_DONE
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      tally = counted(tally, some.length, await runner.run(some), INLINE_LIMIT)
    }
    return { ...tally, operation: null }
  }

  async #start(input: BulkInput): Promise<BulkResult> {
    const { registry, starter } = this.#parts
    const { actor } = input.request
    const { operation } = await starter.start(registry.get(BULK_FUNCTION), input, actor === null ? {} : { actor })
    return { ...NOTHING_DONE, matched: input.total, operation }
  }

  #internal(): ReadonlySet<string> {
    return new Set(this.#parts.registry.all().flatMap(({ name, internal }) => (internal ? [name] : [])))
  }
}

/** The ids of all, or null when there are too many to be done at once. */
async function fewIds(pages: BulkPages): Promise<readonly string[] | null> {
  const ids: string[] = []
  let page = await pages.next(pages.start)
  for (;;) {
    ids.push(...page.ids)
    if (ids.length > INLINE_LIMIT) return null
    if (!page.hasMore) return ids
    page = await pages.next(page.place)
  }
}
