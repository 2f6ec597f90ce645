import { useMemo } from 'preact/hooks'
import { Foreign } from '../../components/foreign.tsx'
import { Unread } from '../../components/messages.tsx'
import { TimeAgo } from '../../components/time.tsx'
import { FrameUpdates } from '../../documents/frame.ts'
import { ServerFacts } from '../../documents/settings.ts'
import type { ServerFactsQuery } from '../../gql/graphql.ts'
import { useLive } from '../../state/live.ts'
import { following, useQuery } from '../../state/query.ts'
import { instant, now } from '../../state/time.ts'
import { durationText } from '../../text/durations.ts'
import { countOf } from '../../text/numbers.ts'

/** Which server this is: what one is asked for when one asks for help. */
export function ServerCard() {
  const query = useQuery(ServerFacts, {})
  const facts = query.data.value
  useLive(
    FrameUpdates,
    {},
    { ...following(query, ({ recoveryStatus }) => recoveryStatus.eventCursor), onEvent: () => query.refresh() },
  )
  return (
    <section class="card" aria-labelledby="server-title">
      <h2 id="server-title">This server</h2>
      <Unread query={query} what="the server" failed="The server could not be read" />
      {facts !== null && <Facts facts={facts} />}
    </section>
  )
}

function Facts({ facts }: { readonly facts: ServerFactsQuery }) {
  const { recoveryStatus: status, functions } = facts
  const startedAt = useMemo(() => instant() - status.uptime, [facts])
  const own = functions.filter(({ internal }) => !internal).length
  return (
    <>
      <dl class="facts settings-facts">
        <dt>Version</dt>
        <dd>{status.version}</dd>
        <dt>Store</dt>
        <dd>
          <Foreign text={status.store} />
          {!status.persistenceEnabled && ': operations do not survive a restart'}
        </dd>
        <dt>Up for</dt>
        <dd class="number">{durationText(Math.max(1000, now.value - startedAt))}</dd>
        <dt>Functions</dt>
        <dd>
          <a href="/functions">{countOf(own, 'function')}</a>
        </dd>
        {!status.enabled && (
          <>
            <dt>Wrapped calls</dt>
            <dd>are let through unchanged (RECOVERY_ENABLED)</dd>
          </>
        )}
      </dl>
      <h3 class="settings-servers">{countOf(status.servers.length, 'server')} at work</h3>
      <ul class="plain-list small">
        {status.servers.map(({ id, host, startedAt: since, running, version }) => (
          <li key={id}>
            <Foreign text={host} /> <span class="muted">{version === status.version ? '' : `version ${version}, `}</span>
            <span class="muted">
              started <TimeAgo at={since} />, {countOf(running, 'attempt')} running
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
