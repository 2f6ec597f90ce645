import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { ResetCircuitBreaker, TripCircuitBreaker } from '../../../../src/client/documents/circuit-breakers.ts'
import { StartOperation } from '../../../../src/client/documents/controls.ts'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { openDashboard } from '../../../support/browser/open-dashboard.ts'
import { openPage } from '../../../support/browser/open-page.ts'
import type { Act } from '../../../support/browser/scripted-functions.ts'
import { HOSTILE, MANY } from './many-breakers.ts'

const server = dashboardServerOfFile({ store: 'memory' })
const many = dashboardServerOfFile({ store: 'memory', functions: fileURLToPath(new URL('./many-breakers.ts', import.meta.url)) })
const path = '/circuit-breakers'
const TOKEN = 'a-token-that-may-only-look'
const SCOPE = 'scripted_guarded'

const breakerOf = (page: Page, scope: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: scope, exact: true }) })

async function start(id: string, script: readonly Act[]): Promise<void> {
  await ask(server.url, StartOperation, { input: { id, functionName: SCOPE, input: { script } } })
}

async function reset(): Promise<void> {
  await ask(server.url, ResetCircuitBreaker, { input: { scope: SCOPE } })
}

async function shows(row: Locator, ...texts: readonly (string | RegExp)[]): Promise<void> {
  for (const text of texts) await row.getByText(text).first().waitFor()
}

test('failures open a breaker before the eyes of a person, with what waits for it and when it is probed', async () => {
  await reset()
  const { page } = await openDashboard({ server, path })
  const row = breakerOf(page, SCOPE)
  await shows(row, 'Closed', '0 of 2', '0 operations')
  await start('fails', [{ do: 'fail', message: 'The other side is <b>down</b>', status: 503 }])
  await shows(row, 'Open', '2 of 2', /^in (1h|59m \d+s)$/, '1 operation', 'The other side is <b>down</b>')
  await row.getByText('1 change since this page was opened').click()
  await shows(row, 'Opened by itself')
  await eventually(() => page.getByText(/^1 of \d+ circuit breakers refuses attempts; 1 operation waits for them/).count()).toBe(
    1,
  )
  await eventually(() => row.getByRole('link', { name: '1 operation' }).getAttribute('href')).toBe(
    `/operations?state=PENDING&state=RECOVERING&function=${SCOPE}`,
  )
})

