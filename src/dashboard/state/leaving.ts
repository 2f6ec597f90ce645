import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { confirm } from '../components/confirm.tsx'

/** What would be lost, such as `Two settings are not saved.`; null when nothing would. */
let unsaved: string | null = null

/** Whether the page may be left: at once when nothing would be lost, else as the person answers. */
export async function mayLeave(): Promise<boolean> {
  if (unsaved === null) return true
  const question = { title: 'Leave without saving?', text: unsaved, yes: 'Leave', no: 'Stay here', isDangerous: true }
  const leaves = await confirm(question)
  if (leaves) unsaved = null
  return leaves
}

/** Asks before the person leaves the page, by whichever way, for as long as `text` says what would be lost. */
export function useUnsaved(text: string | null): void {
  const { route } = useLocation()
  const latest = useRef(route)
  latest.current = route
  useEffect(() => {
    unsaved = text
    return () => {
      unsaved = null
    }
  }, [text])
  const isUnsaved = text !== null
  useEffect(() => (isUnsaved ? watchWaysOut((url) => latest.current(url)) : undefined), [isUnsaved])
}

/** The listeners come before the router's, which are on the window too but do not capture. */
function watchWaysOut(route: (url: string) => void): () => void {
  const here = location.href
  const onClick = (event: MouseEvent) => {
    const url = placeOf(event)
    if (url === null) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void mayLeave().then((leaves) => leaves && route(url))
  }
  const onBack = (event: PopStateEvent) => {
    if (unsaved === null) return
    event.stopImmediatePropagation()
    // The browser is there already: it comes back until the person has answered.
    history.pushState(null, '', here)
    void mayLeave().then((leaves) => leaves && history.back())
  }
  const onClose = (event: BeforeUnloadEvent) => {
    if (unsaved !== null) event.preventDefault()
  }
  addEventListener('click', onClick, { capture: true })
  addEventListener('popstate', onBack, { capture: true })
  addEventListener('beforeunload', onClose)
  return () => {
    removeEventListener('click', onClick, { capture: true })
    removeEventListener('popstate', onBack, { capture: true })
    removeEventListener('beforeunload', onClose)
  }
}

/** Where in the dashboard a click leads; null when it does not, or opens another window. */
function placeOf(event: MouseEvent): string | null {
  if (unsaved === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.origin !== location.origin || link.hasAttribute('download')) return null
  if (link.getAttribute('href')?.startsWith('#') !== false || !['', '_self'].includes(link.target)) return null
  return link.pathname + link.search
}
