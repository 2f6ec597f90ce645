import { useRoute } from 'preact-iso'
import { Foreign } from '../../components/foreign.tsx'
import { ErrorMessage, Loading } from '../../components/messages.tsx'
import { Page } from '../../components/page.tsx'
import { StatePill } from '../../components/state-pill.tsx'
import { clipped } from '../../text/clip.ts'
import { AttemptTimeline } from './attempt-timeline.tsx'
import { CopyCard } from './copy-card.tsx'
import { DataCards } from './data-cards.tsx'
import { ErrorCard } from './error-card.tsx'
import { EventLog } from './event-log.tsx'
import { FactsCard } from './facts-card.tsx'
import { GoneNotice } from './gone-notice.tsx'
import { MissingOperationNotice } from './missing-operation-notice.tsx'
import { OperationActions } from './operation-actions.tsx'
import type { Head } from './shown-operation.ts'
import { StepList } from './step-list.tsx'
import { SummaryCard } from './summary-card.tsx'
import { type OperationView, useOperation } from './use-operation.ts'
import './operation.css'

export function OperationPage() {
  const { params, query } = useRoute()
  // Addresses know no folders named `.` and `..`: such ids come in the query.
  const id = query.id ?? params.id ?? ''
  return <OneOperation key={id} id={id} />
}

function OneOperation({ id }: { readonly id: string }) {
  const view = useOperation(id)
  const head = view.shown.head.value
  const name = head?.functionName ?? 'Operation'
  return (
    <Page
      title={`${clipped(name, 60)} ${clipped(id, 60)}`}
      heading={
        <span class="operation-title">
          <Foreign text={name} clip={200} />
          {head !== null && <StatePill state={head.state} />}
        </span>
      }
      actions={head !== null && view.shown.presence.value === 'there' && <OperationActions view={view} head={head} />}
    >
      <Content view={view} head={head} />
    </Page>
  )
}

function Content({ view, head }: { readonly view: OperationView; readonly head: Head | null }) {
  const { presence } = view.shown
  const error = view.head.error.value
  if (presence.value === 'missing') return <MissingOperationNotice id={view.id} onAppeared={() => void view.head.reload()} />
  if (head === null) {
    if (error === null) return <Loading what="the operation" />
    return <ErrorMessage what="The operation could not be read" error={error} onRetry={() => void view.head.reload()} />
  }
  return (
    <>
      {presence.value === 'gone' && <GoneNotice />}
      <SummaryCard view={view} head={head} />
      <div class="operation-columns">
        <div class="stack operation-story">
          {head.error !== null && <ErrorCard head={head} error={head.error} />}
          <AttemptTimeline view={view} head={head} />
          <StepList view={view} />
          <EventLog view={view} />
        </div>
        <div class="stack operation-side">
          <FactsCard head={head} />
          <DataCards view={view} />
          <CopyCard view={view} head={head} />
        </div>
      </div>
    </>
  )
}
