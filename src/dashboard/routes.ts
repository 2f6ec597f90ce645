import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import type { IconName } from './components/icon.tsx'

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
export const PAGES: readonly { readonly path: string; readonly component: ComponentType }[] = [
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
    path: '/operations',
    component: lazy(() => import('./pages/operations/operations-page.tsx').then((page) => page.OperationsPage)),
  },
  {
    path: '/operations/:id',
    component: lazy(() => import('./pages/operation/operation-page.tsx').then((page) => page.OperationPage)),
  },
  { path: '/settings', component: lazy(() => import('./pages/settings/settings-page.tsx').then((page) => page.SettingsPage)) },
]

/** Whether a place of the navigation is where the person is. */
export function isAt(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}
