import type { Locator, Page } from 'playwright-core'
import { ask } from '../../../../scripts/demo/client.ts'
import { StartOperation } from '../../../../src/client/documents/controls.ts'
import type { StartOperationInput } from '../../../../src/client/gql/graphql.ts'
import type { DashboardServer } from '../../../support/browser/dashboard-server.ts'
import { type OpenPageOptions, openPage } from '../../../support/browser/open-page.ts'
import type { Act } from '../../../support/browser/scripted-functions.ts'

/** The page of operations of a server, loaded. */
export async function openOperations(
  server: DashboardServer,
  query = '',
  look: Omit<OpenPageOptions, 'url'> = {},
): Promise<Page> {
  const page = await openPage({ ...look, url: `${server.url}/operations${query}` })
  await page.getByRole('heading', { name: 'Operations', level: 1 }).waitFor()
  return page
}

interface Scripted extends Omit<StartOperationInput, 'functionName' | 'input'> {
  readonly functionName?: string
  readonly script?: readonly Act[]
}

export async function start(
  server: DashboardServer,
  { script = [], functionName = 'scripted', ...input }: Scripted,
): Promise<void> {
  await ask(server.url, StartOperation, { input: { ...input, functionName, input: { script } } })
}

/** The row of an operation. */
export function row(page: Page, id: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: id, exact: true }) })
}

/** Waits until the row says it. */
export function says(page: Page, id: string, text: string | RegExp): Promise<void> {
  return row(page, id).getByText(text).first().waitFor()
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true })
}

/** Opens one of the menus that filter, or closes it. */
export function toggleMenu(page: Page, name: string): Promise<void> {
  return page.locator('summary', { hasText: name }).click()
}

/** The ids of the rows that are in the page, from the top down. */
export async function shownIds(page: Page): Promise<readonly string[]> {
  const rows = await page
    .locator('[role=grid] tbody tr')
    .evaluateAll((all) =>
      all.map((one) => [Number(one.getAttribute('aria-rowindex')), one.getAttribute('data-id') ?? ''] as const),
    )
  return rows.sort(([a], [b]) => a - b).map(([, id]) => id)
}

/** Selects the operation of a row, or takes it out. */
export function select(page: Page, id: string, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
  return page.getByRole('checkbox', { name: `Select ${id}`, exact: true }).click({ modifiers })
}
