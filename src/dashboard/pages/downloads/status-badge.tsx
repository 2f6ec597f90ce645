import { stateClass, stateText } from '../../text/states.ts'
import { badgeOf, type Download } from './download-status.ts'

export function StatusBadge({ state }: Pick<Download, 'state'>) {
  const { label, as, meaning } = badgeOf(state)
  return (
    <span class={`pill pill-${stateClass(as)}`} title={meaning}>
      <span aria-hidden="true">{stateText(as).mark}</span>
      <span>{label}</span>
    </span>
  )
}
