import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { StartOperation } from '../../../../src/client/documents/controls.ts'
import { functionHref, operationHref } from '../../../../src/dashboard/hrefs.ts'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { openDashboard } from '../../../support/browser/open-dashboard.ts'
import type { Act } from '../../../support/browser/scripted-functions.ts'
import { sendWhenSeen } from '../../../support/browser/send-when-seen.ts'
import { FOLDER, HOSTILE } from './named-functions.ts'

const functions = fileURLToPath(new URL('./named-functions.ts', import.meta.url))
const server = dashboardServerOfFile({ store: 'memory', functions })
const TOKEN = 'a-token-that-may-only-look'
const INPUT = '{ "name": "Ada" }'

const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })

async function run(functionName: string, script: readonly Act[]): Promise<void> {
  await ask(server.url, StartOperation, { input: { functionName, input: { script } } })
}

function openGreet() {
  return openDashboard({ server, path: functionHref('greet') })
}

const startButton = (page: Page) => page.getByRole('button', { name: 'Start operation' })

test('functions are listed with their policies, and their counts and history are live', async () => {
  const { page } = await openDashboard({ server, path: '/functions' })
  const greet = rowOf(page, 'greet')
  await greet.getByText('Greets somebody.').waitFor()
  await greet
    .getByText(/^5 attempts · .* · 30s an attempt · 1h in all · 2 at once · budget 20 of 20 · circuit breaker$/)
    .waitFor()
  const row = rowOf(page, 'scripted_patient')
  await row.getByText('Nothing in 24 h').waitFor()
  await run('scripted_patient', [{ do: 'answer', result: 1 }])
  await run('scripted_patient', [{ do: 'fail', message: 'refused', status: 400 }])
  await row.getByText('50.0% of 2 succeeded').waitFor()
  await row.getByRole('link', { name: '2 operations of scripted_patient' }).waitFor()
  await run('scripted_patient', [{ do: 'wait', for: 'never' }])
  await row.getByRole('link', { name: '1 active operations of scripted_patient' }).waitFor()
})

test('what the system starts itself is marked, and nobody else can start it', async () => {
  const { page } = await openDashboard({ server, path: '/functions' })
  const row = rowOf(page, 'retention.sweep')
  await row.getByText('internal', { exact: true }).waitFor()
  expect(await row.getByRole('link', { name: /Start/ }).count()).toBe(0)
  await row.getByRole('link', { name: 'retention.sweep', exact: true }).click()
  await page.getByText('The system itself starts operations of this function').waitFor()
  expect(await startButton(page).count()).toBe(0)
})

test('a function is found by its name, and one of any name has a page', async () => {
  const { page } = await openDashboard({ server, path: '/functions' })
  await page.getByRole('searchbox', { name: 'Search functions' }).fill('<B>ODD')
  const rows = page.getByRole('heading', { level: 2 })
  await eventually(() => rows.count()).toBe(1)
  await rows.getByRole('link').click()
  const head = page.getByRole('heading', { level: 1 })
  await eventually(() => head.innerText()).toBe(HOSTILE)
  await startButton(page).waitFor()
  await page.goto(server.url + functionHref(FOLDER))
  await eventually(() => head.innerText()).toBe(FOLDER)
  await startButton(page).waitFor()
})

test('an unknown function says what to do', async () => {
  const { page } = await openDashboard({ server, path: functionHref('gone') })
  await page.getByText('This server knows no function of this name').waitFor()
  expect(await page.getByRole('link', { name: 'its operations' }).getAttribute('href')).toBe('/operations?function=gone')
})

test('an address that nobody can read leads nowhere, and says so', async () => {
  const { page } = await openDashboard({ server, path: '/functions/%' })
  await page.getByText('There is no page at this address').waitFor()
})

test('an input that does not fit the schema is told while it is typed and is not sent; an example fits', async () => {
  const { page } = await openGreet()
  const editor = page.getByLabel('Input', { exact: true })
  await editor.fill('{ "name": 5 }')
  await page.getByText('One problem:').first().waitFor()
  await startButton(page).click()
  await page.getByRole('alert').getByText('Mend the input first').waitFor()
  await eventually(() => editor.evaluate((area) => area === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: 'Fill in an example' }).click()
  await page.getByText('Valid: it fits the schema.').first().waitFor()
  await startButton(page).click()
  await page.waitForURL(/\/operations\/op_/)
  await page.getByText('Operation started').waitFor()
  await page.goBack()
  await eventually(() => editor.inputValue()).toBe('')
})

test('with the keyboard alone: from the list into the form, and Ctrl and Enter start it', async () => {
  const { page } = await openDashboard({ server, path: '/functions' })
  await rowOf(page, 'greet').getByRole('link', { name: 'Start … greet' }).press('Enter')
  const editor = page.getByLabel('Input', { exact: true })
  await eventually(() => editor.evaluate((area) => area === document.activeElement)).toBe(true)
  await page.keyboard.insertText(INPUT)
  await page.getByText('Valid: it fits the schema.').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/operations\/op_/)
})

test('whoever sends it at the very moment that it is found valid, does', async () => {
  const { page } = await openGreet()
  await page.getByLabel('Input', { exact: true }).focus()
  await sendWhenSeen(page, 'Valid: it fits the schema.')
  await page.keyboard.insertText(INPUT)
  await page.waitForURL(/\/operations\/op_/)
})

