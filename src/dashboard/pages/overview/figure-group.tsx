import { useId } from 'preact/hooks'
import type { Figure } from './figures.ts'

/** Figures that are all of the same time, each leading to what it counts. */
export function FigureGroup({ title, figures }: { readonly title: string; readonly figures: readonly Figure[] }) {
  const id = useId()
  return (
    <section class="overview-group" aria-labelledby={id}>
      <h2 class="overview-scope" id={id}>
        {title}
      </h2>
      <ul class="overview-cards">
        {figures.map(({ label, value, note, href, tone }) => (
          <li key={label}>
            <a class="card overview-figure" href={href}>
              <span class="overview-label">{label}</span>
              <span class={`overview-value number ${tone === null ? '' : `overview-${tone}`}`}>{value}</span>
              <span class="overview-note number">{note}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
