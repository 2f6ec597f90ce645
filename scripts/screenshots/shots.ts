import { hostname } from 'node:os'
import type { Page } from 'playwright-core'
import { SCENE } from './present.ts'

/** A picture of the dashboard, for the guide. */
export interface Shot {
  /** Of its files: `dashboard-NAME-light.png` and `dashboard-NAME-dark.png`. */
  readonly name: string
  /** The route it is of, as `PAGES` of the dashboard has it. */
  readonly route: string
  /** What to open. Default: the route. */
  readonly path?: string
  /** Default: 1280 × 800. */
  readonly size?: { readonly width: number; readonly height: number }
  /** What is there when the page is. */
  readonly ready: string
  /** What to do first, as a person would. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

async function selfTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run self-test' }).click()
  await page.getByRole('list', { name: 'Checks of the self-test' }).waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()
}

/** The name of the machine that takes the pictures is nobody's business. */
async function hideHost(page: Page): Promise<void> {
  await page
    .getByText(hostname(), { exact: true })
    .first()
    .evaluate((name: { textContent: string | null }) => {
      name.textContent = 'server-1'
    })
}

async function select(page: Page): Promise<void> {
  for (const id of [SCENE.recovering, SCENE.film]) await page.getByRole('checkbox', { name: `Select ${id}` }).check()
}

const NARROW = { width: 390, height: 844 }

export const SHOTS: readonly Shot[] = [
  { name: 'overview', route: '/', path: '/?window=6h', size: { width: 1280, height: 940 }, ready: 'Needs attention' },
  { name: 'overview-narrow', route: '/', path: '/?window=6h', size: NARROW, ready: 'Needs attention' },
  {
    name: 'overview-charts',
    route: '/',
    path: '/?window=6h',
    ready: 'Throughput',
    prepare: (page) => page.getByRole('figure', { name: 'Retries' }).scrollIntoViewIfNeeded(),
  },
  { name: 'operations', route: '/operations', ready: 'sync_orders' },
  { name: 'operations-selected', route: '/operations', ready: 'sync_orders', prepare: select },
  {
    name: 'operation',
    route: '/operations/:id',
    path: `/operations/${SCENE.recovering}`,
    size: { width: 1280, height: 1180 },
    ready: 'Retry now',
  },
  {
    name: 'force-retry',
    route: '/operations/:id',
    path: `/operations/${SCENE.failed}`,
    ready: 'Force retry',
    prepare: (page) => page.getByRole('button', { name: 'Force retry …' }).click(),
  },
  { name: 'downloads', route: '/downloads', ready: 'Active Downloads' },
  { name: 'circuit-breakers', route: '/circuit-breakers', ready: 'charge_card' },
  { name: 'functions', route: '/functions', ready: 'sync_orders' },
  {
    name: 'function',
    route: '/functions/:name',
    path: '/functions/sync_orders?window=1h',
    size: { width: 1280, height: 1180 },
    ready: 'Start operation',
    prepare: (page) => page.getByRole('button', { name: 'Fill in an example' }).click(),
  },
  { name: 'settings', route: '/settings', size: { width: 1280, height: 1180 }, ready: 'Max Retries', prepare: hideHost },
  { name: 'diagnostics', route: '/diagnostics', size: { width: 1280, height: 1000 }, ready: 'Self-test', prepare: selfTest },
  { name: 'shortcuts', route: '/', ready: 'Needs attention', prepare: (page) => page.keyboard.press('?') },
]

/** The file of a picture, within docs/images. */
export function fileOf({ name }: Shot, theme: 'light' | 'dark'): string {
  return `dashboard-${name}-${theme}.png`
}
