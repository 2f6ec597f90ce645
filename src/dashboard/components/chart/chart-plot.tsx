import { type Signal, useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { formatInstant } from './axis-ticks.ts'
import { type ChartGeometry, type ChartRequest, layOut, nearest } from './chart-geometry.ts'
import { drawable } from './chart-series.ts'
import { useWidth } from './use-width.ts'

interface ChartPlotProps extends Omit<ChartRequest, 'width'> {
  /** The title of the chart is `<id>-title`, its summary `<id>-summary`. */
  readonly id: string
}

/** The picture of a chart. The pointer and the arrow keys move a line over it that reads the values. */
export function ChartPlot({ id, ...request }: ChartPlotProps) {
  const { series, timestamps, kind, height, max, format } = request
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const active = useSignal<number | null>(null)
  const spoken = useSignal('')
  const geometry = useMemo(
    () => layOut({ series, timestamps, kind, width, height, max, format }),
    [series, timestamps, kind, width, height, max, format],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, active.value, timestamps.length - 1)
    if (next === undefined) return
    event.preventDefault()
    active.value = next
    spoken.value = next === null ? '' : readout(request, next)
  }
  const clear = () => {
    active.value = null
    spoken.value = ''
  }
  return (
    <div class="chart-plot" ref={frame}>
      <div
        class="chart-picture"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrow keys read single values
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={clear}
        onPointerMove={(event) => {
          active.value = nearest(geometry.centres, event.clientX - event.currentTarget.getBoundingClientRect().left)
        }}
        onPointerLeave={clear}
      >
        <svg width={width} height={height} aria-hidden="true">
          {width > 0 && <Axes geometry={geometry} />}
          {width > 0 && <Marks geometry={geometry} request={request} />}
          <Crosshair geometry={geometry} request={request} active={active} />
        </svg>
      </div>
      <Readout geometry={geometry} request={request} active={active} width={width} />
      <p class="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </div>
  )
}

interface PartProps {
  readonly geometry: ChartGeometry
  readonly request: Omit<ChartRequest, 'width'>
}

interface ActivePartProps extends PartProps {
  readonly active: Signal<number | null>
}

function Axes({ geometry: { left, right, bottom, valueTicks, timeTicks } }: Pick<PartProps, 'geometry'>) {
  return (
    <g class="chart-axes">
      {valueTicks.map(({ at, label }) => (
        <g key={label}>
          <line class="chart-grid" x1={left} x2={right} y1={Math.round(at) + 0.5} y2={Math.round(at) + 0.5} />
          <text class="chart-value" x={left - 8} y={at} dy="0.32em">
            {label}
          </text>
        </g>
      ))}
      {timeTicks.map(({ at, label }) => (
        <g key={at}>
          <line class="chart-tick" x1={Math.round(at) + 0.5} x2={Math.round(at) + 0.5} y1={bottom} y2={bottom + 4} />
          <text class="chart-time" x={at} y={bottom + 17}>
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}

function Marks({ geometry, request: { series } }: PartProps) {
  return (
    <g>
      {geometry.marks.map(({ key, stroke, fill }, index) => (
        <g key={key} style={{ '--chart-color': `var(${series[index]?.colorToken})` }}>
          {fill !== null && <path class={stroke === null ? 'chart-bars' : 'chart-area'} d={fill} />}
          {stroke !== null && <path class={`chart-line chart-line-${index % 4}`} d={stroke} />}
        </g>
      ))}
    </g>
  )
}

function Crosshair({ geometry, request, active }: ActivePartProps) {
  const index = active.value
  const x = index === null ? undefined : geometry.centres[index]
  if (index === null || x === undefined) return null
  return (
    <g>
      <line class="chart-crosshair" x1={x} x2={x} y1={geometry.top} y2={geometry.bottom} />
      {request.kind !== 'bars' &&
        geometry.marks.map(({ key, tops }, at) => {
          const y = tops[index]
          if (y == null) return null
          return (
            <circle
              key={key}
              class="chart-point"
              cx={x}
              cy={y}
              r="4"
              style={{ '--chart-color': `var(${request.series[at]?.colorToken})` }}
            />
          )
        })}
    </g>
  )
}

function Readout({ geometry, request, active, width }: ActivePartProps & { readonly width: number }) {
  const index = active.value
  const x = index === null ? undefined : geometry.centres[index]
  const time = request.timestamps[index ?? -1]
  if (index === null || x === undefined || time === undefined) return null
  // On the side that has more room, so that it never hangs over the edge.
  const place = x < width / 2 ? { left: `${x + 12}px` } : { right: `${width - x + 12}px` }
  return (
    <div class="chart-readout" aria-hidden="true" style={place}>
      <div class="chart-readout-time">{formatInstant(time)}</div>
      {request.series.map(({ key, label, colorToken, values }) => (
        <div key={key} class="chart-readout-row" style={{ '--chart-color': `var(${colorToken})` }}>
          <span>{label}</span>
          <b>{textOf(values[index], request.format)}</b>
        </div>
      ))}
    </div>
  )
}

function textOf(value: number | null | undefined, format: (value: number) => string): string {
  const drawn = drawable(value)
  return drawn === null ? '–' : format(drawn)
}

function readout({ series, timestamps, format }: Omit<ChartRequest, 'width'>, index: number): string {
  const values = series.map(({ label, values: all }) => {
    const value = drawable(all[index])
    return `${label}: ${value === null ? 'no value' : format(value)}`
  })
  return `${formatInstant(timestamps[index] ?? 0)}. ${values.join(', ')}`
}

/** The span that a key goes to, null for none, undefined when the key is not for the chart. */
function moved(key: string, index: number | null, last: number): number | null | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'Escape' && index !== null) return null
  if (key === 'ArrowLeft') return index === null ? last : Math.max(0, index - 1)
  if (key === 'ArrowRight') return index === null ? 0 : Math.min(last, index + 1)
  return undefined
}
