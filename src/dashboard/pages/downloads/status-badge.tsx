import { StatePill } from '../../components/state-pill.tsx'
import { BADGES, type Download } from './download-status.ts'

/** The state of a download, in the words of downloads. */
export function StatusBadge({ state }: Pick<Download, 'state'>) {
  const badge = BADGES[state]
  return <StatePill state={badge.as} words={badge} />
}
