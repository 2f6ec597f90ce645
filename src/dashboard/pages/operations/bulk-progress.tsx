import { ProgressBar } from '../../components/progress-bar.tsx'
import { StatePill } from '../../components/state-pill.tsx'
import { CancelBulk, PauseBulk, ResumeBulk } from '../../documents/bulk.ts'
import type { BulkOperationPartsFragment } from '../../gql/graphql.ts'
import { operationHref } from '../../hrefs.ts'
import { act, firstClick } from '../../state/act.ts'
import { outcomeText } from '../../text/bulk-outcome.ts'
import { ACTIVE_STATES } from '../../text/states.ts'
import { BULK_TEXTS } from './bulk-actions.ts'
import { BulkSkips } from './bulk-skips.tsx'
import type { BulkRun, BulkWatch } from './bulk-watch.ts'

interface RunProps {
  readonly run: BulkRun
  readonly watch: BulkWatch
}

/** How far the large sets have come, what can be done about them, and what came of them. */
export function BulkProgress({ watch }: { readonly watch: BulkWatch }) {
  return (
    <>
      {watch.runs.value.map((run) =>
        ACTIVE_STATES.includes(run.state) ? (
          <Running key={run.id} run={run} watch={watch} />
        ) : (
          <Ended key={run.id} run={run} watch={watch} />
        ),
      )}
    </>
  )
}

function Running({ run, watch }: RunProps) {
  const { state, progress } = run
  const { doing } = BULK_TEXTS[run.action]
  return (
    <section class="bulk-run" aria-label={doing}>
      <a href={operationHref(run.id)}>{doing}</a>
      {state === 'PAUSED' && <StatePill state={state} />}
      <div class="bulk-run-progress">
        <ProgressBar progress={progress ?? {}} label={doing} isRunning={state !== 'PAUSED'} />
      </div>
      <RunControls run={run} watch={watch} />
    </section>
  )
}

function RunControls({ run, watch }: RunProps) {
  const { id, availableActions } = run
  const input = { id }
  const mayPause = availableActions.includes('PAUSE')
  const change = async (changed: Promise<{ readonly operation: BulkOperationPartsFragment } | null>) => {
    const payload = await changed
    if (payload !== null) watch.set(payload.operation)
  }
  return (
    <div class="row">
      {(mayPause || availableActions.includes('RESUME')) && (
        <button
          type="button"
          class="button button-small"
          onClick={firstClick(
            () =>
              void change(
                mayPause
                  ? act(PauseBulk, { input }, { done: 'Paused', failed: 'Could not pause it' })
                  : act(ResumeBulk, { input }, { done: 'Resumed', failed: 'Could not resume it' }),
              ),
          )}
        >
          {mayPause ? 'Pause' : 'Resume'}
        </button>
      )}
      {availableActions.includes('CANCEL') && (
        <button
          type="button"
          class="button button-small"
          onClick={() => void change(act(CancelBulk, { input }, { done: 'Stopped', failed: 'Could not stop it' }))}
        >
          Stop
        </button>
      )}
    </div>
  )
}

interface Tally {
  readonly changed: number
  readonly skippedCount: number
  readonly skipped: readonly { readonly id: string; readonly reason: string }[]
}

function Ended({ run, watch }: RunProps) {
  const { id, action, state, result, progress, error } = run
  const tally = result as Tally | null
  const stopped = `${BULK_TEXTS[action].doing}: stopped after ${progress?.current ?? 0} of ${progress?.total ?? 'them'}. What was done stays done.`
  return (
    <section class="bulk-run" aria-label={BULK_TEXTS[action].doing}>
      <StatePill state={state} />
      <div class="bulk-run-progress" role="status">
        <a href={operationHref(id)}>{tally === null ? stopped : outcomeText(BULK_TEXTS[action].done, tally)}</a>
        {state !== 'SUCCESS' && error !== null && <bdi dir="auto">{error.message.slice(0, 300)}</bdi>}
        {tally !== null && <BulkSkips skipped={tally.skipped} count={tally.skippedCount} />}
      </div>
      <button type="button" class="button button-small" onClick={() => watch.dismiss(id)}>
        Dismiss
      </button>
    </section>
  )
}
