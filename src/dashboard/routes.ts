import type { IconName } from './components/icon.tsx'
import { type LazyPage, lazy } from './components/lazy.ts'
import { timer } from './state/time.ts'

export interface Place {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  /** The second key of its shortcut; the first is `g`. */
  readonly key: string
}

/** What the navigation leads to. */
export const PLACES: readonly Place[] = [
  { href: '/', label: 'Overview', icon: 'overview', key: 'h' },
  { href: '/operations', label: 'Operations', icon: 'operations', key: 'o' },
  { href: '/downloads', label: 'Downloads', icon: 'downloads', key: 'd' },
  { href: '/circuit-breakers', label: 'Circuit breakers', icon: 'breakers', key: 'b' },
  { href: '/functions', label: 'Functions', icon: 'functions', key: 'f' },
  { href: '/diagnostics', label: 'Diagnostics', icon: 'diagnostics', key: 't' },
  { href: '/settings', label: 'Settings', icon: 'settings', key: 's' },
]

/** The page of each path, loaded when it is first seen. */
export const PAGES: readonly { readonly path: string; readonly component: LazyPage }[] = [
  { path: '/', component: lazy(() => import('./pages/overview/overview-page.tsx').then((page) => page.OverviewPage)) },
  {
    path: '/circuit-breakers',
    component: lazy(() => import('./pages/circuit-breakers/circuit-breakers-page.tsx').then((page) => page.CircuitBreakersPage)),
  },
  {
    path: '/diagnostics',
    component: lazy(() => import('./pages/diagnostics/diagnostics-page.tsx').then((page) => page.DiagnosticsPage)),
  },
  {
    path: '/downloads',
    component: lazy(() => import('./pages/downloads/downloads-page.tsx').then((page) => page.DownloadsPage)),
  },
  {
    path: '/functions',
    component: lazy(() => import('./pages/functions/functions-page.tsx').then((page) => page.FunctionsPage)),
  },
  {
    path: '/functions/:name',
    component: lazy(() => import('./pages/functions/function-page.tsx').then((page) => page.FunctionPage)),
  },
  {
    path: '/operations',
    component: lazy(() => import('./pages/operations/operations-page.tsx').then((page) => page.OperationsPage)),
  },
  {
    path: '/operations/:id',
    component: lazy(() => import('./pages/operation/operation-page.tsx').then((page) => page.OperationPage)),
  },
  { path: '/settings', component: lazy(() => import('./pages/settings/settings-page.tsx').then((page) => page.SettingsPage)) },
]

const QUIET_MS = 3000

/**
 * Loads the pages that nobody has looked at yet, once the first is there: then they open while the server is away, and
 * after it was updated. The answer ends it.
 */
export function loadPagesLater(): () => void {
  const quiet = timer(QUIET_MS, () => {
    for (const { component } of PAGES) component.preload()
  })
  return () => quiet.cancel()
}

/** Whether a place of the navigation is where the person is. */
export function isAt(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}
