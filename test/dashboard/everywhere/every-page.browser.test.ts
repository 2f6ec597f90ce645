import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createClient } from '../../../src/client/client.ts'
import { PAGES } from '../../../src/dashboard/routes.ts'
import { expectNoAxeViolations } from '../../support/browser/axe.ts'
import { dashboardServerOfFile } from '../../support/browser/dashboard-server.ts'
import { newTestVisitor, openPage } from '../../support/browser/open-page.ts'
import { SERVER_GONE } from '../../support/browser/page-faults.ts'
import { seed } from '../../support/browser/seed.ts'
import { TOKENS, TOKENS_ENV } from '../../support/browser/tokens.ts'
import { PLACES_BY_ROUTE, settled, sticksOut } from './places.ts'

const KNOWN = { id: 'op-recovering', functionName: 'scripted' }
const NOT_FOUND = /status of 404/

const places = [...PAGES.map(({ path }) => path), 'default'].map((route) => {
  const place = PLACES_BY_ROUTE[route]
  if (place === undefined) throw new Error(`Say in places.ts how to come to ${route}`)
  return place(KNOWN)
})

const empty = dashboardServerOfFile({ store: 'memory' })
const guarded = dashboardServerOfFile({ env: TOKENS_ENV, seed: (store) => seed(store, [{ id: KNOWN.id, state: 'recovering' }]) })

const faults = (page: Page) => page.locator('main').getByRole('alert').filter({ hasText: /\S/ })

test.each(places.flatMap((place) => (['light', 'dark'] as const).map((scheme) => [place, scheme] as const)))(
  '%s in %s is whole where there is nothing yet, on a narrow phone too',
  async (place, colorScheme) => {
    const page = await openPage({ url: empty.url + place, colorScheme, allow: [NOT_FOUND] })
    await settled(page)
    await expectNoAxeViolations(page)
    expect(await sticksOut(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 640 })
    await expect.poll(() => sticksOut(page)).toEqual([])
    await expectNoAxeViolations(page)
  },
)

test.each(places)('a viewer sees %s without a fault, and axe finds none in what is not permitted', async (place) => {
  const page = await openPage({ url: guarded.url + place, token: TOKENS.viewer, allow: [NOT_FOUND] })
  await settled(page)
  expect(await faults(page).allTextContents()).toEqual([])
  await expectNoAxeViolations(page)
})

test.each(places)('%s comes to the focus with its first heading, and every control there is reached by Tab', async (place) => {
  const page = await openPage({ url: `${guarded.url}/nowhere`, token: TOKENS.admin, allow: [NOT_FOUND] })
  await settled(page)
  const link = page.getByRole('navigation').locator(`a[href="${place}"]`)
  // What no entry of the navigation leads to is opened by its address.
  if ((await link.count()) === 0) await page.goto(guarded.url + place)
  else {
    await link.click()
    await page.waitForURL(guarded.url + place)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  }
  await settled(page)
  expect(await reachedByTab(page)).toEqual([])
})

/** The controls of the page that Tab does not come to, one of a group that arrow keys move in being enough. */
async function reachedByTab(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    document.addEventListener('focusin', ({ target }) => target instanceof Element && target.setAttribute('data-reached', ''))
    document.querySelector<HTMLElement>('main h1')?.focus()
  })
  const last = () => page.evaluate(() => document.activeElement === document.body)
  for (let n = 0; n < 200 && !(await last()); n++) await page.keyboard.press('Tab')
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)')]
      .filter((one) => one.checkVisibility() && !one.matches(':disabled, [tabindex="-1"], [data-reached], [type="radio"]'))
      .map((one) => one.outerHTML.slice(0, 200)),
  )
}

test('every page at once goes on from where it was when its server was killed and is back', async () => {
  const visitor = await newTestVisitor()
  const pages: Page[] = []
  for (const place of places) {
    const page = await openPage({ url: guarded.url + place, visitor, token: TOKENS.admin, allow: [NOT_FOUND, SERVER_GONE] })
    await settled(page)
    pages.push(page)
  }
  await guarded.kill()
  for (const page of pages) await page.getByText('Connection lost').waitFor()
  await guarded.start()
  const client = createClient({ url: guarded.url, token: TOKENS.operator })
  await client.start({ functionName: 'scripted', id: 'op-meanwhile', input: { script: [{ do: 'wait', for: 'never' }] } })
  for (const page of pages) {
    await page.getByText('2 active operations', { exact: true }).waitFor()
    await page.getByText('Connection lost').waitFor({ state: 'detached' })
    await expect.poll(() => faults(page).allTextContents()).toEqual([])
    const { pathname } = new URL(page.url())
    if (pathname === '/operations') await page.getByText('op-meanwhile').first().waitFor()
  }
})

test('an action without a server says what to do, and does nothing twice', async () => {
  const place = PLACES_BY_ROUTE['/operations/:id']?.(KNOWN)
  const page = await openPage({ url: guarded.url + place, token: TOKENS.operator, allow: [SERVER_GONE] })
  await settled(page)
  await guarded.kill()
  await page.getByText('Connection lost').waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('alert').getByText('The server does not answer. Look whether it was done').waitFor()
  await guarded.start()
  await page.getByText('Connected again').waitFor()
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  expect(await page.getByRole('button', { name: 'Resume' }).count()).toBe(0)
})

test('on a computer whose clock is wrong, waits and ages are those of the server', async () => {
  const { id } = KNOWN
  const client = createClient({ url: guarded.url, token: TOKENS.operator })
  await client.start({
    functionName: 'scripted_patient',
    id: 'op-patient',
    input: { script: [{ do: 'fail', message: 'later', code: 'ECONNREFUSED' }] },
  })
  const page = await openPage({ url: `${guarded.url}/nowhere`, token: TOKENS.viewer, allow: [NOT_FOUND] })
  await page.clock.install({ time: new Date('2031-05-05T05:05:05Z') })
  await page.goto(`${guarded.url}/operations`)
  await page
    .getByText(/^in (?:1h|59m \d+s|5\dm \d+s|60m)$/)
    .first()
    .waitFor()
  expect(await page.getByText(/^(?:in )?\d+ d(?: ago)?$/).count()).toBe(0)
  expect(await page.getByText(id).count()).toBeGreaterThan(0)
})
