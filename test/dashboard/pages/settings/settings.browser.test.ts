import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { StartOperation } from '../../../../src/client/documents/controls.ts'
import { OperationById } from '../../../../src/client/documents/operations.ts'
import { Settings, UpdateSettings } from '../../../../src/client/documents/settings.ts'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { dashboardServer, dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { openDashboard } from '../../../support/browser/open-dashboard.ts'
import { newTestVisitor } from '../../../support/browser/open-page.ts'
import { SERVER_GONE } from '../../../support/browser/page-faults.ts'
import { TOKENS, TOKENS_ENV } from '../../../support/browser/tokens.ts'

// For tests that save nothing.
const shared = dashboardServerOfFile({ store: 'memory' })
const open = (options: Parameters<typeof openDashboard>[0] = {}) =>
  openDashboard({ store: 'memory', ...options, path: '/settings' })
const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const save = (page: Page) => button(page, 'Save settings').click()

/** Waits until the page says so about a field. */
async function describes(page: Page, label: string, text: string): Promise<void> {
  const description = () => field(page, label).evaluate(describedBy)
  await eventually(description).toContain(text)
}

function describedBy(input: Element): string {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
}

test('a setting is saved, marked as changed and holds for the next operation; its configured value comes back', async () => {
  const { server, page } = await open()
  await field(page, 'Max Retries').fill('8')
  await page.getByText('1 setting not saved').waitFor()
  await save(page)
  await page.getByText('Settings updated').waitFor()
  await page.getByText('Configured: 5').waitFor()
  const input = { id: 'with-new-settings', functionName: 'http_request', input: { method: 'GET', url: 'http://name.invalid/' } }
  await ask(server.url, StartOperation, { input })
  const { operation } = await ask(server.url, OperationById, { id: 'with-new-settings' })
  expect(operation?.maxAttempts).toBe(9)
  await button(page, 'Back to the configured value of Max Retries').click()
  await save(page)
  const settings = async () => (await ask(server.url, Settings, {})).settings
  await eventually(settings).toMatchObject({ maxRetries: 5, changed: [] })
})

test('what cannot be is told while typing, and is not sent', async () => {
  const { page } = await open({ server: shared })
  await field(page, 'Max Retries').fill('1001')
  await describes(page, 'Max Retries', 'It must be from 0 to 1,000.')
  await field(page, 'Max Retries').fill('5')
  await field(page, 'Max Delay').fill('1 s')
  await describes(page, 'Max Delay', 'Max Delay must not be below Initial Delay.')
  await field(page, 'Concurrency').fill('32')
  await save(page)
  const focused = () => field(page, 'Max Delay').evaluate((input) => input === document.activeElement)
  await eventually(focused).toBe(true)
  expect((await ask(shared.url, Settings, {})).settings.changed).toEqual([])
})

test('what the server refuses is told at its field', async () => {
  const { page } = await open({ server: shared })
  const message = 'maxRetries is too bold'
  await page.route('**/graphql', (route) => {
    if (!route.request().postData()?.includes('updateSettings')) return route.continue()
    const updateSettings = { code: 'INVALID_INPUT', message, field: 'maxRetries' }
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data: { updateSettings } }) })
  })
  await field(page, 'Max Retries').fill('8')
  await save(page)
  await describes(page, 'Max Retries', message)
  await field(page, 'Max Retries').fill('7')
  await eventually(() => field(page, 'Max Retries').getAttribute('aria-invalid')).toBe('false')
})

test('the resulting waits follow what is typed', async () => {
  const { page } = await open({ server: shared })
  await page.getByText('2s, 4s, 8s, 16s, 32s').waitFor()
  await field(page, 'Initial Delay').fill('1 s')
  await field(page, 'Backoff Factor').fill('3')
  await field(page, 'Max Delay').fill('20 s')
  await page.getByText('1s, 3s, 9s, 20s, 20s').waitFor()
  await field(page, 'Backoff Factor').fill('')
  await page.getByText('Shown once all four values can be used.').waitFor()
})

