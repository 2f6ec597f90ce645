import { expect, test } from 'vitest'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { newTestVisitor } from '../../../support/browser/open-page.ts'
import { button, dialog, openOperation, openScripted, part, startScripted, state } from './opened-operation.ts'

const server = dashboardServerOfFile()
const FAILS = [{ do: 'fail', message: 'socket hang up', code: 'ECONNRESET' }] as const
const REFUSED = [{ do: 'fail', message: 'No such project', status: 400 }] as const

test('an operation that runs is paused and goes on, by the same button', async () => {
  const page = await openScripted(server, { id: 'pausing', script: [{ do: 'wait', for: 'pausing' }] })
  await state(page, 'In progress')
  await button(page, 'Pause').click()
  await state(page, 'Paused')
  await page.getByRole('status').getByText('Operation paused').waitFor()
  expect(await button(page, 'Resume').evaluate((element) => element === document.activeElement)).toBe(true)
  await button(page, 'Resume').press('Enter')
  await state(page, 'In progress')
  await server.release('pausing')
  await state(page, 'Success')
})

test('one that waits an hour is retried now', async () => {
  const script = [{ do: 'fail', message: 'socket hang up', code: 'ECONNRESET', times: 1 }] as const
  const page = await openScripted(server, { id: 'waiting', functionName: 'scripted_patient', script })
  await part(page, 'Now')
    .getByText(/Next attempt in (1h|59m)/)
    .waitFor()
  await button(page, 'Retry now').click()
  await state(page, 'Success')
  await part(page, 'Attempts').getByText('#2').waitFor()
})