test('options out of their range are refused at their fields, by the page and by the server', async () => {
  const { page } = await openGreet()
  await page.getByLabel('Input', { exact: true }).fill(INPUT)
  await page.getByText('More options').click()
  const fields = { Priority: '500', Deadline: '5', Attempts: '0', Metadata: '[1]' }
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByText('Valid: it fits the schema.').first().waitFor()
  await startButton(page).click()
  for (const label of Object.keys(fields)) {
    await eventually(() => page.getByLabel(label, { exact: true }).getAttribute('aria-invalid')).toBe('true')
  }
  await eventually(() => page.getByLabel('Priority').evaluate((field) => field === document.activeElement)).toBe(true)
  const mended = { Priority: '5', Deadline: '2 h', Attempts: '3', Metadata: '{ "customer": "42" }', Id: 'evt_reserved' }
  for (const [label, text] of Object.entries(mended)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByLabel('Run at').fill('2100-01-01T10:00')
  await startButton(page).click()
  await page.getByText('The prefix of "evt_reserved" is reserved; use another id').waitFor()
  expect(await page.getByLabel('Id', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('Id', { exact: true }).fill('with-options')
  await startButton(page).click()
  await page.waitForURL(server.url + operationHref('with-options'))
})

test('the same id with the same input leads to the first operation, with another one it is refused with a link', async () => {
  const { page } = await openGreet()
  const again = async (input: string) => {
    await page.getByLabel('Input', { exact: true }).fill(input)
    await page.getByText('Valid: it fits the schema.').first().waitFor()
    await page.getByLabel('Id', { exact: true }).fill('the one/only')
    await startButton(page).click()
  }
  await page.getByText('More options').click()
  await again(INPUT)
  await page.getByText('Operation started').waitFor()
  await page.goBack()
  await page.getByText('More options').click()
  await again(INPUT)
  await page.getByText('It was there already').waitFor()
  await page.goBack()
  await page.getByText('More options').click()
  await again('{ "name": "Grace" }')
  await page.getByText('It was not started.').waitFor()
  await page.getByRole('link', { name: 'Show the operation that is there' }).click()
  await page.waitForURL(server.url + operationHref('the one/only'))
})

test('what was typed survives a reload, until it is cleared', async () => {
  const { page } = await openGreet()
  await page.getByText('More options').click()
  await page.getByLabel('Idempotency key').fill('kept')
  await page.getByLabel('Input', { exact: true }).fill('{ "na')
  await page.reload()
  await eventually(() => page.getByLabel('Idempotency key').inputValue()).toBe('kept')
  expect(await page.getByLabel('Input', { exact: true }).inputValue()).toBe('{ "na')
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.reload()
  await eventually(() => page.getByLabel('Input', { exact: true }).inputValue()).toBe('')
})

test('a start is copied as GraphQL that starts it, and as curl; one that is wrong is not', async () => {
  const { page } = await openGreet()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByLabel('Input', { exact: true }).fill('{')
  await page.getByRole('button', { name: 'Copy as GraphQL' }).click()
  await page.getByText('Could not copy the start as GraphQL').waitFor()
  await page.getByLabel('Input', { exact: true }).fill(INPUT)
  await page.getByText('Valid: it fits the schema.').first().waitFor()
  await page.getByRole('button', { name: 'Copy as GraphQL' }).click()
  await page.getByText('Copied the start as GraphQL').waitFor()
  const query = await page.evaluate(() => navigator.clipboard.readText())
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  expect(await response.json()).toMatchObject({ data: { startOperation: { deduplicated: false } } })
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await page.getByText('Copied the start as curl').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`curl -sS ${server.url}/graphql`)
})

test('the history and the latest operations of a function are live, and its policies are there in full', async () => {
  const { page } = await openDashboard({ server, path: functionHref('scripted') })
  await page.getByText('It has none yet').waitFor()
  await run('scripted', [{ do: 'answer', result: 1 }])
  await run('scripted', [{ do: 'fail', message: 'down <i>again</i>', times: 1 }])
  const recent = page.getByRole('region', { name: 'Recent operations' })
  await eventually(() => recent.getByText('Success').count()).toBe(2)
  const history = page.getByRole('region', { name: 'History' })
  await history.getByText('1 of them after a failure').waitFor()
  await page.getByLabel('How far the history reaches back').selectOption('Last hour')
  await history.getByText('100.0%').first().waitFor()
  expect(new URL(page.url()).search).toBe('?window=1h')
  await history.getByRole('button', { name: 'View as table: Throughput' }).click()
  await history.getByRole('table').waitFor()
  await page.getByRole('region', { name: 'Policies' }).getByText('2 retries after the first').waitFor()
})

test('who may only look is told so, and cannot start', async () => {
  const { page } = await openDashboard({
    env: { RECOVERY_TOKENS: `eyes:viewer:sha256-${createHash('sha256').update(TOKEN).digest('base64url')}` },
    store: 'memory',
    token: TOKEN,
    path: functionHref('scripted'),
  })
  await page.getByText('yours is viewer').waitFor()
  expect(await startButton(page).isDisabled()).toBe(true)
  expect(await startButton(page).getAttribute('aria-describedby')).toBe('start-viewer')
})

test.each(['light', 'dark'] as const)('axe finds nothing on both pages, in the %s theme', async (colorScheme) => {
  const { page } = await openDashboard({ server, path: '/functions', colorScheme })
  await rowOf(page, 'greet').waitFor()
  await expectNoAxeViolations(page)
  await rowOf(page, 'greet').getByRole('link', { name: 'greet', exact: true }).click()
  await page.getByText('More options').click()
  await page.getByLabel('Priority').fill('high')
  await startButton(page).click()
  await page.getByText('Enter a whole number from -100 to 100.').waitFor()
  await page.getByText('It has none yet').or(page.getByText('Attempt 1/5').first()).waitFor()
  await expectNoAxeViolations(page)
})

test.each(['/functions', functionHref('greet'), functionHref(HOSTILE)])('%s fits a narrow screen', async (path) => {
  const { page } = await openDashboard({ server, path, viewport: { width: 360, height: 640 } })
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})
