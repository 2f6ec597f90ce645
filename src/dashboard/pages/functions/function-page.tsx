import './functions.css'
import { useRoute } from 'preact-iso'
import { Foreign } from '../../components/foreign.tsx'
import { Empty, Unread } from '../../components/messages.tsx'
import { Page } from '../../components/page.tsx'
import { isFunctionAt } from '../../hrefs.ts'
import { clipped } from '../../text/clip.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import { FunctionHistoryCard } from './function-history-card.tsx'
import { FunctionTags } from './function-tags.tsx'
import type { KnownFunction } from './policies.ts'
import { PoliciesCard } from './policies-card.tsx'
import { RecentCard } from './recent-card.tsx'
import { StartCard } from './start-card.tsx'
import { type FunctionsView, useFunctions } from './use-functions.ts'

/** One function, and the way to start an operation of it. */
export function FunctionPage() {
  const { params } = useRoute()
  const part = params.name ?? ''
  // Another function is another page, with another subscription and another draft.
  return <OneFunction key={part} part={part} />
}

function OneFunction({ part }: { readonly part: string }) {
  const view = useFunctions((one) => isFunctionAt(part, one))
  const data = view.query.data.value
  const known = data?.functions.find((one) => isFunctionAt(part, one.name))
  const name = known?.name ?? part.replace(/^~/, '')
  return (
    <Page title={clipped(name, 100)} heading={<Heading name={name} known={known} />}>
      <Unread query={view.query} what="the function" failed="The function could not be read" />
      {data !== null && known === undefined && <Unknown name={name} />}
      {known !== undefined && <Known known={known} view={view} />}
    </Page>
  )
}

function Heading({ name, known }: { readonly name: string; readonly known: KnownFunction | undefined }) {
  return (
    <span class="row">
      <Foreign text={name} clip={120} />
      {known !== undefined && <FunctionTags known={known} />}
    </span>
  )
}

function Known({ known, view }: { readonly known: KnownFunction; readonly view: FunctionsView }) {
  const { name, description } = known
  return (
    <>
      {description != null && (
        <p class="function-description">
          <Foreign text={description.slice(0, 2000)} />
        </p>
      )}
      <div class="function-columns">
        <StartCard known={known} />
        <PoliciesCard known={known} />
      </div>
      <FunctionHistoryCard name={name} traffic={view.traffic} />
      <RecentCard name={name} traffic={view.traffic} />
    </>
  )
}

function Unknown({ name }: { readonly name: string }) {
  return (
    <Empty title="This server knows no function of this name">
      <p>
        It may have been renamed, or the module that registers it was not loaded: see <code>--functions</code> and{' '}
        <code>RECOVERY_FUNCTIONS</code>, and the lines that the server writes when it starts.
      </p>
      <p>
        <a href="/functions">Show all functions</a> or <a href={operationsHref({ functions: [name] })}>its operations</a>, which
        are kept.
      </p>
    </Empty>
  )
}