test('cancelling asks first: it keeps running, or ends with the reason in its log', async () => {
  const page = await openScripted(server, { id: 'cancelling', script: [{ do: 'wait', for: 'never' }] })
  await button(page, 'Cancel operation …').click()
  await dialog(page, 'Cancel this operation?').getByRole('button', { name: 'Keep running' }).click()
  await state(page, 'In progress')
  await button(page, 'Cancel operation …').click()
  await page.getByLabel('Reason').fill('wrong file')
  await dialog(page, 'Cancel this operation?').getByRole('button', { name: 'Cancel operation' }).click()
  await state(page, 'Cancelled')
  // The button that had the focus is gone: the focus stays in its group.
  await eventually(() => page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Actions')
  await part(page, 'Event log').getByText('Data', { exact: true }).click()
  await part(page, 'Event log').getByText('wrong file').waitFor()
})

test('a forced retry says what it does and why force is needed', async () => {
  const page = await openScripted(server, { id: 'forcing', script: REFUSED })
  await state(page, 'Failed')
  await button(page, 'Force retry …').click()
  const asks = dialog(page, 'Force a retry?')
  await asks.getByText('a retry is not expected to mend').waitFor()
  await asks.getByText('Steps that are done stay done').waitFor()
  await asks.getByLabel('Attempts of the new round').fill('0')
  await asks.getByText('Enter a whole number from 1 to 1,001').waitFor()
  await asks.getByLabel('Attempts of the new round').fill('7')
  await asks.getByRole('button', { name: 'Force retry' }).click()
  await part(page, 'Now').getByText('Round 2').waitFor()
  await part(page, 'Now').getByText('Attempt 1/7').waitFor()
})

test('a cancelled operation says that a person cancelled it before it is forced on', async () => {
  const page = await openScripted(server, { id: 'regretted', runAt: '2100-01-01T00:00:00Z', script: [] })
  await button(page, 'Cancel operation …').click()
  await dialog(page, 'Cancel this operation?').getByRole('button', { name: 'Cancel operation' }).click()
  await button(page, 'Force retry …').click()
  await dialog(page, 'Force a retry?').getByText('A person cancelled this operation').waitFor()
  await dialog(page, 'Force a retry?').getByRole('button', { name: 'Force retry' }).click()
  await state(page, 'Success')
})

test('an exhausted operation is retried in a new round', async () => {
  const page = await openScripted(server, { id: 'exhausted', script: FAILS })
  await state(page, 'Exhausted')
  await button(page, 'Retry').click()
  await part(page, 'Now').getByText('6 attempts in all').waitFor()
})

test('an input is mended and the operation begins anew with it', async () => {
  const page = await openScripted(server, { id: 'mending', script: [{ do: 'step', name: 'first step' }, ...REFUSED] })
  await state(page, 'Failed')
  await part(page, 'Steps').getByText('first step').waitFor()
  await button(page, 'Retry with changed input …').click()
  const asks = dialog(page, 'Retry with changed input')
  await asks.getByText('steps that were done with the old input are run again').waitFor()
  expect(await asks.getByLabel('Input', { exact: true }).inputValue()).toContain('first step')
  await asks.getByLabel('Input', { exact: true }).fill('{ "script": ')
  await eventually(() => button(page, 'Retry with this input').isDisabled()).toBe(true)
  const script = [
    { do: 'step', name: 'other step' },
    { do: 'answer', result: 'mended' },
  ]
  await asks.getByLabel('Input', { exact: true }).fill(JSON.stringify({ script }))
  await button(page, 'Retry with this input').click()
  await state(page, 'Success')
  await part(page, 'Result').getByText('mended').waitFor()
  await part(page, 'Steps').getByText('other step').waitFor()
  await part(page, 'Steps').getByText('first step').waitFor({ state: 'detached' })
})

test('what the server refuses of a changed input is told where it was written', async () => {
  const page = await openScripted(server, { id: 'secretive', script: REFUSED })
  await button(page, 'Retry with changed input …').click()
  const asks = dialog(page, 'Retry with changed input')
  await asks.getByLabel('Input', { exact: true }).fill('{ "script": [], "password": "[redacted]" }')
  await asks.getByText('write them in, or this input is refused').waitFor()
  await button(page, 'Retry with this input').click()
  await asks.getByText('It was not retried').waitFor()
  expect(await asks.getByLabel('Input', { exact: true }).inputValue()).toContain('password')
})

test('an ended operation is deleted after a question, and the list is shown', async () => {
  const page = await openScripted(server, { id: 'deleted', script: [] }, { allow: [/404/] })
  await button(page, 'Delete …').click()
  await dialog(page, 'Delete this operation?').getByRole('button', { name: 'Delete operation' }).click()
  await page.waitForURL(`${server.url}/operations`)
  await page.getByRole('status').getByText('Operation deleted').waitFor()
})

test('while its circuit breaker is open a retry is refused with what to do', async () => {
  await startScripted(server, { id: 'opener', functionName: 'scripted_guarded', script: FAILS })
  const page = await openOperation(server, 'opener')
  await part(page, 'Now').getByText('Held back by its circuit breaker, which is open').waitFor()
  await part(page, 'Now').getByRole('link', { name: 'scripted_guarded' }).waitFor()
  await button(page, 'Retry now').click()
  await page
    .getByRole('alert')
    .getByText(/circuit breaker .* is open; try again in .* or reset it/)
    .waitFor()
})

test('keys do the same as the buttons', async () => {
  const page = await openScripted(server, { id: 'keys', script: [{ do: 'wait', for: 'never' }] })
  await state(page, 'In progress')
  await page.keyboard.press('p')
  await state(page, 'Paused')
  await page.keyboard.press('p')
  await state(page, 'In progress')
  await page.keyboard.press('c')
  await dialog(page, 'Cancel this operation?').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await dialog(page, 'Cancel this operation?').waitFor()
  await page.keyboard.press('Enter')
  await state(page, 'Cancelled')
  await page.keyboard.press('r')
  await dialog(page, 'Force a retry?').waitFor()
})

test('what one person does is seen by another at once', async () => {
  await startScripted(server, { id: 'shared', script: [{ do: 'wait', for: 'never' }] })
  const visitor = await newTestVisitor()
  const [mine, yours] = await Promise.all([openOperation(server, 'shared'), openOperation(server, 'shared', { visitor })])
  await button(mine, 'Pause').click()
  await state(yours, 'Paused')
  await button(yours, 'Resume').click()
  await state(mine, 'In progress')
})
