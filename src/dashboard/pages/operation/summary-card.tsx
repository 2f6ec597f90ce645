import { Foreign } from '../../components/foreign.tsx'
import { ProgressBar } from '../../components/progress-bar.tsx'
import { Countdown, Instant } from '../../components/time.tsx'
import { breakerHref } from '../../hrefs.ts'
import { now } from '../../state/time.ts'
import { durationText } from '../../text/durations.ts'
import { isHeldBack } from '../../text/held-back.ts'
import { countOf } from '../../text/numbers.ts'
import type { Head } from './shown-operation.ts'
import { situationOf } from './situation.ts'
import type { OperationView } from './use-operation.ts'

/** Where the operation stands now, at a glance. */
export function SummaryCard({ view, head }: { readonly view: OperationView; readonly head: Head }) {
  const progress = view.shown.progress.value
  const isRunning = head.finishedAt === null && head.nextAttemptAt === null && head.state !== 'PAUSED' && !isHeldBack(head)
  return (
    <section class="card stack" aria-label="Now">
      <div class="operation-figures">
        <Figure label={`Round ${head.round}`} value={`Attempt ${head.attempt}/${head.maxAttempts}`} note={allRoundsNote(head)} />
        <Now head={head} />
        <Lasting head={head} />
        {head.deadlineAt !== null && head.finishedAt === null && (
          <div class="operation-figure">
            <span class="muted small">Deadline</span>
            <strong>
              <Countdown at={head.deadlineAt} />
            </strong>
            <span class="muted small">
              <Instant at={head.deadlineAt} />
            </span>
          </div>
        )}
      </div>
      {progress !== null && <ProgressBar progress={progress} label="Progress of the operation" isRunning={isRunning} />}
    </section>
  )
}

function Figure({ label, value, note }: { readonly label: string; readonly value: string; readonly note: string | null }) {
  return (
    <div class="operation-figure">
      <span class="muted small">{label}</span>
      <strong class="number">{value}</strong>
      {note !== null && <span class="muted small">{note}</span>}
    </div>
  )
}

function Now({ head }: { readonly head: Head }) {
  const { text, at, breaker } = situationOf(head, now.value)
  return (
    <div class="operation-figure operation-now">
      <span class="muted small">Now</span>
      <strong>
        {text} {at !== undefined && <Countdown at={at} />}
      </strong>
      {breaker !== undefined && (
        <a class="small" href={breakerHref(breaker)}>
          Circuit breaker <Foreign text={breaker} clip={100} />
        </a>
      )}
    </div>
  )
}

function Lasting({ head }: { readonly head: Head }) {
  if (head.startedAt === null) return null
  const end = head.finishedAt === null ? now.value : Date.parse(head.finishedAt)
  return (
    <Figure
      label={head.finishedAt === null ? 'Since its start' : 'Took'}
      value={durationText(end - Date.parse(head.startedAt))}
      note={head.recovered ? 'recovered after a failure' : null}
    />
  )
}

function allRoundsNote({ round, totalAttempts }: Head): string | null {
  return round > 1 ? `${countOf(totalAttempts, 'attempt')} in all` : null
}
