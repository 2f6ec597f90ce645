import { STATES, stateClass } from '../../text/states.ts'
import { BADGES, type Download } from './download-status.ts'

export function StatusBadge({ state }: Pick<Download, 'state'>) {
  const { label, as, meaning } = BADGES[state]
  return (
    <span class={`pill pill-${stateClass(as)}`} title={meaning}>
      <span aria-hidden="true">{STATES[as].mark}</span>
      <span>{label}</span>
    </span>
  )
}
