import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { seedOfEachState } from '../../../support/browser/seed.ts'
import { button, openOperations, row, says, select, shownIds, start, toggleMenu } from './opened-operations.ts'

const server = dashboardServerOfFile({ seed: seedOfEachState })
const MARKUP = '<img src=x onerror=alert(1)>'
const TURNED = 'abc\u202Edef'
const ENDLESS = 'x'.repeat(100_000)

beforeAll(async () => {
  const report = { current: 2, total: 8, unit: 'files', fraction: 0.25, stage: MARKUP }
  await start(server, { id: MARKUP, script: [{ do: 'fail', message: `${MARKUP}\n${ENDLESS}`, status: 400 }] })
  await start(server, { id: TURNED, script: [{ do: 'fail', message: TURNED, status: 400 }] })
  await start(server, {
    id: 'y'.repeat(255),
    script: [
      { do: 'progress', report },
      { do: 'wait', for: 'never' },
    ],
  })
})

async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}

/** Whether a name or an id reaches into what stands beside it. */
async function isNameTooWide(page: Page): Promise<boolean> {
  return page
    .locator('[role=grid] tbody td:has(> a)')
    .evaluateAll((cells) =>
      cells.some((cell) =>
        [...cell.children].some((part) => part.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1),
      ),
    )
}

test.each(['light', 'dark'] as const)('axe finds nothing wrong with the page in the %s theme', async (colorScheme) => {
  const page = await openOperations(server, '?state=FAILED&state=SUCCESS&state=PAUSED&state=IN_PROGRESS&state=RECOVERING', {
    colorScheme,
  })
  await says(page, 'op-failed', 'Failed')
  await expectNoAxeViolations(page)
  await select(page, 'op-failed')
  await toggleMenu(page, 'Time')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete', exact: true }).click()
  await button(page, 'Delete 1 operation').waitFor()
  await expectNoAxeViolations(page)
})

test('names and errors of whatever text are shown as text, in a line, and widen nothing', async () => {
  const page = await openOperations(server)
  await says(page, MARKUP, 'Failed')
  await row(page, MARKUP).getByText(MARKUP, { exact: true }).first().waitFor()
  await row(page, 'abc\\u202edef').waitFor()
  await row(page, 'y'.repeat(255)).waitFor()
  expect(await page.locator('img[src=x]').count()).toBe(0)
  expect(await isTooWide(page)).toBe(false)
  expect(await isNameTooWide(page)).toBe(false)
  const heights = await page.locator('[role=grid] tbody tr').evaluateAll((rows) => rows.map((one) => one.clientHeight))
  expect(new Set(heights).size).toBe(1)
})

test.each(['light', 'dark'] as const)(
  'a narrow screen has cards of one height that fit, in the %s theme',
  async (colorScheme) => {
    const page = await openOperations(server, '', { colorScheme, viewport: { width: 360, height: 740 } })
    await eventually(() => shownIds(page).then(({ length }) => length)).toBeGreaterThan(5)
    expect(await isTooWide(page)).toBe(false)
    expect(await isNameTooWide(page)).toBe(false)
    await toggleMenu(page, 'Metadata')
    await page.getByLabel('Has this key and value').waitFor()
    expect(await isTooWide(page)).toBe(false)
    await page.keyboard.press('Escape')
    await select(page, 'op-recovering')
    await expectNoAxeViolations(page)
    const overlaps = await page.locator('[role=grid] tbody tr').evaluateAll((rows) => {
      const boxes = rows.map((one) => one.getBoundingClientRect()).sort((a, b) => a.top - b.top)
      return boxes.some((box, n) => n > 0 && box.top < (boxes[n - 1]?.bottom ?? 0) - 1)
    })
    expect(overlaps).toBe(false)
  },
)
