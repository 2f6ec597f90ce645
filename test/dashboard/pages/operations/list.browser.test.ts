import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { DeleteOperations } from '../../../../src/client/documents/bulk.ts'
import { CancelOperation, PauseOperation, ResumeOperation } from '../../../../src/client/documents/controls.ts'
import { dashboardServer } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { newTestVisitor, openPage } from '../../../support/browser/open-page.ts'
import { SERVER_GONE } from '../../../support/browser/page-faults.ts'
import { seedMany } from '../../../support/browser/seed.ts'
import { button, openOperations, row, says, shownIds, start } from './opened-operations.ts'

const HANG_UP = { do: 'fail', message: 'socket hang up', code: 'ECONNRESET' } as const
const GIGABYTE = 1024 ** 3

/** Whether nothing of a text is cut off by the line that it stands in. */
function isWhole(text: Locator): Promise<boolean> {
  return text.evaluate((part) => {
    const [own, line] = [part, part.parentElement as Element].map((one) => one.getBoundingClientRect())
    return own !== undefined && line !== undefined && own.bottom <= line.bottom + 1 && own.right <= line.right + 1
  })
}

test('a row follows its operation through every state as it happens', async () => {
  const server = await dashboardServer()
  const page = await openOperations(server)
  await page.getByText('There are no operations yet').waitFor()
  const report = { current: 1.5 * GIGABYTE, total: 3 * GIGABYTE, unit: 'bytes', rate: GIGABYTE / 1024, fraction: 0.5 }
  const runAt = new Date(Date.UTC(2100, 0, 1)).toISOString()
  await start(server, { id: 'later', runAt })
  await says(page, 'later', 'Pending')
  await start(server, {
    id: 'lives',
    script: [
      { do: 'progress', report },
      { do: 'wait', for: 'lives' },
    ],
  })
  await says(page, 'lives', 'In progress')
  await says(page, 'lives', 'Attempt 1/3')
  const texts = ['50.0%', '1.50 GB / 3.00 GB', '1.00 MB/s', '25m 36s left']
  for (const text of texts) await says(page, 'lives', text)
  await page.setViewportSize({ width: 360, height: 740 })
  for (const text of texts) await eventually(() => isWhole(row(page, 'lives').getByText(text, { exact: true }))).toBe(true)
  await page.setViewportSize({ width: 1280, height: 800 })
  await ask(server.url, PauseOperation, { input: { id: 'lives' } })
  await says(page, 'lives', 'Paused')
  await ask(server.url, ResumeOperation, { input: { id: 'lives' } })
  await says(page, 'lives', 'In progress')
  await server.release('lives')
  await says(page, 'lives', 'Success')
  await start(server, { id: 'waits', functionName: 'scripted_patient', script: [HANG_UP] })
  await says(page, 'waits', 'Recovering')
  await says(page, 'waits', /^in (1h|59m)/)
  await says(page, 'waits', 'socket hang up')
  await ask(server.url, CancelOperation, { input: { id: 'waits' } })
  await says(page, 'waits', 'Cancelled')
  await start(server, { id: 'fails', script: [{ do: 'fail', message: 'No such project', status: 400 }] })
  await says(page, 'fails', 'Failed')
  await start(server, { id: 'exhausts', script: [HANG_UP] })
  await says(page, 'exhausts', 'Exhausted')
  await says(page, 'exhausts', 'Attempt 3/3')
  expect(await shownIds(page)).toEqual(['exhausts', 'fails', 'waits', 'lives', 'later'])
  await page.getByText('5 operations').waitFor()
})

test('one that waits an hour is retried now from its row, and another page sees it too', async () => {
  const server = await dashboardServer()
  await start(server, { id: 'patient', functionName: 'scripted_patient', script: [{ ...HANG_UP, times: 1 }] })
  const visitor = await newTestVisitor()
  const page = await openOperations(server, '', { visitor })
  const other = await openOperations(server, '', { visitor })
  await says(other, 'patient', 'Recovering')
  await button(page, 'Retry now: patient').click()
  await page.getByText('patient is attempted now').waitFor()
  await says(page, 'patient', 'Success')
  await says(other, 'patient', 'Success')
  // The button that had the focus is gone, and the keys still lead somewhere.
  await eventually(() => page.evaluate("document.activeElement.getAttribute('role')")).toBe('grid')
})

