import { BreakerState } from '../../components/breaker-state.tsx'
import { Meter } from '../../components/chart/meter.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { Countdown, TimeAgo } from '../../components/time.tsx'
import { functionHref } from '../../hrefs.ts'
import { countOf, countText } from '../../text/numbers.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import { stateClass } from '../../text/states.ts'
import { type Breaker, type Change, changeText, failuresText, meaningOf, ownMeaningOf, rateText } from './breaker-view.ts'
import type { Asked } from './circuit-breakers-page.tsx'

interface BreakerRowProps {
  readonly breaker: Breaker
  /** The functions that ask it. */
  readonly guarded: readonly string[]
  readonly changes: readonly Change[] | undefined
  readonly mayOperate: boolean
  readonly onAsk: (asked: Asked) => void
}

const SCOPE_LENGTH = 200
const ERROR_LENGTH = 400

export function BreakerRow({ breaker, guarded, changes = [], mayOperate, onAsk }: BreakerRowProps) {
  const { scope, lastError } = breaker
  return (
    <li class={`card breaker breaker-${stateClass(breaker.state)}`}>
      <div class="breaker-head">
        <h2>
          <Foreign text={scope} clip={SCOPE_LENGTH} />
        </h2>
        <BreakerState breaker={breaker} />
        <Actions scope={scope} mayOperate={mayOperate} onAsk={onAsk} />
      </div>
      <p class="muted small">
        {meaningOf(breaker)} <OwnMeaning breaker={breaker} />
      </p>
      <Figures breaker={breaker} guarded={guarded} />
      {lastError != null && (
        <p class="breaker-error small">
          <span class="muted">Last error: </span>
          <Foreign text={lastError.slice(0, ERROR_LENGTH)} />
        </p>
      )}
      {changes.length > 0 && <Changes changes={changes} />}
    </li>
  )
}

function OwnMeaning({ breaker }: Pick<BreakerRowProps, 'breaker'>) {
  const text = ownMeaningOf(breaker)
  if (text === null || breaker.computedRetryAt == null) return text
  return (
    <>
      {text} <Countdown at={breaker.computedRetryAt} />.
    </>
  )
}

function Actions({ scope, mayOperate, onAsk }: Pick<BreakerRowProps, 'mayOperate' | 'onAsk'> & { readonly scope: string }) {
  const common = {
    type: 'button',
    disabled: !mayOperate,
    ...(!mayOperate && { 'aria-describedby': 'breakers-viewer', title: 'This takes the role operator' }),
  } as const
  return (
    <div class="row">
      <button {...common} class="button button-small button-danger" onClick={() => onAsk({ kind: 'trip', scope })}>
        Trip … <span class="visually-hidden">{scope}</span>
      </button>
      <button {...common} class="button button-small" onClick={() => onAsk({ kind: 'reset', scope })}>
        Reset … <span class="visually-hidden">{scope}</span>
      </button>
    </div>
  )
}

function Figures({ breaker, guarded }: Pick<BreakerRowProps, 'breaker' | 'guarded'>) {
  const { failureCount, threshold, failureRate, openedAt, trips, blockedOperations } = breaker
  const rate = rateText(failureRate)
  return (
    <div class="breaker-figures">
      <Meter label="Failures in a row" value={failureCount} max={threshold} text={failuresText(breaker)} />
      <dl>
        <Figure name="Half-open">{halfOpen(breaker)}</Figure>
        <Figure name="Opened">{openedAt == null ? '–' : <TimeAgo at={openedAt} />}</Figure>
        <Figure name="Trips">{countText(trips)}</Figure>
        <Figure name="Blocked">
          <Blocked count={blockedOperations} guarded={guarded} />
        </Figure>
        <Figure name={guarded.length === 1 ? 'Function' : 'Functions'}>
          <Guarded names={guarded} />
        </Figure>
        {rate !== null && <Figure name="Failure rate">{rate}</Figure>}
      </dl>
    </div>
  )
}

/** When it will permit a probe. */
function halfOpen({ state, forced, retryAt }: Breaker) {
  if (state === 'HALF_OPEN') return 'now'
  if (retryAt != null) return <Countdown at={retryAt} />
  return state === 'OPEN' && forced ? 'not by itself' : '–'
}

function Figure({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="number">{children}</dd>
    </div>
  )
}

/** Leads to the operations of its functions that wait. */
function Blocked({ count, guarded }: { readonly count: number; readonly guarded: readonly string[] }) {
  const text = countOf(count, 'operation')
  if (count === 0 || guarded.length === 0) return text
  return (
    <a class="breaker-blocked" href={operationsHref({ functions: guarded, states: ['PENDING', 'RECOVERING'] })}>
      {text}
    </a>
  )
}

const SHOWN_NAMES = 4

function Guarded({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return 'none registered here'
  return (
    <span class="breaker-functions">
      {names.slice(0, SHOWN_NAMES).map((name) => (
        <a key={name} href={functionHref(name)}>
          <Foreign text={name} clip={60} />
        </a>
      ))}
      {names.length > SHOWN_NAMES && <span class="muted">and {countText(names.length - SHOWN_NAMES)} more</span>}
    </span>
  )
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <details class="breaker-changes small">
      <summary>{countOf(changes.length, 'change')} since this page was opened</summary>
      <ol>
        {changes.map(({ cursor, type, reason, timestamp }) => (
          <li key={cursor}>
            <TimeAgo at={timestamp} /> <strong>{changeText(type)}</strong>
            {reason != null && reason !== '' && (
              <>
                : <Foreign text={reason.slice(0, ERROR_LENGTH)} />
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
