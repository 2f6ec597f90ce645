import { useEffect } from 'preact/hooks'
import { Foreign } from '../../components/foreign.tsx'
import { Unread } from '../../components/messages.tsx'
import { TimeAgo } from '../../components/time.tsx'
import { RecentAudit } from '../../documents/settings.ts'
import type { RecentAuditQuery } from '../../gql/graphql.ts'
import { useQuery } from '../../state/query.ts'
import { changeTexts } from './change-texts.ts'

// The audit trail cannot be asked for settings alone: so far back it is looked through.
const LOOKED_AT = 200
const SHOWN = 8

interface RecentChangesProps {
  /** Whether the server knows who asks, and so notes who did what. */
  readonly isKept: boolean
  /** Counts what was saved here, so that it is read again. */
  readonly saves: number
}

/** Who changed which setting when. */
export function RecentChanges({ isKept, saves }: RecentChangesProps) {
  return (
    <section class="card" aria-labelledby="changes-title">
      <div class="card-head">
        <h2 id="changes-title">Recent changes</h2>
      </div>
      {isKept ? (
        <Changes saves={saves} />
      ) : (
        <p class="muted small">
          This server asks nobody for a token, so it does not know who changes what. With RECOVERY_TOKENS it does.
        </p>
      )}
    </section>
  )
}

function Changes({ saves }: { readonly saves: number }) {
  const query = useQuery(RecentAudit, { last: LOOKED_AT })
  const data = query.data.value
  useEffect(() => {
    if (saves > 0) void query.reload()
  }, [saves, query])
  if (data === null) return <Unread query={query} what="the changes" failed="The changes could not be read" />
  const changes = changesIn(data)
  if (changes.length === 0) return <p class="muted small">None among the last {LOOKED_AT} things that people did.</p>
  return (
    <ul class="plain-list small">
      {changes.map(({ cursor, actor, timestamp, data: changed }) => (
        <li key={cursor}>
          <strong>
            <Foreign text={actor} clip={80} />
          </strong>
          <div class="muted">
            <TimeAgo at={timestamp} />
          </div>
          {changeTexts(changed).map((text) => (
            <div key={text}>
              <Foreign text={text} clip={160} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

function changesIn({ auditTrail }: RecentAuditQuery) {
  const entries = auditTrail.edges.map(({ node }) => node).filter(({ action }) => action === 'settings_changed')
  return entries.toReversed().slice(0, SHOWN)
}
