import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { plainlyWritten } from '../../../../src/dashboard/text/unseen.ts'
import { expectNoAxeViolations } from '../../../support/browser/axe.ts'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { newTestVisitor } from '../../../support/browser/open-page.ts'
import { button, dialog, openOperation, openScripted, part, startScripted, state } from './opened-operation.ts'

const server = dashboardServerOfFile()
const HOSTILE = '<img src=x onerror="document.title=1">\u202egnp.exe\u0000 "\'`$(rm)'
const MANY = [
  { do: 'step', name: 'fetch', output: { rows: 1 } },
  { do: 'fail', message: 'socket hang up', code: 'ECONNRESET', times: 1 },
  { do: 'answer', result: { files: [1, 2] } },
] as const

const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth')

test.each(['light', 'dark'] as const)('axe finds nothing on the page and in its dialogs (%s)', async (colorScheme) => {
  const script = [
    { do: 'step', name: 'fetch', output: [1] },
    { do: 'fail', message: 'No such project', status: 400 },
  ] as const
  const page = await openScripted(server, { id: `axe-${colorScheme}`, script, metadata: { team: 'blue' } }, { colorScheme })
  await state(page, 'Failed')
  await part(page, 'Attempts').getByText('Validation').click()
  await part(page, 'Why it ended').getByText('Technical details').click()
  await expectNoAxeViolations(page)
  for (const [opener, title] of [
    ['Force retry …', 'Force a retry?'],
    ['Retry with changed input …', 'Retry with changed input'],
    ['Delete …', 'Delete this operation?'],
  ] as const) {
    await button(page, opener).click()
    await dialog(page, title).waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  const running = await openScripted(
    server,
    { id: `axe-run-${colorScheme}`, script: [{ do: 'wait', for: 'never' }] },
    { colorScheme },
  )
  await button(running, 'Cancel operation …').click()
  await expectNoAxeViolations(running)
})

test('nothing is wider than a narrow screen', async () => {
  await startScripted(server, { id: 'narrow', script: MANY, metadata: { team: 'blue' }, idempotencyKey: 'k'.repeat(200) })
  const page = await openOperation(server, 'narrow', { viewport: { width: 360, height: 700 } })
  await state(page, 'Success')
  expect(await fits(page)).toBe(true)
})

test('hostile names, errors, input and metadata are shown as text and break nothing', async () => {
  const id = `${HOSTILE.replace('\u0000', '')}/../%2F?#`.slice(0, 255)
  const message = `${HOSTILE}\n${'W'.repeat(100_000)}`
  const script = [
    { do: 'step', name: HOSTILE, output: HOSTILE },
    { do: 'fail', message, status: 400 },
  ] as const
  await startScripted(server, { id, script, metadata: { [HOSTILE]: HOSTILE } })
  for (const width of [1280, 360]) {
    const page = await openOperation(server, id, { viewport: { width, height: 800 } })
    await state(page, 'Failed')
    await part(page, 'Why it ended').getByText('<img src=x').waitFor()
    await part(page, 'Details').getByText(plainlyWritten(id)).waitFor()
    await part(page, 'Metadata').getByText('<img src=x').first().waitFor()
    await part(page, 'Why it ended')
      .getByRole('button', { name: /Show all [0-9,]+ characters/ })
      .click()
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.title()).toContain('Recoverable')
    expect(await fits(page)).toBe(true)
  }
})

test('ids that an address takes for folders have pages too', async () => {
  const { operationHref } = await import('../../../../src/dashboard/hrefs.ts')
  await startScripted(server, { id: '..', script: [] })
  const page = await openOperation(server, 'elsewhere')
  await page.goto(server.url + operationHref('..'))
  await state(page, 'Success')
})

test('what is copied starts another operation and reads this one', async () => {
  const visitor = await newTestVisitor()
  await visitor.grantPermissions(['clipboard-read', 'clipboard-write'])
  await startScripted(server, { id: "it's", script: MANY })
  const page = await openOperation(server, "it's", { visitor })
  const copied = async (group: string, name: string) => {
    await page.getByRole('group', { name: group }).getByRole('button', { name }).click()
    await page.getByRole('status').getByText('Copied').first().waitFor()
    return (await page.evaluate('navigator.clipboard.readText()')) as string
  }
  const ask = async (query: string) => {
    const body = JSON.stringify({ query })
    return (
      await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    ).json()
  }
  expect(await ask(await copied('Read this operation', 'Copy as GraphQL'))).toMatchObject({ data: { operation: { id: "it's" } } })
  const started = await ask(await copied('Start another one like it', 'Copy as GraphQL'))
  expect(started).toMatchObject({ data: { startOperation: { operation: { state: 'PENDING' } } } })
  await eventually(() => copied('Read this operation', 'Copy as curl')).toMatch(/^curl -sS http/)
  await page.getByRole('button', { name: 'Copy id' }).click()
  await eventually(() => page.evaluate('navigator.clipboard.readText()')).toBe("it's")
})