test('a new operation moves no row of whoever has scrolled, and comes when it is asked for', async () => {
  const server = await dashboardServer({ seed: (store) => seedMany(store, 200) })
  const page = await openOperations(server)
  await eventually(() => shownIds(page).then(({ length }) => length)).toBeGreaterThan(10)
  for (const _ of [1, 2, 3]) await page.getByRole('grid').press('PageDown')
  const place = async () => (await row(page, 'op-184').boundingBox())?.y
  await eventually(place).toBeLessThan(780)
  const before = await place()
  await start(server, { id: 'new-one' })
  await button(page, '1 new – show').waitFor()
  expect(await place()).toBe(before)
  await button(page, '1 new – show').click()
  await says(page, 'new-one', 'Success')
  await eventually(async () => (await shownIds(page))[0]).toBe('new-one')
})

test('a row that no longer matches stays where it is until the list is read again; a deleted one goes', async () => {
  const server = await dashboardServer()
  const script = [HANG_UP]
  for (const id of ['a', 'b', 'c']) await start(server, { id, functionName: 'scripted_patient', script })
  const page = await openOperations(server, '?state=RECOVERING')
  for (const id of ['a', 'b', 'c']) await says(page, id, 'Recovering')
  await ask(server.url, CancelOperation, { input: { id: 'b' } })
  await says(page, 'b', 'no longer matches')
  await page.getByText('2 operations').waitFor()
  expect(await shownIds(page)).toEqual(['c', 'b', 'a'])
  await button(page, 'Refresh').click()
  await eventually(() => shownIds(page)).toEqual(['c', 'a'])
  await ask(server.url, CancelOperation, { input: { id: 'a' } })
  await says(page, 'a', 'no longer matches')
  await ask(server.url, DeleteOperations, { input: { filter: { ids: ['a', 'b'] } } })
  await row(page, 'a').waitFor({ state: 'detached' })
  expect(await shownIds(page)).toEqual(['c'])
})

test('a page that was open while its server was killed goes on with what happened since', async () => {
  const server = await dashboardServer()
  await start(server, { id: 'survives', script: [{ do: 'wait', for: 'survives' }] })
  const page = await openOperations(server, '', { allow: [SERVER_GONE] })
  await says(page, 'survives', 'In progress')
  await server.kill()
  await page.getByText('Connection lost').waitFor()
  await server.start()
  await start(server, { id: 'since' })
  await page.getByText('Connected again').waitFor()
  await says(page, 'since', 'Success')
  await server.release('survives')
  await says(page, 'survives', 'Success')
})

test('a page that cannot be read is told once, and read when the person says so', async () => {
  const server = await dashboardServer({ seed: (store) => seedMany(store, 300) })
  const page = await openPage({ url: `${server.url}/`, allow: [/status of 503/] })
  let failures = 0
  await page.route('**/graphql', async (route) => {
    const { variables = {} } = route.request().postDataJSON() as { variables?: { after?: string | null } }
    if (variables.after == null) return route.fallback()
    failures++
    return route.fulfill({ status: 503, contentType: 'application/json', json: refusal('STORE_UNAVAILABLE') })
  })
  await page.getByRole('link', { name: 'Operations', exact: true }).click()
  await page.getByText('300 operations').waitFor()
  await page.getByRole('grid').press('End')
  await page.getByText('The operations could not be read').waitFor()
  await eventually(() => page.getByRole('row').last().getAttribute('aria-rowindex')).toBe('101')
  await start(server, { id: 'meanwhile' })
  await button(page, '1 new – show').waitFor()
  expect(failures).toBe(1)
  await page.unroute('**/graphql')
  await button(page, 'Try again').click()
  await page.getByText('the first 200 are listed').waitFor()
  await page.getByText('The operations could not be read').waitFor({ state: 'detached' })
})

test('where the server has lost the place of the next page, the list is read anew without a word', async () => {
  const server = await dashboardServer({ seed: (store) => seedMany(store, 300) })
  const page = await openPage({ url: `${server.url}/` })
  let refused = 0
  await page.route('**/graphql', async (route) => {
    const { variables = {} } = route.request().postDataJSON() as { variables?: { after?: string | null } }
    if (variables.after == null || refused > 0) return route.fallback()
    refused++
    return route.fulfill({ contentType: 'application/json', json: refusal('CURSOR_EXPIRED') })
  })
  await page.getByRole('link', { name: 'Operations', exact: true }).click()
  await page.getByText('300 operations').waitFor()
  await page.getByRole('grid').press('End')
  await row(page, 'op-0').waitFor()
  expect([refused, await page.getByText('could not be read').count()]).toEqual([1, 0])
})

function refusal(code: string) {
  return { errors: [{ message: 'Not now', extensions: { code } }] }
}
