import { StoreUnavailableError } from '../../operation/errors.ts'
import type { Json } from '../../operation/json.ts'
import type { Context } from '../context.ts'
import { onlyOf } from '../history.ts'
import type { FunctionOptions } from '../options.ts'
import { BulkActionRunner, type BulkCounts, type BulkParts, type BulkSkip } from './bulk-action.ts'
import type { BulkRequest } from './bulk-options.ts'
import { type BulkPage, BulkPages } from './bulk-pages.ts'

/** The function that carries a large set out. Stored with its operations, for ever. */
export const BULK_FUNCTION = 'bulk.control'

export const BULK_FUNCTION_OPTIONS: FunctionOptions = {
  internal: true,
  description: 'Retries, cancels, pauses, resumes or deletes a large set of operations.',
  // An outage of the store is waited through, and so are restarts: what is done is known.
  maxRetries: 1000,
  maxInterruptions: 1000,
  // All of the waits, so that no setting can disagree with a part of them.
  strategy: 'exponential',
  initialDelay: '1s',
  backoffFactor: 2,
  maxDelay: '30s',
  shouldRetry: (error) => (error instanceof StoreUnavailableError ? true : undefined),
  circuitBreaker: false,
  budget: false,
  concurrency: 4,
}

/** Told of at most so many by name. */
const TOLD_SKIPS = 100
/** Where the mark of a change is looked for: its operation has hardly more events since. */
const LATEST_EVENTS = 200

/** The input of a bulk operation. */
export interface BulkInput {
  readonly request: BulkRequest
  /** When it was asked for, in milliseconds since the epoch: what was created later is not meant. */
  readonly begunAt: number
  /** How many there were then. */
  readonly total: number
}

/** What has been done so far; at the end, the result of the operation. */
export interface BulkTally {
  readonly matched: number
  readonly changed: number
  readonly skipped: readonly BulkSkip[]
  readonly skippedCount: number
}

/** The checkpoint: what is counted, and the page that comes next, or was begun. */
interface Plan {
  readonly tally: BulkTally
  readonly page: BulkPage
}

export const NOTHING_DONE: BulkTally = { matched: 0, changed: 0, skipped: [], skippedCount: 0 }

/** @param most how many skipped ones are told by name */
export function counted(tally: BulkTally, matched: number, { changed, skipped }: BulkCounts, most = TOLD_SKIPS): BulkTally {
  return {
    matched: tally.matched + matched,
    changed: tally.changed + changed,
    skipped: [...tally.skipped, ...skipped].slice(0, most),
    skippedCount: tally.skippedCount + skipped.length,
  }
}

/**
 * Carries a large set out, page by page. A page is written down before it is begun, and each change names this operation
 * in its event: so whenever the process dies, none is changed twice or counted twice.
 */
export class BulkOperation {
  readonly #parts: BulkParts
  readonly #internal: () => ReadonlySet<string>

  /** @param internal the functions whose operations are the system's own: never touched */
  constructor(parts: BulkParts, internal: () => ReadonlySet<string>) {
    this.#parts = parts
    this.#internal = internal
  }

  readonly work = async (input: BulkInput, context: Context): Promise<BulkTally> => {
    const { request, begunAt, total } = input
    const pages = new BulkPages(this.#parts.store, request.filter, begunAt, this.#internal())
    const runner = new BulkActionRunner(this.#parts, request, context.operationId)
    const stored = context.state.get() as Plan | null
    let plan = stored ?? { tally: NOTHING_DONE, page: await pages.next(pages.start) }
    if (stored === null) await keep(context, plan)
    let done = stored === null ? new Set<string>() : await this.#changedBefore(plan.page.ids, context.operationId)
    for (;;) {
      context.signal.throwIfAborted()
      const counts = await runner.run(plan.page.ids.filter((id) => !done.has(id)))
      mustBeWritten(counts)
      const tally = counted(plan.tally, plan.page.ids.length, { ...counts, changed: counts.changed + done.size })
      context.progress({ current: tally.matched, total: Math.max(total, tally.matched), unit: 'operations' })
      if (!plan.page.hasMore) return tally
      plan = { tally, page: await pages.next(plan.page.place) }
      await keep(context, plan)
      done = new Set()
    }
  }

  /** Those of a page that this operation has changed already: an earlier attempt died, or could not write the rest. */
  async #changedBefore(ids: readonly string[], bulkId: string): Promise<Set<string>> {
    const changed = new Set<string>()
    for (const id of ids) {
      const { items } = onlyOf(await this.#parts.store.eventsOf([id], { limit: LATEST_EVENTS, fromEnd: true }))
      if (items.some(({ data }) => data?.bulk === bulkId)) changed.add(id)
    }
    return changed
  }
}

function keep(context: Context, plan: Plan): Promise<void> {
  return context.state.set(plan as unknown as Json)
}

/** @throws StoreUnavailableError: those that could not be written are no skipped ones, they are tried again */
function mustBeWritten({ skipped }: BulkCounts): void {
  const unwritten = skipped.find(({ code }) => code === 'STORE_UNAVAILABLE')
  if (unwritten !== undefined) throw new StoreUnavailableError(unwritten.reason)
}