test('of two pages, the one that saves later is told what the other did, and loses nothing that was typed', async () => {
  const visitor = await newTestVisitor()
  const { server, page } = await open({ visitor })
  const { page: other } = await openDashboard({ server, visitor, path: '/settings' })
  await field(page, 'Max Retries').fill('8')
  await field(page, 'Concurrency').fill('32')
  await field(other, 'Max Retries').fill('3')
  await save(other)
  await other.getByText('Settings updated').waitFor()
  await save(page)
  await page.getByText('Not saved: Max Retries changed elsewhere while you typed.').waitFor()
  await page.getByText('Changed elsewhere meanwhile: now 3.').waitFor()
  expect(await field(page, 'Max Retries').inputValue()).toBe('8')
  expect((await ask(server.url, Settings, {})).settings).toMatchObject({ maxRetries: 3, concurrency: 64 })
  await save(page)
  await page.getByText('Settings updated').waitFor()
  expect((await ask(server.url, Settings, {})).settings).toMatchObject({ maxRetries: 8, concurrency: 32 })
})

test('what a program changed is shown after a refresh, beside what is typed, and can be taken', async () => {
  const { server, page } = await open()
  await field(page, 'Max Retries').fill('8')
  await ask(server.url, UpdateSettings, { input: { maxRetries: 3, backoffFactor: 3 } })
  await button(page, 'Refresh').click()
  await eventually(() => field(page, 'Backoff Factor').inputValue()).toBe('3')
  expect(await field(page, 'Max Retries').inputValue()).toBe('8')
  await button(page, 'Take 3 as Max Retries').click()
  expect(await field(page, 'Max Retries').inputValue()).toBe('3')
  await eventually(() => button(page, 'Save settings').count()).toBe(0)
})

test('whoever leaves with unsaved settings is asked, by a link, a shortcut or the back button', async () => {
  const { page } = await open({ server: shared })
  await page.getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Settings' }).click()
  await field(page, 'Max Retries').fill('8')
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  const stay = async () => {
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await field(page, 'Max Retries').inputValue()).toBe('8')
    expect(new URL(page.url()).pathname).toBe('/settings')
  }
  await page.getByRole('link', { name: 'Overview' }).click()
  await stay()
  await page.getByRole('heading', { name: 'Settings', level: 1 }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await stay()
  await page.evaluate('history.back()')
  await stay()
  await page.evaluate('history.back()')
  await dialog.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
})

test('a viewer sees the settings and why they cannot be changed', async () => {
  const { page } = await open({ env: TOKENS_ENV, token: TOKENS.viewer })
  await page.getByText('This takes the role admin; yours is viewer.').waitFor()
  expect(await field(page, 'Max Retries').inputValue()).toBe('5')
  expect(await field(page, 'Max Retries').isEditable()).toBe(false)
  await expectNoAxeViolations(page)
})

test('an admin sees who changed what, and which server it is', async () => {
  const { page } = await open({ env: TOKENS_ENV, token: TOKENS.admin })
  const changes = page.getByRole('region', { name: 'Recent changes' })
  await changes.getByText('None among the last').waitFor()
  await field(page, 'Keep Events').fill('2 days')
  await save(page)
  await changes.getByText('Keep Events: 2d').waitFor()
  await changes.getByText('admin', { exact: true }).waitFor()
  await page.getByRole('region', { name: 'This server' }).getByText('memory').waitFor()
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing in %s, with faults and what is unsaved, on a narrow screen',
  async (colorScheme) => {
    const { page } = await open({ colorScheme, viewport: { width: 360, height: 800 } })
    const place = await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).boundingBox()
    expect((place?.x ?? 0) + (place?.width ?? 0), 'where the place ends that is open').toBeLessThanOrEqual(360)
    await field(page, 'Max Retries').fill('8')
    await save(page)
    await page.getByText('Settings updated').waitFor()
    await field(page, 'Max Delay').fill('soon')
    await expectNoAxeViolations(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  },
)

test('the page goes on when its server is killed and comes back', async () => {
  const server = await dashboardServer()
  const { page } = await openDashboard({ server, path: '/settings', allow: [SERVER_GONE] })
  await field(page, 'Max Retries').fill('8')
  await server.kill()
  await save(page)
  await page.getByText('Could not save the settings').waitFor()
  await server.start()
  await save(page)
  await page.getByText('Settings updated').waitFor()
  await server.restart()
  expect((await ask(server.url, Settings, {})).settings.maxRetries).toBe(8)
})
