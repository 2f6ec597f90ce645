import './circuit-breakers.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Empty, Unread } from '../../components/messages.tsx'
import { Page } from '../../components/page.tsx'
import { clipped } from '../../text/clip.ts'
import { needsRole } from '../../text/roles.ts'
import { BreakerList } from './breaker-list.tsx'
import { type Breaker, changeText, summaryOf } from './breaker-view.ts'
import { ResetDialog } from './reset-dialog.tsx'
import { TripDialog } from './trip-dialog.tsx'
import { type BreakersView, useBreakers } from './use-breakers.ts'

/** What a person is about to do, and to which breaker. */
export interface Asked {
  readonly kind: 'trip' | 'reset'
  readonly scope: string
}

/** Whether attempts are permitted, by whom they are not, and the way to change it. */
export function CircuitBreakersPage() {
  const view = useBreakers()
  const data = view.query.data.value
  return (
    <Page title="Circuit breakers">
      <Unread query={view.query} what="the circuit breakers" failed="The circuit breakers could not be read" />
      {data !== null && <Loaded view={view} />}
      <Announced view={view} />
    </Page>
  )
}

function Loaded({ view }: { readonly view: BreakersView }) {
  const asked = useSignal<Asked | null>(null)
  const viewer = view.query.data.value?.viewer
  const breakers = view.breakers.value
  const close = () => {
    asked.value = null
  }
  if (breakers.length === 0) {
    return (
      <Empty title="There are no circuit breakers">
        A function has one unless it says <code>circuitBreaker: false</code>; with it, attempts stop for a while after too many
        failures. See <a href="/functions">the functions</a> of this server.
      </Empty>
    )
  }
  return (
    <>
      <p class="muted">
        {summaryOf(breakers)} A breaker is asked before each attempt of its functions, and refuses it while it is open.
      </p>
      {viewer?.mayOperate === false && (
        <p class="message" id="breakers-viewer">
          You can look at circuit breakers, but not trip or reset them. {needsRole('operator', viewer.role)}
        </p>
      )}
      <BreakerList
        view={view}
        mayOperate={viewer?.mayOperate ?? false}
        onAsk={(next) => {
          asked.value = next
        }}
      />
      <AskedDialog view={view} asked={asked.value} onClose={close} />
    </>
  )
}

interface AskedDialogProps {
  readonly view: BreakersView
  readonly asked: Asked | null
  readonly onClose: () => void
}

function AskedDialog({ view, asked, onClose }: AskedDialogProps) {
  const breaker = view.breakers.value.find(({ scope }) => scope === asked?.scope)
  const isGone = asked !== null && breaker === undefined
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone])
  if (asked === null || breaker === undefined) return null
  const onDone = (changed: Breaker) => {
    view.put(changed)
    onClose()
  }
  if (asked.kind === 'reset') return <ResetDialog breaker={breaker} onDone={onDone} onClose={onClose} />
  return <TripDialog breaker={breaker} guarded={view.guarded.value(breaker.scope)} onDone={onDone} onClose={onClose} />
}

/** For those who do not see it happen. */
function Announced({ view }: { readonly view: BreakersView }) {
  const change = view.latest.value
  return (
    <p class="visually-hidden" role="status">
      {change !== null && `${clipped(change.scope, 80)}: ${changeText(change.type)}`}
    </p>
  )
}
