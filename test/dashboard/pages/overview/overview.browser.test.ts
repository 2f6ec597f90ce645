import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { TripCircuitBreaker } from '../../../../src/client/documents/circuit-breakers.ts'
import { StartOperation } from '../../../../src/client/documents/controls.ts'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { openDashboard } from '../../../support/browser/open-dashboard.ts'
import { WAIT_MS } from '../../../support/browser/open-page.ts'
import { SERVER_GONE } from '../../../support/browser/page-faults.ts'
import type { Act } from '../../../support/browser/scripted-functions.ts'
import { seed, seedOfEachState } from '../../../support/browser/seed.ts'
import { TOKENS, TOKENS_ENV } from '../../../support/browser/tokens.ts'

const _POLL = { timeout: WAIT_MS }
const FIVE_MINUTES = 300_000

async function start(url: string, functionName: string, ...script: readonly Act[]): Promise<void> {
  await ask(url, StartOperation, { input: { functionName, input: { script } } })
}

function figure(page: Page, label: string, value: string) {
  return page.getByRole('main').getByRole('link', { name: `${label} ${value} ` })
}

function card(page: Page, name: string) {
  return page.getByRole('region', { name })
}

function sumOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Number(text), 0)
}

/** How much wider the page is than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

test('the figures are those of the store, lead to what they count, and follow what happens', async () => {
  const { page, server } = await openDashboard({ seed: seedOfEachState })
  for (const [label, value, href] of [
    ['Active operations', '3', '/operations?state=PENDING&state=IN_PROGRESS&state=RECOVERING&state=PAUSED'],
    ['Failed', '1', '/operations?state=FAILED'],
    ['Exhausted', '1', '/operations?state=EXHAUSTED'],
    ['Total operations', '7', '/operations'],
    ['Recovered', '0', '/operations?history=recovered'],
    ['Success rate', '0.0%', '/operations?state=SUCCESS&state=FAILED&state=EXHAUSTED&history=failed-attempts'],
    ['Avg. recovery time', '–', '/operations?history=recovered'],
    ['Retry attempts', '2', '/operations?history=failed-attempts'],
    ['Breaker trips', '0', '/circuit-breakers'],
  ] as const) {
    expect(await figure(page, label, value).getAttribute('href')).toBe(href)
  }
  await start(server.url, 'scripted', { do: 'fail', message: 'Not yet', times: 1 })
  await figure(page, 'Total operations', '8').waitFor()
  await figure(page, 'Recovered', '1').waitFor()
  await figure(page, 'Success rate', '33.3%').waitFor()
  await page.getByRole('link', { name: /^Recovered 1 1 in 1h/ }).waitFor()
  await start(server.url, 'scripted', { do: 'fail', message: 'Refused', status: 400 })
  await page.getByRole('link', { name: /^Failed 2 .*; 2 in 1h$/ }).waitFor()
  await page.getByRole('link', { name: /^Exhausted 1 .*; 1 in 1h$/ }).waitFor()
})

test('while there is no operation the page says what to do first; the first one brings the figures', async () => {
  const { page, server } = await openDashboard({ store: 'memory' })
  await page.getByRole('heading', { name: 'Welcome. There are no operations yet.' }).waitFor()
  expect(await page.getByRole('link', { name: 'Choose a function' }).getAttribute('href')).toBe('/functions')
  await start(server.url, 'scripted')
  await figure(page, 'Total operations', '1').waitFor()
  await card(page, 'Needs attention now').getByText('Nothing needs attention.').waitFor()
  await card(page, 'Running now').getByText('Nothing runs now.').waitFor()
})

test('GraphiQL is opened from the welcome, though it is no page of the dashboard', async () => {
  const { page } = await openDashboard({ store: 'memory' })
  await page.getByRole('link', { name: 'Open GraphiQL' }).click()
  await page.waitForURL('**/graphql')
  await page.getByRole('button', { name: /^Execute query/ }).waitFor()
})

