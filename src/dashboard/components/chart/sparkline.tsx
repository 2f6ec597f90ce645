import { sparkPath } from './chart-geometry.ts'
import './sparkline.css'

interface SparklineProps {
  readonly values: readonly (number | null)[]
  /** The custom property that holds its colour. */
  readonly colorToken?: string
  /** Where the axis ends, such as 1 for a rate; as high as the values when absent. */
  readonly max?: number
  readonly width?: number
  readonly height?: number
}

/** A small line that only decorates: whoever shows it says the same in words beside it. */
export function Sparkline({ values, colorToken = '--chart-1', max, width = 88, height = 22 }: SparklineProps) {
  return (
    <svg class="sparkline" width={width} height={height} aria-hidden="true" style={{ '--chart-color': `var(${colorToken})` }}>
      <path class="sparkline-floor" d={`M1.5,${height - 1.5}H${width - 1.5}`} />
      <path class="sparkline-line" d={sparkPath(values, width, height, max)} />
    </svg>
  )
}
