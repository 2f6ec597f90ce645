import { useId } from 'preact/hooks'
import './meter.css'

interface MeterProps {
  readonly label: string
  readonly value: number
  /** Where it is full. */
  readonly max: number
  /** The same in words, such as `3 of 5`. */
  readonly text: string
}

/** How near something is to its limit. */
export function Meter({ label, value, max, text }: MeterProps) {
  const id = useId()
  const end = Math.max(1, max)
  return (
    <div class="meter">
      <label class="meter-label" for={id}>
        {label}
      </label>
      <span class="meter-text">{text}</span>
      <meter class={`meter-bar ${toneOf(value / end)}`} id={id} min={0} max={end} value={Math.min(end, Math.max(0, value))}>
        {text}
      </meter>
    </div>
  )
}

function toneOf(share: number): string {
  if (share >= 1) return 'meter-full'
  return share >= 0.5 ? 'meter-high' : 'meter-low'
}
