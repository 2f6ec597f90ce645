import { Disclosure } from '../../components/disclosure.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { Instant } from '../../components/time.tsx'
import type { AttemptOutcome } from '../../gql/graphql.ts'
import { now } from '../../state/time.ts'
import { durationText } from '../../text/durations.ts'
import { attemptOutcomeText, words } from '../../text/states.ts'
import { lengthMs, partOfWidth } from './attempt-scale.ts'
import { ErrorBody } from './error-body.tsx'
import type { Attempt } from './use-operation.ts'
import { waitedText } from './waited.ts'

interface AttemptItemProps {
  readonly attempt: Attempt
  /** The one before it; undefined when it is not known. */
  readonly previous: Attempt | undefined
  readonly longestMs: number
}

/** Colours of outcomes; each has its word beside it. */
const TONES: Readonly<Record<AttemptOutcome, 'good' | 'bad' | 'busy' | 'quiet'>> = {
  SUCCESS: 'good',
  FAILED: 'bad',
  TIMED_OUT: 'bad',
  RUNNING: 'busy',
  SLEEPING: 'busy',
  INTERRUPTED: 'quiet',
  HANDED_OVER: 'quiet',
  PAUSED: 'quiet',
  CANCELLED: 'quiet',
}
const UNCHARGED: readonly AttemptOutcome[] = ['INTERRUPTED', 'HANDED_OVER', 'PAUSED', 'CANCELLED']

export function AttemptItem({ attempt, previous, longestMs }: AttemptItemProps) {
  const { number, outcome, startedAt, finishedAt, server, error } = attempt
  // What has ended needs no clock.
  const length = lengthMs(attempt, finishedAt === null ? now.value : 0)
  return (
    <li class={`timeline-item timeline-${TONES[outcome] ?? 'quiet'}`}>
      <span class="timeline-mark" aria-hidden="true" />
      <div class="timeline-head">
        <strong class="number">#{number}</strong>
        <span class="timeline-outcome">{attemptOutcomeText(outcome)}</span>
        {UNCHARGED.includes(outcome) && <span class="muted small">does not count</span>}
        <span class="muted small">
          <Instant at={startedAt} />
        </span>
        <span class="number timeline-length">{durationText(length)}</span>
      </div>
      <div class="timeline-bar" aria-hidden="true">
        <span style={{ width: `${partOfWidth(length, longestMs) * 100}%` }} />
      </div>
      <Waited attempt={attempt} previous={previous} />
      {error !== null && (
        <Disclosure
          summary={
            <>
              <span class="tag">{words(error.category)}</span> <Foreign text={error.message} clip={200} />
            </>
          }
        >
          {() => <ErrorBody error={error} />}
        </Disclosure>
      )}
      {server !== null && (
        <span class="muted tiny">
          on <Foreign text={server} />
        </span>
      )}
    </li>
  )
}

function Waited({ attempt, previous }: Pick<AttemptItemProps, 'attempt' | 'previous'>) {
  const text = waitedText(attempt, previous)
  const { strategy } = attempt
  if (text === null) return null
  return (
    <span class="muted small">
      {text}
      {strategy !== null && (
        <>
          {' '}
          (<Foreign text={strategy} />)
        </>
      )}
    </span>
  )
}
