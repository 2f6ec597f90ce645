import { useLocation } from 'preact-iso'
import { type OverviewWindow, WINDOWS, windowHref } from './windows.ts'

/** Chooses how far charts and figures of a time reach back; the address keeps it. */
export function WindowChooser({ window }: { readonly window: OverviewWindow }) {
  const { route } = useLocation()
  return (
    <fieldset class="overview-windows">
      <legend class="visually-hidden">How far the charts reach back</legend>
      {WINDOWS.map((one) => (
        <label key={one.name} class="overview-window">
          <input type="radio" name="window" checked={one.name === window.name} onChange={() => route(windowHref(one), true)} />
          {one.name}
        </label>
      ))}
    </fieldset>
  )
}
