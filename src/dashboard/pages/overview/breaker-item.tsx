import { BreakerState } from '../../components/breaker-state.tsx'
import { confirm } from '../../components/confirm.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { Countdown } from '../../components/time.tsx'
import { ResetOpenBreaker } from '../../documents/overview.ts'
import { breakerHref } from '../../hrefs.ts'
import { act } from '../../state/act.ts'
import { clipped } from '../../text/clip.ts'
import { countOf } from '../../text/numbers.ts'
import { ownStateText } from '../../text/states.ts'
import type { OpenBreaker } from './attention.ts'

interface BreakerItemProps {
  readonly breaker: OpenBreaker
  readonly mayOperate: boolean
  /** Called when it is reset. */
  readonly onDone: () => void
}

/** A circuit breaker that refuses attempts, is on trial, or was forced by a person. */
export function BreakerItem({ breaker, mayOperate, onDone }: BreakerItemProps) {
  const { scope, state, retryAt, blockedOperations, lastError } = breaker
  const reset = async () => {
    if (!(await confirmed(breaker))) return
    const texts = { done: 'Circuit breaker reset', failed: 'Could not reset the circuit breaker' }
    const payload = await act(ResetOpenBreaker, { input: { scope } }, texts)
    if (payload !== null) onDone()
  }
  return (
    <li class="overview-item">
      <div class="overview-line">
        <a class="overview-name" href={breakerHref(scope)}>
          <Foreign text={scope} clip={80} />
        </a>
        <BreakerState breaker={breaker} />
      </div>
      <div class="overview-line small muted">
        {blockedOperations > 0 && <span class="number">{countOf(blockedOperations, 'operation waits', 'operations wait')}</span>}
        {retryAt !== null && (
          <span>
            half-open <Countdown at={retryAt} />
          </span>
        )}
        {state === 'OPEN' && retryAt === null && <span>until it is reset</span>}
      </div>
      {lastError !== null && (
        <div class="small overview-error">
          <Foreign text={lastError} clip={200} />
        </div>
      )}
      {mayOperate && (
        <div class="row">
          <button
            type="button"
            class="button button-small"
            aria-label={`Reset the circuit breaker ${clipped(scope, 80)}`}
            onClick={() => void reset()}
          >
            Reset
          </button>
        </div>
      )}
    </li>
  )
}

function confirmed(breaker: OpenBreaker): Promise<boolean> {
  const { scope, state, forced, blockedOperations } = breaker
  const name = <Foreign text={clipped(scope, 80)} />
  return confirm({
    title: 'Reset the circuit breaker?',
    text: (
      <p>
        {state === 'CLOSED' ? (
          <>{name} opens by itself again when there are too many failures.</>
        ) : (
          <>
            {name} closes and forgets its failures.{' '}
            {blockedOperations > 0 &&
              `${countOf(blockedOperations, 'operation that waits goes', 'operations that wait go')} on at once. `}
            When the other side still fails, it opens again.
          </>
        )}
        {forced && ` A person forces it; by itself it is ${ownStateText(breaker)}.`}
      </p>
    ),
    yes: 'Reset',
  })
}
