import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { ErrorMessage, Loading } from '../../components/messages.tsx'
import { ProgressBar } from '../../components/progress-bar.tsx'
import type { DiagnosticRunFragment as Run } from '../../gql/graphql.ts'
import { words } from '../../text/states.ts'
import { LastRun } from './last-run.tsx'
import type { Runs } from './use-runs.ts'

interface RunCardProps<R> {
  readonly title: string
  /** What it does, in a sentence or two. */
  readonly about: string
  readonly runs: Runs
  /** Why it cannot be started now; null when it can. */
  readonly refusal: string | null
  readonly mayCancel: boolean
  /** The buttons that start it, beyond their form: each is disabled as told. */
  readonly start: ComponentChildren
  readonly options: ComponentChildren
  /** Whether the options are so long that what is known of the runs comes first. */
  readonly areOptionsLong?: boolean
  /** Starts it as its options say; not called while it is refused. */
  readonly onStart: () => Promise<void>
  readonly reportOf: (result: unknown) => R | null
  readonly verdictOf: (report: R) => string
  readonly isGood: (report: R) => boolean
  readonly children: (report: R) => ComponentChildren
}

/** One kind of run: its options, the run under way, and what the last ones found. */
export function RunCard<R>(props: RunCardProps<R>) {
  const { title, about, runs, refusal, mayCancel, start, options, areOptionsLong = false, onStart } = props
  const id = useId()
  const [isStarting, setIsStarting] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    if (isStarting || refusal !== null) return
    setIsStarting(true)
    void onStart().finally(() => {
      setIsStarting(false)
      runs.reload()
    })
  }
  const choices = (
    <fieldset class="diagnostics-options" disabled={refusal !== null}>
      <legend class="visually-hidden">Options: {title}</legend>
      {options}
    </fieldset>
  )
  return (
    <section class="card diagnostics-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="muted">{about}</p>
      <form class="stack" onSubmit={submit} noValidate>
        {!areOptionsLong && choices}
        <fieldset class="diagnostics-start" disabled={refusal !== null}>
          <legend class="visually-hidden">Start: {title}</legend>
          {start}
        </fieldset>
        {refusal !== null && runs.active === null && <p class="muted small">{refusal}</p>}
      </form>
      <div role="status" class="visually-hidden">
        {runs.active !== null && `${title}: a run is under way`}
      </div>
      {runs.active !== null && <ActiveRun title={title} run={runs.active} mayCancel={mayCancel} onCancel={runs.cancel} />}
      {runs.error !== null && <ErrorMessage what="The runs could not be read" error={runs.error} onRetry={runs.reload} />}
      {runs.ended === null && runs.error === null && <Loading what="the last runs" />}
      {runs.ended !== null && <LastRun {...props} ended={runs.ended} />}
      {areOptionsLong && choices}
    </section>
  )
}

interface ActiveRunProps {
  readonly title: string
  readonly run: Run
  readonly mayCancel: boolean
  readonly onCancel: () => void
}

function ActiveRun({ title, run, mayCancel, onCancel }: ActiveRunProps) {
  const { progress, state } = run
  const stage = typeof progress?.stage === 'string' ? words(progress.stage) : null
  return (
    <div class="diagnostics-active">
      <div>
        <ProgressBar label={`Progress of ${title}`} progress={{ ...progress, stage: state === 'PENDING' ? 'waiting' : stage }} />
      </div>
      {mayCancel && (
        <button type="button" class="button button-danger button-small" onClick={onCancel}>
          Cancel run
        </button>
      )}
    </div>
  )
}
