import './diagnostics.css'
import { ErrorMessage, Loading } from '../../components/messages.tsx'
import { Page } from '../../components/page.tsx'
import { DiagnosticsNow } from '../../documents/diagnostics.ts'
import type { DiagnosticsNowQuery } from '../../gql/graphql.ts'
import { useQuery } from '../../state/query.ts'
import { needsRole } from '../../text/roles.ts'
import { BenchmarkCard } from './benchmark-card.tsx'
import { ClassifyCard } from './classify-card.tsx'
import { SelfTestCard } from './self-test-card.tsx'
import { TestsCard } from './tests-card.tsx'
import { useRuns } from './use-runs.ts'
import { ValidationCard } from './validation-card.tsx'

/** Whether recovery works here, and how well: by experiment. */
export function DiagnosticsPage() {
  const query = useQuery(DiagnosticsNow, {})
  const data = query.data.value
  const error = query.error.value
  return (
    <Page title="Diagnostics">
      <p class="muted diagnostics-intro">
        Everything here is really tried, on engines and stores of its own: no operation is touched. A run takes processor time and
        disk of this server while it lasts, so what else the server does may be slower. There is one run at a time.
      </p>
      {error !== null && (
        <ErrorMessage what="The diagnostics could not be read" error={error} onRetry={() => void query.reload()} />
      )}
      {data === null ? error === null && <Loading what="the diagnostics" /> : <Cards data={data} />}
    </Page>
  )
}

function Cards({ data }: { readonly data: DiagnosticsNowQuery }) {
  const { viewer, testScenarios } = data
  const tests = useRuns('diagnostics.tests')
  const validation = useRuns('diagnostics.validation')
  const benchmark = useRuns('diagnostics.benchmark')
  const isBusy = [tests, validation, benchmark].some(({ active }) => active !== null)
  const mayCancel = viewer.mayAdminister
  const refusal = refusalOf(viewer, isBusy)
  return (
    <div class="stack diagnostics">
      <div class="columns">
        <SelfTestCard refusal={viewer.mayOperate ? null : needsRole('operator', viewer.role)} />
        <ClassifyCard />
      </div>
      <div class="columns">
        <ValidationCard runs={validation} refusal={refusal} mayCancel={mayCancel} />
        <BenchmarkCard runs={benchmark} refusal={refusal} mayCancel={mayCancel} />
      </div>
      <TestsCard scenarios={testScenarios} runs={tests} refusal={refusal} mayCancel={mayCancel} />
    </div>
  )
}

function refusalOf({ mayAdminister, role }: DiagnosticsNowQuery['viewer'], isBusy: boolean): string | null {
  if (!mayAdminister) return needsRole('admin', role)
  return isBusy ? 'Another run is under way: wait for it, or cancel it.' : null
}
