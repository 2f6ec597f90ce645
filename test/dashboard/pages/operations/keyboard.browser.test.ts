import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { seedMany } from '../../../support/browser/seed.ts'
import { openOperations, row, says, shownIds } from './opened-operations.ts'

const server = dashboardServerOfFile({ seed: (store) => seedMany(store, 1200) })

/** The id of the row that the grid says is the active one. */
async function active(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id)?.getAttribute('data-id') ?? null
  })
}

async function opened(): Promise<{ page: Page; first: readonly string[] }> {
  const page = await openOperations(server)
  await eventually(() => shownIds(page).then(({ length }) => length)).toBeGreaterThan(10)
  return { page, first: await shownIds(page) }
}

test('keys move through the list, select and open', async () => {
  const { page, first } = await opened()
  await page.keyboard.press('j')
  await eventually(() => active(page)).toBe(first[0])
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await eventually(() => active(page)).toBe(first[1])
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.getByText('2 operations selected').waitFor()
  expect(await row(page, first[1] ?? '').getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Space')
  await page.getByText('1 operation selected').waitFor()
  await page.keyboard.press('Enter')
  await eventually(() => new URL(page.url()).pathname).toBe(`/operations/${first[2]}`)
})

test('End reads on to the last row, and Home leads back, with the focus in the list', async () => {
  const { page, first } = await opened()
  await page.getByRole('grid').focus()
  await page.keyboard.press('PageDown')
  await eventually(() => active(page)).not.toBe(first[0])
  await page.keyboard.press('End')
  await eventually(() => page.getByRole('row').last().getAttribute('aria-rowindex')).toBe('1201')
  await eventually(() => page.evaluate('document.activeElement.getAttribute("role")')).toBe('grid')
  await page.keyboard.press('Home')
  await eventually(() => active(page)).toBe(first[0])
  await says(page, first[0] ?? '', /./)
})

test('Tab leads from the active row to what it offers, and a click makes a row the active one', async () => {
  const { page, first } = await opened()
  await row(page, first[3] ?? '')
    .getByText('Attempt')
    .click()
  await eventually(() => active(page)).toBe(first[3])
  // Past the box of all, and that of the row.
  for (const _ of [1, 2, 3]) await page.keyboard.press('Tab')
  await eventually(() => page.evaluate('document.activeElement.textContent')).toBe(first[3])
  await page.keyboard.press('ArrowDown')
  await eventually(() => active(page)).toBe(first[4])
})
