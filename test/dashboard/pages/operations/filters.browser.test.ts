import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { button, openOperations, shownIds, start, toggleMenu } from './opened-operations.ts'

const server = dashboardServerOfFile()
const fails = (message: string, code: string) => [{ do: 'fail', message, code }] as const

beforeAll(async () => {
  await start(server, { id: 'one', metadata: { team: 'blue' }, priority: 1 })
  await start(server, { id: 'two', metadata: { team: 'red', tries: 3 }, priority: 5 })
  await start(server, { id: 'three', functionName: 'scripted_patient', script: fails('socket hang up', 'ECONNRESET') })
  await start(server, { id: 'four', script: fails('disk full', 'ENOSPC'), priority: 3 })
})

/** What of the address comes behind the `?`. */
const query = (page: Page) => new URL(page.url()).search

async function topOf(control: Locator): Promise<number | undefined> {
  return (await control.boundingBox())?.y
}

test('states, functions, kinds of error and metadata narrow the list, which its address and the way back know', async () => {
  const page = await openOperations(server)
  await eventually(() => shownIds(page)).toEqual(['four', 'three', 'two', 'one'])
  await button(page, 'Success').click()
  await eventually(() => shownIds(page)).toEqual(['two', 'one'])
  expect(query(page)).toBe('?state=SUCCESS')
  await toggleMenu(page, 'Metadata')
  await page.getByLabel('Has this key and value').fill('team')
  await button(page, 'Add').click()
  await page.getByText('Write a key, a colon and a value').waitFor()
  await page.getByLabel('Has this key and value').fill('team: red')
  await button(page, 'Add').click()
  await eventually(() => shownIds(page)).toEqual(['two'])
  expect(query(page)).toBe('?state=SUCCESS&meta=team%3Ared')
  await page.goBack()
  await eventually(() => shownIds(page)).toEqual(['two', 'one'])
  await page.keyboard.press('Escape')
  await button(page, 'Clear filters').click()
  await toggleMenu(page, 'Function')
  await page.getByLabel('scripted_patient').check()
  await eventually(() => shownIds(page)).toEqual(['three'])
  await page.keyboard.press('Escape')
  await page.getByLabel('scripted_patient').waitFor({ state: 'hidden' })
  await page.goBack()
  await toggleMenu(page, 'Error')
  await page.getByLabel('Resource').check()
  await eventually(() => shownIds(page)).toEqual(['four'])
  await page.reload()
  await eventually(() => shownIds(page)).toEqual(['four'])
})

test('a search waits until it is typed, and is one step of the way back', async () => {
  const page = await openOperations(server)
  await eventually(() => shownIds(page)).toHaveLength(4)
  await page.getByRole('heading', { name: 'Operations', level: 1 }).press('/')
  await page.keyboard.type('HANG')
  await eventually(() => shownIds(page)).toEqual(['three'])
  await page.keyboard.type(' DOWN')
  await page.getByText('No operation matches').waitFor()
  expect(query(page)).toBe('?q=HANG+DOWN')
  expect(await page.evaluate('document.activeElement.type')).toBe('search')
  await page.goBack()
  await eventually(() => shownIds(page)).toHaveLength(4)
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
})

test('the list is turned round and ordered otherwise', async () => {
  const page = await openOperations(server)
  await page.getByLabel('Order').selectOption('Highest priority first')
  await eventually(() => shownIds(page)).toEqual(['two', 'four', 'one', 'three'])
  await page.getByLabel('Order').selectOption('Oldest first')
  await eventually(() => shownIds(page)).toEqual(['one', 'two', 'three', 'four'])
  expect(query(page)).toBe('?sort=created')
})

test('times narrow the list: lately, or between two instants', async () => {
  const page = await openOperations(server, '?from=2100-01-01T00:00:00Z')
  await page.getByText('No operation matches').waitFor()
  await toggleMenu(page, 'Time')
  expect(await page.getByLabel('Later than').inputValue()).toMatch(/^2100-01-01T00:00/)
  await page.getByLabel('Later than').fill('2000-01-01T00:00:00')
  await eventually(() => shownIds(page)).toHaveLength(4)
  await button(page, 'Last hour').click()
  await page.getByLabel('Of').selectOption('its last change')
  await eventually(() => query(page)).toBe('?time=updated&last=1h')
  await eventually(() => shownIds(page)).toHaveLength(4)
})

test('what an address says that means nothing is told, and the rest of it holds', async () => {
  const page = await openOperations(server, '?state=DONE&state=success&sort=size')
  await page.getByText('state=DONE').waitFor()
  await eventually(() => shownIds(page)).toEqual(['two', 'one'])
  await button(page, 'Mend the address').click()
  await eventually(() => query(page)).toBe('?state=SUCCESS')
  await page.getByText('state=DONE').waitFor({ state: 'detached' })
})

test('where nothing matches, the filters are cleared with one button; what recovers then is listed by its history', async () => {
  const page = await openOperations(server, '?history=recovered')
  await page.getByText('No operation matches').waitFor()
  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Clear filters' }).click()
  await eventually(() => shownIds(page)).toHaveLength(4)
  await toggleMenu(page, 'History')
  await page.getByRole('radio', { name: /^Failed attempts/ }).check()
  await eventually(() => shownIds(page)).toEqual(['four', 'three'])
  expect(await topOf(page.getByLabel('Order'))).toBe(await topOf(page.getByRole('searchbox', { name: 'Search' })))
  await page.getByRole('radio', { name: /^Recovered/ }).check()
  await page.getByText('No operation matches').waitFor()
  await start(server, { id: 'five', script: [{ do: 'fail', message: 'Not yet', times: 1 }] })
  await eventually(() => shownIds(page)).toEqual(['five'])
  expect(query(page)).toBe('?history=recovered')
  await page.getByRole('radio', { name: 'Any' }).check()
  await eventually(() => shownIds(page)).toHaveLength(5)
})
