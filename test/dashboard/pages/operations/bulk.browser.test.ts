import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createClient } from '../../../../src/client/client.ts'
import { hashToken } from '../../../../src/server/auth/tokens.ts'
import { dashboardServer, dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { seed, seedOfEachState } from '../../../support/browser/seed.ts'
import { button, openOperations, row, says, select, shownIds, start } from './opened-operations.ts'

const server = dashboardServerOfFile()
const TOKEN = 'a-token-that-is-long-enough'
const HANG_UP = { do: 'fail', message: 'socket hang up', code: 'ECONNRESET' } as const

/** Presses a button of the selection and says yes. */
async function doToSelection(page: Page, action: string, yes: string): Promise<void> {
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: action, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click()
}

async function startThree(prefix: string, functionName: string, script: Parameters<typeof start>[1]['script'] = []) {
  const ids = [`${prefix}-1`, `${prefix}-2`, `${prefix}-3`] as const
  for (const id of ids) await start(server, { id, functionName, script })
  return ids
}

test('some are selected with Shift, paused, resumed, and cancelled for a reason', async () => {
  const ids = await startThree('steered', 'scripted', [{ do: 'wait', for: 'never' }])
  const page = await openOperations(server, '?q=steered')
  const bar = page.getByRole('region', { name: 'Selection' })
  for (const [action, done, state] of [
    ['Pause', 'paused', 'Paused'],
    ['Resume', 'resumed', 'In progress'],
  ] as const) {
    await select(page, ids[0])
    await select(page, ids[2], ['Shift'])
    await bar.getByText('3 operations selected').waitFor()
    await doToSelection(page, action, `${action} 3 operations`)
    await page.getByText(`3 operations ${done}`).waitFor()
    for (const id of ids) await says(page, id, state)
    await bar.waitFor({ state: 'detached' })
  }
  await select(page, ids[1])
  await bar.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('dialog').getByText('They end for good').waitFor()
  await page.getByLabel('Reason').fill('not needed')
  await button(page, 'Cancel 1 operation').click()
  await says(page, ids[1], 'Cancelled')
  await says(page, ids[0], 'In progress')
})

test('those that wait are retried, and of a mixed set the others are left, with why', async () => {
  const [first, second] = await startThree('mixed', 'scripted_patient', [{ ...HANG_UP, times: 1 }])
  await start(server, { id: 'mixed-refused', script: [{ do: 'fail', message: 'No such project', status: 400 }] })
  const page = await openOperations(server, '?q=mixed')
  await says(page, 'mixed-refused', 'Failed')
  for (const id of [first, second, 'mixed-refused']) await select(page, id)
  await doToSelection(page, 'Retry', 'Retry 3 operations')
  await says(page, first, 'Success')
  await page.getByText('Why one was left as it was').click()
  await page
    .getByText(
      'mixed-refused failed with an error that a retry is not expected to mend; retry it with force when its cause is gone',
    )
    .waitFor()
  await select(page, 'mixed-refused')
  await doToSelection(page, 'Force retry', 'Force retry 1 operation')
  await page.getByText('1 operation retried').waitFor()
})

test('what can be done to none of the selected says why, and does nothing', async () => {
  await start(server, { id: 'done-one' })
  const page = await openOperations(server, '?q=done-one')
  await says(page, 'done-one', 'Success')
  await select(page, 'done-one')
  const pause = page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Pause', exact: true })
  expect(await pause.getAttribute('aria-disabled')).toBe('true')
  expect(await pause.getAttribute('title')).toBe('None of the selected operations can be paused now.')
  await pause.press('Enter')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('a question about operations that somebody else deletes meanwhile is not asked of others', async () => {
  for (const id of ['asked-1', 'asked-2']) await start(server, { id, script: [] })
  const page = await openOperations(server, '?q=asked')
  await says(page, 'asked-1', 'Success')
  await select(page, 'asked-1')
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete', exact: true }).click()
  await button(page, 'Delete 1 operation').waitFor()
  await createClient({ url: server.url }).deleteAll({ filter: { ids: ['asked-1'] } })
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await select(page, 'asked-2')
  await page.getByText('1 operation selected').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('all that match are deleted, after the page has said how many', async () => {
  const own = await dashboardServer({ seed: seedOfEachState })
  const page = await openOperations(own)
  await page.getByRole('checkbox', { name: 'Select all that match' }).click()
  await page.getByText('All 7 that match selected').waitFor()
  expect(await page.getByRole('checkbox', { name: 'Select op-paused' }).isDisabled()).toBe(true)
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('dialog').getByText('This cannot be undone').waitFor()
  await button(page, 'Delete 4 operations').click()
  await page.getByText('4 operations deleted').waitFor()
  await eventually(async () => (await shownIds(page)).toSorted()).toEqual(['op-paused', 'op-pending', 'op-recovering'])
})

test('more than 500 are changed in the background, with their progress seen by whoever looks', async () => {
  const many = Array.from({ length: 700 }, (_, n) => ({ id: `many-${n}`, state: 'pending' as const }))
  const own = await dashboardServer({ seed: (store) => seed(store, many) })
  const page = await openOperations(own, '?state=PENDING')
  const other = await openOperations(own, '?q=many-69')
  await says(other, 'many-699', 'Pending')
  await page.getByText('700 operations').waitFor()
  await page.getByRole('checkbox', { name: 'Select all that match' }).click()
  await doToSelection(page, 'Pause', 'Pause 700 operations')
  const run = page.getByRole('region', { name: 'Pausing operations' })
  await run.getByText('700 operations paused').waitFor()
  await other.getByRole('region', { name: 'Pausing operations' }).getByText('700 operations paused').waitFor()
  await says(other, 'many-699', 'Paused')
  await page.getByText('0 operations', { exact: true }).waitFor()
  await run.getByRole('button', { name: 'Dismiss' }).click()
  await run.waitFor({ state: 'detached' })
  await row(other, 'many-699').getByRole('link').waitFor()
})

test('who may only look is told so by every action', async () => {
  const own = await dashboardServer({
    seed: seedOfEachState,
    env: { RECOVERY_TOKENS: `looker:viewer:${hashToken(TOKEN)}` },
  })
  const page = await openOperations(own, '', { token: TOKEN })
  await select(page, 'op-paused')
  const actions = page.getByRole('region', { name: 'Selection' }).locator('.bulk-actions button')
  await eventually(() => actions.evaluateAll((all) => all.map((one) => one.getAttribute('title')))).toEqual(
    Array.from({ length: 6 }, () => 'Your token only permits to look.'),
  )
  expect(await button(page, 'Retry now: op-recovering').count()).toBe(0)
})
