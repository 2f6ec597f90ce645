import type { Page } from 'playwright-core'
import { builtDashboard } from '../built-dashboard.ts'
import { type DashboardServer, type DashboardServerOptions, dashboardServer } from './dashboard-server.ts'
import { type OpenPageOptions, openPage } from './open-page.ts'

interface OpenDashboardOptions extends DashboardServerOptions, Omit<OpenPageOptions, 'url'> {
  /** What of it to open. Default: `/`. */
  readonly path?: string
  /** One that serves already. Default: a new one. */
  readonly server?: DashboardServer
}

/** A page of the dashboard, of a server of its own or of one that serves already. */
export async function openDashboard(options: OpenDashboardOptions = {}): Promise<{ server: DashboardServer; page: Page }> {
  const { path = '/', server: given, functions, env, store, seed, ...look } = options
  await builtDashboard()
  const server = given ?? (await dashboardServer({ functions, env, store, seed }))
  const page = await openPage({ ...look, url: server.url + path })
  return { server, page }
}
