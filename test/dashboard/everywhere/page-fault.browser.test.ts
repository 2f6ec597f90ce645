import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDashboard } from '../../support/browser/open-dashboard.ts'
import { SERVER_GONE } from '../../support/browser/page-faults.ts'

const OVERVIEW = '**/assets/overview-page-*.js'
const NOWHERE = { path: '/nowhere', store: 'memory' } as const
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const go = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click()

test('a part of the page that is gone since an update is told of in its place, and asked for again', async () => {
  const { page } = await openDashboard({ ...NOWHERE, allow: [/status of 404/] })
  await page.route(OVERVIEW, (route) => route.fulfill({ status: 404 }))
  await go(page, 'Overview')
  await heading(page, 'This page cannot be shown').waitFor()
  await page.getByText('the server may have been updated').waitFor()
  expect(await page.getByRole('navigation').isVisible()).toBe(true)
  await page.unroute(OVERVIEW)
  await page.getByRole('button', { name: 'Reload' }).click()
  await heading(page, 'Overview').waitFor()
})

test('a fault in a page leaves everything around it whole', async () => {
  const { page } = await openDashboard({ ...NOWHERE, allow: [/status of 404/] })
  await page.route(OVERVIEW, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "export function OverviewPage() { throw new Error('broken here') }" }),
  )
  await go(page, 'Overview')
  await heading(page, 'This page cannot be shown').waitFor()
  await page.getByText('Technical details').click()
  await page.getByText('broken here').waitFor()
  await page.goBack()
  await heading(page, 'No such page').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
})

test('a page that is opened while the server is away is shown when it is back', async () => {
  const { page, server } = await openDashboard({ ...NOWHERE, store: 'sqlite', allow: [/status of 404/, SERVER_GONE] })
  await page.getByText('0 active operations').waitFor()
  await page.route(OVERVIEW, (route) => route.abort('connectionrefused'))
  await server.kill()
  await page.getByText('Connection lost').waitFor()
  await go(page, 'Overview')
  await page.getByText('It is shown as soon as the server is back').waitFor()
  await page.unroute(OVERVIEW)
  await server.start()
  await heading(page, 'Overview').waitFor()
})

test('pages that nobody has opened yet are loaded ahead, and open while the server is away', async () => {
  const { page, server } = await openDashboard({ ...NOWHERE, store: 'sqlite', allow: [/status of 404/, SERVER_GONE] })
  await page.waitForResponse(OVERVIEW)
  await page.getByText('0 active operations').waitFor()
  await server.kill()
  await page.getByText('Connection lost').waitFor()
  await go(page, 'Overview')
  await heading(page, 'Overview').waitFor()
})
