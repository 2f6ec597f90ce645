import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { confirm } from '../components/confirm.tsx'

interface Unsaved {
  /** What would be lost, such as `Two settings are not saved.` */
  readonly text: string
  /** The page that it would be lost with. */
  readonly href: string
  readonly route: (url: string) => void
}

let unsaved: Unsaved | null = null

/** Whether the page may be left: at once when nothing would be lost, else as the person answers. */
export async function mayLeave(): Promise<boolean> {
  if (unsaved === null) return true
  const { text } = unsaved
  const leaves = await confirm({ title: 'Leave without saving?', text, yes: 'Leave', no: 'Stay here', isDangerous: true })
  if (leaves) unsaved = null
  return leaves
}

/** Asks before the person leaves the page, by whichever way, for as long as `text` says what would be lost. */
export function useUnsaved(text: string | null): void {
  const { route } = useLocation()
  const latest = useRef(route)
  latest.current = route
  useLayoutEffect(() => {
    unsaved = text === null ? null : { text, href: location.href, route: (url) => latest.current(url) }
    return () => {
      unsaved = null
    }
  }, [text])
}

function onClick(event: MouseEvent): void {
  const url = unsaved === null ? null : placeOf(event)
  if (url === null) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const route = unsaved?.route
  void mayLeave().then((leaves) => leaves && route?.(url))
}

/** Where in the dashboard a click leads; null when it does not, or opens another window. */
function placeOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.origin !== location.origin || link.hasAttribute('download')) return null
  if (link.getAttribute('href')?.startsWith('#') !== false || !['', '_self'].includes(link.target)) return null
  return link.pathname + link.search
}

function onBack(event: PopStateEvent): void {
  if (unsaved === null) return
  event.stopImmediatePropagation()
  // The browser is there already: it comes back until the person has answered.
  history.pushState(null, '', unsaved.href)
  void mayLeave().then((leaves) => leaves && history.back())
}

// Listeners of the window get what is sent to it in the order in which they were added, and the router's must come later.
addEventListener('popstate', onBack)
addEventListener('click', onClick, { capture: true })
addEventListener('beforeunload', (event) => {
  if (unsaved !== null) event.preventDefault()
})
