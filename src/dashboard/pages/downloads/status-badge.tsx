import { StatePill } from '../../components/state-pill.tsx'
import { badgeOf, type Download } from './download-status.ts'

/** The state of a download, in the words of downloads. */
export function StatusBadge({ state }: Pick<Download, 'state'>) {
  const badge = badgeOf(state)
  return <StatePill state={badge.as} words={badge} />
}
