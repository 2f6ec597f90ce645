import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { GraphqlClient } from '../../../../src/client/graphql-client.ts'
import { StartBenchmark } from '../../../../src/dashboard/documents/diagnostics.ts'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { dashboardServer, dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { openDashboard } from '../../../support/browser/open-dashboard.ts'
import { WAIT_MS } from '../../../support/browser/open-page.ts'
import { TOKENS, TOKENS_ENV } from '../../../support/browser/tokens.ts'

// Runs are short here, but a busy machine takes its time.
const RUN_MS = 3 * WAIT_MS

const shared = dashboardServerOfFile({ store: 'memory' })
const open = (options: Parameters<typeof openDashboard>[0] = {}) =>
  openDashboard({ server: shared, ...options, path: '/diagnostics' })
const card = (page: Page, name: string) => page.getByRole('region', { name })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('the self-test tells what each check found', async () => {
  const { page } = await open()
  await button(page, 'Run self-test').click()
  const checks = page.getByRole('list', { name: 'Checks of the self-test' })
  await checks.waitFor({ timeout: RUN_MS })
  for (const check of ['Persistence', 'Strategies', 'Classification', 'Circuit breaker']) {
    await checks.getByText(`${check}: passed`).waitFor()
  }
})

test('a chosen scenario is run, told in words and a table, and still there after a reload', async () => {
  const { page } = await open()
  await page.getByRole('checkbox', { name: 'Connection Failure' }).check()
  await button(page, 'Run chosen tests (1)').click()
  const tests = card(page, 'Test scenarios')
  await tests.getByText('The one test passed').waitFor({ timeout: RUN_MS })
  await page.reload()
  await tests.getByText('The one test passed').waitFor()
  await tests.getByRole('row', { name: 'Connection Failure' }).getByText('Passed').waitFor()
  expect(await tests.getByRole('table', { name: 'Tests by kind' }).getByRole('row').count()).toBe(2)
})

test('a short validation shows its figures and what follows from them', async () => {
  const { page } = await open()
  await page.getByRole('textbox', { name: 'Duration', exact: true }).fill('200 ms')
  await page.getByRole('textbox', { name: 'Operations at once' }).fill('2')
  await button(page, 'Run validation').click()
  const validation = card(page, 'Performance validation')
  // Whether it passed depends on the machine; one that is too busy is told so in the list too.
  await validation.getByText('recovery adds').first().waitFor({ timeout: RUN_MS })
  await validation.getByText('use a store in a file').waitFor()
})

test('a short benchmark shows its points; options out of range cannot be started', async () => {
  const { page } = await open()
  const iterations = page.getByRole('textbox', { name: 'Operations of each scenario' })
  await iterations.fill('20000')
  await page.getByText('Enter a whole number from 1 to 10,000.').waitFor()
  expect(await button(page, 'Run benchmark').isDisabled()).toBe(true)
  await iterations.fill('2')
  await page.getByRole('checkbox', { name: 'Timeout failures', exact: true }).uncheck()
  await page.getByRole('checkbox', { name: 'Resource failures', exact: true }).uncheck()
  await button(page, 'Run benchmark').click()
  const points = page.getByRole('table', { name: 'Points of each scenario' })
  await points.waitFor({ timeout: RUN_MS })
  expect(await points.getByRole('row').count()).toBe(2)
  await card(page, 'Benchmark').getByText('of 100 points').waitFor()
})

test('a run that somebody else started is shown with its progress, found again after a reload, and can be cancelled', async () => {
  const { page } = await open()
  await card(page, 'Benchmark').waitFor()
  // Goes on until it is cancelled.
  const client = new GraphqlClient({ url: shared.url })
  await client.mutate(StartBenchmark, { input: { iterations: 10_000, duration: '5m', wait: false } })
  const progress = page.getByRole('progressbar', { name: 'Progress of Benchmark' })
  await progress.waitFor()
  expect(await button(page, 'Run validation').isDisabled()).toBe(true)
  await card(page, 'Performance validation').getByText('Another run is under way').waitFor()
  await page.reload()
  await progress.waitFor()
  await card(page, 'Benchmark').getByText('Network failures').last().waitFor()
  await button(page, 'Cancel run').click()
  await page.getByText('Run cancelled').waitFor()
  await card(page, 'Benchmark').getByText('Cancelled after').waitFor()
  await eventually(() => button(page, 'Run validation').isEnabled()).toBe(true)
})

test('an error is classified in words', async () => {
  const { page } = await open()
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill('ECONNREFUSED')
  await button(page, 'Classify').click()
  await page.getByText('It would be retried').waitFor()
  await page.getByText('Decided by code ECONNREFUSED').waitFor()
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill('')
  await page.getByRole('textbox', { name: 'HTTP status' }).fill('9')
  await page.getByText('An HTTP status goes from 100 to 599.').waitFor()
  await page.getByRole('textbox', { name: 'HTTP status' }).fill('400')
  await button(page, 'Classify').click()
  await page.getByText('It would not be retried').waitFor()
})

test('whoever may not run something sees why', async () => {
  const server = await dashboardServer({ store: 'memory', env: TOKENS_ENV })
  const { page: viewer } = await open({ server, token: TOKENS.viewer })
  await viewer.getByText('This takes the role operator; yours is viewer.').waitFor()
  await card(viewer, 'Benchmark').getByText('This takes the role admin; yours is viewer.').waitFor()
  for (const name of ['Run self-test', 'Run all tests', 'Run validation', 'Run benchmark']) {
    expect(await button(viewer, name).isDisabled(), name).toBe(true)
  }
  await expectNoAxeViolations(viewer)
  const { page: operator } = await open({ server, token: TOKENS.operator })
  await eventually(() => button(operator, 'Run self-test').isEnabled()).toBe(true)
  expect(await button(operator, 'Run all tests').isDisabled()).toBe(true)
})

test.each(['light', 'dark'] as const)('axe finds nothing in %s, with reports, on a narrow screen', async (colorScheme) => {
  const { page } = await open({ colorScheme, viewport: { width: 360, height: 800 } })
  await button(page, 'Run self-test').click()
  await page.getByRole('list', { name: 'Checks of the self-test' }).waitFor({ timeout: RUN_MS })
  await expectNoAxeViolations(page)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
})
