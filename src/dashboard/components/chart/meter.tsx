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
  const filled = Math.min(end, Math.max(0, value))
  return (
    <div class="meter">
      <label class="meter-label" for={id}>
        {label}
      </label>
      <span class="meter-text">{text}</span>
      {/* Browsers agree on no way to style it. */}
      <meter class="visually-hidden" id={id} min={0} max={end} value={filled}>
        {text}
      </meter>
      <div class="meter-bar" aria-hidden="true">
        <div class={`meter-fill ${toneOf(filled / end)}`} style={{ width: `${(filled / end) * 100}%` }} />
      </div>
    </div>
  )
}

function toneOf(share: number): string {
  if (share >= 1) return 'meter-full'
  return share >= 0.5 ? 'meter-high' : 'meter-low'
}
