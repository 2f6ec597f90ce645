import type { Json } from '../../operation/json.ts'
import type { Progress } from '../../operation/progress.ts'
import type { FinishedBefore } from '../../operation/query.ts'
import { FINISHED_STATES, type FinishedState } from '../../operation/state.ts'
import type { Store } from '../../operation/store.ts'

/** The name of the function: for ever. */
export const SWEEP_FUNCTION = 'retention.sweep'
/** Whether what is counted there belongs in figures about operations: what the engine sweeps would water them down. */
export const isNoSweep = ({ functionName }: { readonly functionName: string }) => functionName !== SWEEP_FUNCTION
/** So many of the latest sweeps are kept, however little else there is. */
const KEPT_SWEEPS = 100
const BATCH = 500

/** What a sweep deleted. A crash in the middle may leave the last batch uncounted. */
export interface Swept {
  /** Operations of users, and of which states they were. */
  readonly operations: number
  readonly byState: Readonly<Record<FinishedState, number>>
  /** Entries of the event log. */
  readonly events: number
  /** Points of what `performance` counts by time. */
  readonly activity: number
}

/** What is past its time. */
export interface PastItsTime {
  readonly finished: readonly FinishedBefore[]
  /** Entries of the log and points of activity from before this instant; null keeps them. */
  readonly entriesBefore: number | null
}

/** What a sweep is given by the operation that it runs in. */
interface Run {
  readonly signal: AbortSignal
  progress(report: Partial<Progress>): void
  readonly state: { get(): Json; set(value: Json): Promise<void> }
}

const NOTHING: Swept = { operations: 0, byState: { success: 0, failed: 0, exhausted: 0, cancelled: 0 }, events: 0, activity: 0 }

/**
 * Deletes what is past its time, in small batches, so that nobody waits for it; the count is kept from one attempt to the
 * next. Stopped, it throws the signal's reason.
 */
export async function sweep(store: Store, old: PastItsTime, run: Run): Promise<Swept> {
  let swept = (run.state.get() ?? NOTHING) as unknown as Swept
  const inBatches = async (stage: string, deleteSome: () => Promise<number>, count: (deleted: number) => Swept) => {
    let deleted = BATCH
    while (deleted === BATCH) {
      run.signal.throwIfAborted()
      deleted = await deleteSome()
      if (deleted === 0) return
      swept = count(deleted)
      run.progress({ ...reportOf(swept), stage })
      await run.state.set({ ...swept })
    }
  }
  for (const { state, before } of old.finished) {
    const deleteSome = () => store.deleteFinished({ state, before }, BATCH)
    await inBatches(`operations that ended ${state}`, deleteSome, (deleted) => withOperations(swept, state, deleted))
  }
  const { entriesBefore } = old
  if (entriesBefore !== null) {
    const trimLog = () => store.trimLog(entriesBefore, BATCH)
    await inBatches('events', trimLog, (deleted) => ({ ...swept, events: swept.events + deleted }))
    const trimActivity = () => store.trimActivity(entriesBefore, BATCH)
    await inBatches('activity', trimActivity, (deleted) => ({ ...swept, activity: swept.activity + deleted }))
  }
  return swept
}

function withOperations(swept: Swept, state: FinishedState, deleted: number): Swept {
  const byState = { ...swept.byState, [state]: swept.byState[state] + deleted }
  return { ...swept, operations: swept.operations + deleted, byState }
}

function reportOf({ operations, events, activity }: Swept): Partial<Progress> {
  return {
    current: operations + events + activity,
    unit: 'rows',
    message: `${operations} operations and ${events} events deleted`,
  }
}

/** Sweeps must not fill the list of operations: the oldest beyond the last hundred go, uncounted. */
export async function forgetOldSweeps(store: Store): Promise<void> {
  const { operations, hasMore } = await store.list({
    filter: { functionNames: [SWEEP_FUNCTION], states: FINISHED_STATES },
    order: { field: 'updated_at', direction: 'desc' },
    limit: KEPT_SWEEPS,
  })
  const oldest = operations.at(-1)
  if (!hasMore || oldest === undefined) return
  for (const state of FINISHED_STATES) {
    await store.deleteFinished({ state, before: oldest.updatedAt, functionName: SWEEP_FUNCTION }, BATCH)
  }
}