test('a person trips and resets a breaker with the keyboard alone, and the focus comes back', async () => {
  await reset()
  const { page } = await openDashboard({ server, path })
  const row = breakerOf(page, SCOPE)
  const trip = row.getByRole('button', { name: `Trip … ${SCOPE}` })
  await trip.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Trip this circuit breaker?' })
  await dialog.getByRole('radio', { name: 'Until it is reset' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await dialog.getByLabel('Reason (optional)').focus()
  await page.keyboard.type('A provider is away')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await shows(row, 'Open', '· forced by a person; by itself closed', /By itself it would permit them\.$/, /^in (1h|59m \d+s)$/)
  await eventually(() => trip.evaluate((button) => button === document.activeElement)).toBe(true)
  // It is the first now, and keeps the focus that the change of places took.
  await eventually(() => page.getByRole('heading', { level: 2 }).first().textContent()).toBe(SCOPE)

  await start('waits', [{ do: 'answer', result: 1 }])
  await shows(row, '1 operation')
  await row.getByText('1 change since this page was opened').click()
  await shows(row, 'Tripped by a person', 'A provider is away')

  await row.getByRole('button', { name: `Reset … ${SCOPE}` }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Reset this circuit breaker?' })
  await asked.getByText('1 operation that waits for it goes on').waitFor()
  await asked.getByRole('button', { name: 'Reset circuit breaker' }).press('Enter')
  await shows(row, 'Closed', '0 operations', 'Reset by a person')
  await page.getByText(`Reset ${SCOPE}`).waitFor()
})

test('a time that is none is refused at its field, and a good one is taken', async () => {
  await reset()
  const { page } = await openDashboard({ server, path })
  const row = breakerOf(page, SCOPE)
  await row.getByRole('button', { name: `Trip … ${SCOPE}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Another time').check()
  const field = dialog.getByLabel('Time', { exact: true })
  await field.fill('soon')
  await dialog.getByRole('button', { name: 'Trip circuit breaker' }).click()
  await dialog.getByRole('alert').getByText('Enter a length of time with its unit').waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await field.fill('20 min')
  await dialog.getByRole('button', { name: 'Trip circuit breaker' }).click()
  await shows(row, /^in (20m|19m \d+s)$/)
})

test('when its time is over a breaker is half-open', async () => {
  await reset()
  const { page } = await openDashboard({ server, path })
  const row = breakerOf(page, SCOPE)
  await shows(row, 'Closed')
  await ask(server.url, TripCircuitBreaker, { input: { scope: SCOPE, duration: '3s' } })
  await shows(row, 'now')
  await shows(row.locator('.pill'), 'Half-open')
  await eventually(() => row.getByText('· forced by a person').count()).toBe(0)
})

test('a breaker can be kept closed whatever fails, and what others change is seen', async () => {
  await reset()
  const { page } = await openDashboard({ server, path })
  const other = await openPage({ url: server.url + path })
  const row = breakerOf(page, SCOPE)
  await row.getByRole('button', { name: `Reset … ${SCOPE}` }).click()
  await page.getByLabel('Keep it closed whatever fails').check()
  await page.getByRole('button', { name: 'Reset circuit breaker' }).click()
  const both = [row, breakerOf(other, SCOPE)]
  for (const seen of both) await shows(seen, 'Closed', '· forced by a person; by itself closed too', /^A person keeps it closed/)
  await start('kept', [{ do: 'fail', message: 'The other side is away', status: 503 }])
  for (const seen of both) {
    await shows(
      seen,
      'Closed',
      '· forced by a person; by itself open',
      /By itself it would refuse them, and permit a probe in (1h|59m \d+s)\.$/,
    )
    await shows(seen, 'The other side is away')
  }
  await row.getByRole('button', { name: `Trip … ${SCOPE}` }).click()
  await page.getByRole('dialog').getByText('A person keeps it closed; by itself it is open.').waitFor()
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: `Reset … ${SCOPE}` }).click()
  await page.getByRole('dialog').getByText('A person keeps it closed; by itself it is open.').waitFor()
})

test('what the server refuses is told in the dialog', async () => {
  const { page } = await openDashboard({ server, path })
  await breakerOf(page, SCOPE)
    .getByRole('button', { name: `Trip … ${SCOPE}` })
    .click()
  await page.route('**/graphql', (route) =>
    route.fulfill({
      json: { data: { tripCircuitBreaker: { code: 'INVALID_INPUT', message: 'reason is no reason', field: 'reason' } } },
    }),
  )
  await page.getByRole('button', { name: 'Trip circuit breaker' }).click()
  await page.getByRole('dialog').getByRole('alert').getByText('reason is no reason').waitFor()
})

test('who may only look is told so, and can press nothing', async () => {
  const { page } = await openDashboard({
    env: { RECOVERY_TOKENS: `eyes:viewer:sha256-${createHash('sha256').update(TOKEN).digest('base64url')}` },
    store: 'memory',
    token: TOKEN,
    path,
  })
  await page.getByText('yours is viewer').waitFor()
  for (const name of ['Trip', 'Reset']) {
    const button = page.getByRole('button', { name: `${name} … ${SCOPE}` })
    expect(await button.isDisabled()).toBe(true)
    expect(await button.getAttribute('aria-describedby')).toBe('breakers-viewer')
  }
})

test('of many breakers a part is shown, and any is found', async () => {
  const { page } = await openDashboard({ server: many, path })
  const rows = page.getByRole('heading', { level: 2 })
  await page.getByText(`50 of ${MANY + 4} are shown`).waitFor()
  expect(await rows.count()).toBe(50)
  await page.getByRole('button', { name: 'Show more' }).click()
  await eventually(() => rows.count()).toBe(MANY + 4)
  await page.getByRole('searchbox', { name: 'Search by scope' }).fill('many_12')
  await eventually(() => rows.count()).toBe(10)
  expect(new URL(page.url()).search).toBe('?q=many_12')
  await page.reload()
  await eventually(() => rows.count()).toBe(10)
  await page.getByLabel('State').selectOption('open')
  await page.getByText('No circuit breaker is like this').waitFor()
  await page.getByRole('link', { name: 'Show all' }).click()
  const shared = breakerOf(page, 'mail')
  await shows(shared, 'sends', 'receives', '0 of 4')
  const hostile = page.getByRole('heading', { level: 2 }).filter({ hasText: '<img' })
  expect(await hostile.innerText()).toBe(HOSTILE)
})

test.each(['light', 'dark'] as const)('axe finds nothing, in the %s theme', async (colorScheme) => {
  await ask(server.url, TripCircuitBreaker, { input: { scope: SCOPE, reason: 'For a picture' } })
  const { page } = await openDashboard({ server, path, colorScheme })
  const row = breakerOf(page, SCOPE)
  await shows(row, 'Open')
  await expectNoAxeViolations(page)
  await row.getByRole('button', { name: `Trip … ${SCOPE}` }).click()
  await page.getByLabel('Another time').check()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: `Reset … ${SCOPE}` }).click()
  await expectNoAxeViolations(page)
})

test('on a narrow screen nothing is wider than the screen', async () => {
  const { page } = await openDashboard({ server: many, path, viewport: { width: 360, height: 640 } })
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})