test('failed operations are shown by error, and retried together once that was confirmed', async () => {
  const exhausted = ['a', 'b', 'c'].map((id) => ({ id, state: 'exhausted' }) as const)
  const { page } = await openDashboard({ seed: (store) => seed(store, [...exhausted, { id: 'd', state: 'failed' }]) })
  const attention = card(page, 'Needs attention now')
  await attention.getByText('2 things').waitFor()
  const group = attention.getByRole('listitem').filter({ hasText: 'connect ECONNREFUSED' })
  await group.getByText('3 operations').waitFor()
  expect(await group.getByRole('link', { name: /^Show/ }).getAttribute('href')).toMatch(
    /^\/operations\?state=EXHAUSTED&function=scripted&category=NETWORK/,
  )
  await group.getByRole('button', { name: /^Retry all/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click()
  await group.getByRole('button', { name: /^Retry all/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retry' }).click()
  await page.getByText('3 operations retried').waitFor()
  await group.waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Needs attention now')
  await figure(page, 'Exhausted', '0').waitFor()
  await attention.getByRole('button', { name: /^Force retry all: HTTP 404/ }).click()
  await page.getByRole('dialog').getByText('mend its cause first').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Force retry' }).click()
  await attention.getByText('Nothing needs attention.').waitFor()
})

test('a circuit breaker that somebody forced open is shown, and reset once that was confirmed', async () => {
  const { page, server } = await openDashboard({ seed: (store) => seed(store, [{ id: 'a', state: 'success' }]) })
  const attention = card(page, 'Needs attention now')
  await attention.getByText('Nothing needs attention.').waitFor()
  await ask(server.url, TripCircuitBreaker, { input: { scope: 'scripted_guarded', duration: '1h' } })
  await attention.getByText('forced by a person; by itself closed').waitFor()
  await attention.getByText(/half-open in (59|1h)/).waitFor()
  expect(await attention.getByRole('link').getAttribute('href')).toBe('/circuit-breakers?q=scripted_guarded')
  await attention.getByRole('button', { name: 'Reset the circuit breaker scripted_guarded' }).click()
  await page.getByRole('dialog').getByText('A person forces it; by itself it is closed.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click()
  await page.getByText('Circuit breaker reset').waitFor()
  await attention.getByText('Nothing needs attention.').waitFor()
})

test('who may only look is shown what needs attention, and offered nothing to do', async () => {
  const { page } = await openDashboard({ seed: seedOfEachState, env: TOKENS_ENV, token: TOKENS.viewer })
  await card(page, 'Needs attention now').getByText('HTTP 404').waitFor()
  expect(await page.getByRole('button', { name: /etry all/ }).count()).toBe(0)
})

test('an operation that does not get on is shown with the reason', async () => {
  const lost = { id: 'op-lost', functionName: 'gone', state: 'pending', runAt: null } as const
  const { page } = await openDashboard({ seed: (store) => seed(store, [lost], Date.now() - FIVE_MINUTES) })
  const stuck = card(page, 'Needs attention now').getByRole('listitem')
  await stuck.getByText(/registered/).waitFor()
  expect(await stuck.getByRole('link').getAttribute('href')).toBe('/operations/op-lost')
})

test('what runs is followed live, with its progress, to its end', async () => {
  const { page, server } = await openDashboard({ seed: (store) => seed(store, [{ id: 'a', state: 'success' }]) })
  const running = card(page, 'Running now')
  await running.getByText('Nothing runs now.').waitFor()
  const report = { current: 1, total: 4, unit: 'files', message: 'Copying' }
  await start(
    server.url,
    'scripted',
    { do: 'progress', report },
    { do: 'wait', for: 'count' },
    { do: 'count', total: 1_000_000, unit: 'rows', until: 'go' },
  )
  await running.getByText('1 / 4 files').waitFor()
  await running.getByRole('progressbar', { name: 'Progress of scripted' }).waitFor()
  await running.getByText('Attempt 1/3').waitFor()
  await start(server.url, 'scripted_patient', { do: 'fail', message: 'Not now' })
  const waiting = running.getByRole('listitem').filter({ hasText: 'scripted_patient' })
  await waiting.getByText('Recovering').waitFor()
  await waiting.getByText(/next in \d+m/).waitFor()
  await server.release('count')
  // It only counts: how fast, and how long it takes, follows from that.
  for (const text of [/^[\d,]+ \/ 1,000,000 rows$/, /^[\d.]+ rows\/(s|min)$/, /^\d+[hmd][\w ]* left$/])
    await running.getByText(text).waitFor()
  await server.release('go')
  await running.getByText(/rows/).first().waitFor({ state: 'detached' })
})

test('the charts are of the chosen time, which the address keeps, and can be read as tables', async () => {
  const { page, server } = await openDashboard({ seed: seedOfEachState, path: '/?window=24h' })
  await page.getByRole('heading', { name: 'In the last 24 hours', exact: true }).waitFor()
  await page.getByRole('radio', { name: '6h' }).check()
  await page.getByRole('heading', { name: 'In the last 6 hours', exact: true }).waitFor()
  expect(page.url()).toBe(`${server.url}/?window=6h`)
  await page.reload()
  expect(await page.getByRole('radio', { name: '6h' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'View as table: Throughput' }).click()
  const rows = page.getByRole('table', { name: 'Throughput' }).getByRole('row')
  await eventually(() => rows.count()).toBe(1 + 73)
  const sum = async (column: number) => sumOf(await rows.locator(`td:nth-of-type(${column})`).allTextContents())
  const created = () => sum(1)
  expect(await created()).toBe(7)
  const heads = await rows.getByRole('columnheader').allTextContents()
  expect(heads).toEqual(['Time', 'Created', 'Succeeded', 'Failed', 'Exhausted'])
  expect([await sum(3), await sum(4)]).toEqual([1, 1])
  await start(server.url, 'scripted')
  await eventually(created).toBe(8)
})

test('after a restart the numbers go on where they were', async () => {
  const { page, server } = await openDashboard({ seed: seedOfEachState, allow: [SERVER_GONE] })
  await figure(page, 'Total operations', '7').waitFor()
  await server.restart()
  await start(server.url, 'scripted')
  await figure(page, 'Total operations', '8').waitFor()
})

test('after a restart that lost the store no number of the former one is kept', async () => {
  const { page, server } = await openDashboard({ store: 'memory', allow: [SERVER_GONE] })
  await start(server.url, 'scripted_patient', { do: 'fail', message: 'Not now' })
  await figure(page, 'Total operations', '1').waitFor()
  await server.restart()
  await page.getByRole('heading', { name: 'Welcome. There are no operations yet.' }).waitFor()
})

test('texts of others are shown as text, and break nothing on a narrow screen', async () => {
  const { page, server } = await openDashboard({ store: 'memory', viewport: { width: 360, height: 700 } })
  const message = `<img src=x onerror=alert(1)>\u202e${'verylong'.repeat(12_500)}`
  await start(server.url, 'scripted', { do: 'fail', message, status: 400 })
  await start(server.url, 'scripted_patient', { do: 'progress', report: { message } }, { do: 'fail', message })
  await card(page, 'Needs attention now').getByText('<img src=x').waitFor()
  await card(page, 'Running now').getByText('Recovering').waitFor()
  expect(await page.getByRole('main').locator('img').count()).toBe(0)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await expectNoAxeViolations(page)
})

test('nothing on it is hard to read or to reach, light or dark', async () => {
  const { page, server } = await openDashboard({ seed: seedOfEachState })
  await ask(server.url, TripCircuitBreaker, { input: { scope: 'scripted_guarded', duration: '1h' } })
  await start(server.url, 'scripted', { do: 'progress', report: { fraction: 0.5 } }, { do: 'wait', for: 'nothing' })
  await card(page, 'Needs attention now').getByText('forced by a person').waitFor()
  await card(page, 'Running now').getByRole('progressbar').waitFor()
  await page.getByRole('img', { name: 'Throughput' }).waitFor()
  await expectNoAxeViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoAxeViolations(page)
})
