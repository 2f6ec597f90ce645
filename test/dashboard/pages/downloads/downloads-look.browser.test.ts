import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Store } from '../../../../src/operation/store.ts'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { allowFaults } from '../../../support/browser/page-faults.ts'
import { RESTING, seed } from '../../../support/browser/seed.ts'
import { card, openDownloads } from './download-world.ts'

const input = { url: 'https://example.com/file.bin', destination: 'models/file.bin' }
const HOSTILE = '<img src=x onerror=alert(1)>\u202egnp.exe'

/** A download of each state, and one with a name that means no good. */
function seedDownloads(store: Store): Promise<void> {
  const one = { functionName: 'download', input }
  const hostile = { url: `https://example.com/${'x'.repeat(100_000)}`, destination: `${HOSTILE}${'y'.repeat(5000)}` }
  return seed(store, [
    ...RESTING.map((state) => ({ ...one, id: `of-${state}`, state })),
    { ...one, id: 'hostile-active', state: 'paused', input: hostile },
    { ...one, id: 'hostile-past', state: 'failed', input: hostile },
    { ...one, id: 'strange', state: 'paused', input: 'no object' },
  ])
}

function seedCompleted(count: number): (store: Store) => Promise<void> {
  const all = Array.from({ length: count }, (_, n) => ({
    id: `of-${n}`,
    state: 'success' as const,
    functionName: 'download',
    input,
  }))
  return (store) => seed(store, all)
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
}

test.each(['light', 'dark'] as const)(
  'axe finds nothing on the page of downloads and in its dialogs, in the %s theme',
  async (colorScheme) => {
    const { page } = await openDownloads({ seed: seedDownloads, colorScheme })
    await page.getByRole('table').waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('button', { name: 'Start download' }).click()
    await page.getByText(/^Give the address/).waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('Max Retries').waitFor()
    await expectNoAxeViolations(page)
  },
  40_000,
)

test('the page fits a narrow screen, whatever names it shows, and shows them as text', async () => {
  const { page } = await openDownloads({ seed: seedDownloads, viewport: { width: 360, height: 640 } })
  await page.getByRole('link', { name: HOSTILE }).first().waitFor()
  expect(await page.locator('main img').count()).toBe(0)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Max Retries').waitFor()
  await expectNoSidewaysScroll(page)
})

test('cards count all downloads, and the history grows by pages', async () => {
  const { page } = await openDownloads({ seed: seedCompleted(520) })
  await eventually(() => card(page, 'Total Downloads').textContent()).toBe('520')
  await eventually(() => card(page, 'Completed').textContent()).toBe('520')
  const rows = page.getByRole('rowheader')
  await eventually(() => rows.count()).toBe(50)
  for (const count of [100, 200, 400, 500]) {
    await page.getByRole('button', { name: 'Show more' }).click()
    await eventually(() => rows.count()).toBe(count)
  }
  await page.getByText('The others are on the page Operations.').waitFor()
})

test('what could not be read is said, with a way to try again', async () => {
  const { page } = await openDownloads()
  allowFaults(page, /ERR_FAILED/)
  const gate = Promise.withResolvers<void>()
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('DownloadLists')) return route.continue()
    await gate.promise
    await route.abort()
  })
  await page.reload()
  await page.getByText('Loading downloads...', { exact: true }).waitFor()
  gate.resolve()
  await page.getByText('Unable to load downloads.').waitFor()
  await page.getByText('Failed to fetch downloads:').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByText('No active downloads').waitFor()
  expect(await page.getByText('Unable to load downloads.').count()).toBe(0)
})

test('a server without the function download says so', async () => {
  const { page } = await openDownloads()
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('DownloadLists')) return route.continue()
    const response = await route.fetch()
    const { data } = (await response.json()) as { data: object }
    await route.fulfill({ response, json: { data: { ...data, functions: [{ name: 'other' }] } } })
  })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByText('This server has no function “download”.').waitFor()
  expect(await page.getByRole('button', { name: 'Add a download' }).isDisabled()).toBe(true)
})
