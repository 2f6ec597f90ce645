import type { ComponentChildren } from 'preact'
import { Foreign } from '../../components/foreign.tsx'
import { TimeAgo } from '../../components/time.tsx'
import type { DiagnosticRunFragment as Run } from '../../gql/graphql.ts'
import { operationHref } from '../../hrefs.ts'
import { stateText } from '../../text/states.ts'
import { runText } from './report-texts.ts'

interface LastRunProps<R> {
  /** Those that are over, the latest first. */
  readonly ended: readonly Run[]
  readonly reportOf: (result: unknown) => R | null
  readonly verdictOf: (report: R) => string
  readonly isGood: (report: R) => boolean
  readonly children: (report: R) => ComponentChildren
}

/** What the latest report says, and how the runs before and after it ended. */
export function LastRun<R>({ ended, reportOf, ...texts }: LastRunProps<R>) {
  const last = ended[0]
  if (last === undefined) return <p class="muted small">Not run yet, or its runs were deleted since.</p>
  const reported = ended.find(({ result }) => reportOf(result) !== null)
  const others = ended.filter((run) => run !== reported && run !== last)
  return (
    <div class="stack">
      {last !== reported && <Unreported run={last} />}
      {reported !== undefined && <Reported run={reported} report={reportOf(reported.result) as R} {...texts} />}
      {others.length > 0 && (
        <details class="small">
          <summary>Earlier runs</summary>
          <ul class="diagnostics-list">
            {others.map((run) => (
              <li key={run.id}>
                <EndOf run={run} /> <span class="muted">{stateText(run.state).label}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

interface ReportedProps<R> extends Pick<LastRunProps<R>, 'verdictOf' | 'isGood' | 'children'> {
  readonly run: Run
  readonly report: R
}

function Reported<R>({ run, report, verdictOf, isGood, children }: ReportedProps<R>) {
  const good = isGood(report)
  return (
    <div class="stack">
      <div class={`diagnostics-verdict ${good ? 'diagnostics-good' : 'diagnostics-bad'}`}>
        <strong>
          <span aria-hidden="true">{good ? '✓' : '✕'}</span> {verdictOf(report)}
        </strong>
        <span class="small">
          <EndOf run={run} /> {runText(run.state, tookMs(run))}
        </span>
      </div>
      {children(report)}
    </div>
  )
}

function Unreported({ run }: { readonly run: Run }) {
  return (
    <p class="small">
      <EndOf run={run} /> {runText(run.state, tookMs(run))}.{' '}
      {run.error !== null && run.state !== 'CANCELLED' && (
        <>
          <Foreign text={run.error.message} clip={300} /> {run.error.remedy}
        </>
      )}
    </p>
  )
}

function EndOf({ run }: { readonly run: Run }) {
  return (
    <a href={operationHref(run.id)}>
      Run <TimeAgo at={run.finishedAt ?? run.createdAt} />
    </a>
  )
}

function tookMs({ startedAt, finishedAt }: Run): number | null {
  return startedAt === null || finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt)
}
