import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from '../../support/browser/eventually.ts'
import { openDashboard } from '../../support/browser/open-dashboard.ts'

const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const focused = (page: Page) => page.evaluate('document.activeElement.textContent.trim()')

test('? shows the keys, Escape closes them, and the focus is back where it was', async () => {
  const { page } = await openDashboard({ store: 'memory' })
  await page.getByRole('link', { name: 'Settings' }).focus()
  await page.keyboard.press('?')
  await help(page).getByRole('row', { name: 'g then o Go to Operations' }).waitFor()
  for (let n = 0; n < 5; n++) {
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null"),
    ).toBe(true)
  }
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.keyboard.press('Escape')
  await help(page).waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('Settings')
  expect(new URL(page.url()).pathname).toBe('/')
})

test('two keys lead to a page, and the focus to its head', async () => {
  const { page } = await openDashboard({ store: 'memory', path: '/nowhere', allow: [/status of 404/] })
  await heading(page, 'No such page').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await heading(page, 'Overview').waitFor()
  await eventually(() => focused(page)).toBe('Overview')
  expect(await page.title()).toBe('Overview · Recoverable')
})

test('keys can be switched off, all but the one that shows them', async () => {
  const { page } = await openDashboard({ store: 'memory', path: '/nowhere', allow: [/status of 404/] })
  await heading(page, 'No such page').waitFor()
  await page.keyboard.press('?')
  await help(page).getByLabel('Use keyboard shortcuts').uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await heading(page, 'No such page').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.keyboard.press('?')
  await help(page).getByLabel('Use keyboard shortcuts').check()
  await help(page).getByRole('button', { name: 'Close' }).click()
  expect(new URL(page.url()).pathname).toBe('/nowhere')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await heading(page, 'Overview').waitFor()
})

test('the first Tab leads past the navigation, and what has the focus is seen', async () => {
  const { page } = await openDashboard({ store: 'memory' })
  await heading(page, 'Overview').waitFor()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the page' })
  expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0)).toBe(true)
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('main')
  await page.getByRole('link', { name: 'Operations' }).first().focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
})
