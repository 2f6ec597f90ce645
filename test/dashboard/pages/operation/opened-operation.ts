import type { Page } from 'playwright-core'
import { ask } from '../../../../scripts/demo/client.ts'
import { StartOperation } from '../../../../src/client/documents/controls.ts'
import type { StartOperationInput } from '../../../../src/client/gql/graphql.ts'
import type { DashboardServer } from '../../../support/browser/dashboard-server.ts'
import { type OpenPageOptions, openPage } from '../../../support/browser/open-page.ts'
import type { Act } from '../../../support/browser/scripted-functions.ts'

type Started = Partial<StartOperationInput> & { readonly id: string; readonly script: readonly Act[] }

/** Starts an operation that does as its script says. */
export async function startScripted(server: DashboardServer, { script, ...input }: Started): Promise<void> {
  const { startOperation } = await ask(server.url, StartOperation, {
    input: { functionName: 'scripted', input: { script }, ...input },
  })
  if (!('operation' in startOperation)) throw new Error(startOperation.message)
}

/** Starts it and opens its page. */
export async function openScripted(
  server: DashboardServer,
  started: Started,
  look: Partial<OpenPageOptions> = {},
): Promise<Page> {
  await startScripted(server, started)
  return openOperation(server, started.id, look)
}

export async function openOperation(server: DashboardServer, id: string, look: Partial<OpenPageOptions> = {}): Promise<Page> {
  const page = await openPage({ ...look, url: `${server.url}/operations/${encodeURIComponent(id)}` })
  await page.getByRole('heading', { level: 1, name: /\S/ }).waitFor()
  return page
}

export const state = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
export const part = (page: Page, name: string) => page.getByRole('region', { name })
