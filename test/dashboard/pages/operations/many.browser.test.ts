import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { PauseOperation } from '../../../../src/client/documents/controls.ts'
import { dashboardServer } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { seedMany } from '../../../support/browser/seed.ts'
import { openOperations, row, says, shownIds } from './opened-operations.ts'

const COUNT = 10_000

test('10,000 operations are scrolled through to the last, with few rows in the page, which still change live', async () => {
  const server = await dashboardServer({ seed: (store) => seedMany(store, COUNT) })
  const page = await openOperations(server)
  await page.getByText('10,000 operations').waitFor()
  const grid = page.getByRole('grid')
  expect(await grid.getAttribute('aria-rowcount')).toBe('10001')
  const scroller = grid.locator('..')
  let most = 0
  // As somebody does who pulls the bar down as often as it grows.
  await eventually(async () => {
    await scroller.evaluate((element) => {
      element.scrollTop = element.scrollHeight
    })
    most = Math.max(most, await page.getByRole('row').count())
    return row(page, 'op-0').count()
  }).toBe(1)
  expect(most).toBeLessThan(60)
  await says(page, 'op-0', 'Pending')
  await ask(server.url, PauseOperation, { input: { id: 'op-0' } })
  await says(page, 'op-0', 'Paused')
  expect(await row(page, 'op-0').getAttribute('aria-rowindex')).toBe('10001')
  await grid.press('Home')
  await eventually(async () => (await shownIds(page))[0]).not.toBe('op-0')
})
