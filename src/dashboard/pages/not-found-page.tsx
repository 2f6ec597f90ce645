import { useLocation } from 'preact-iso'
import { Empty } from '../components/messages.tsx'
import { Page } from '../components/page.tsx'

export function NotFoundPage() {
  const { path } = useLocation()
  return (
    <Page title="No such page">
      <Empty title="There is no page at this address">
        <bdi dir="auto">{path}</bdi> leads nowhere. <a href="/">Go to the overview</a>, or look among{' '}
        <a href="/operations">the operations</a>.
      </Empty>
    </Page>
  )
}
