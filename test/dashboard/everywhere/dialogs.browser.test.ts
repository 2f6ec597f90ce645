import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { operationHref } from '../../../src/dashboard/hrefs.ts'
import { expectNoAxeViolations } from '../../support/browser/axe.ts'
import { openPage } from '../../support/browser/open-page.ts'
import { SERVER_GONE } from '../../support/browser/page-faults.ts'
import { expectHarmless, hostileId, hostileServerOfFile } from './hostile-server.ts'
import { settled, sticksOut } from './places.ts'

const server = hostileServerOfFile()

const button = (name: string | RegExp) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first()

/** Each window over a page: where, and what opens it. */
const DIALOGS: readonly (readonly [string, string, (page: Page) => Locator])[] = [
  ['the keys', '/', (page) => page.getByRole('button', { name: 'Keyboard shortcuts' })],
  ['reset on the overview', '/', button(/^Reset the circuit breaker/)],
  ['retry all of an error', '/', button(/^Retry all/)],
  ['trip a circuit breaker', '/circuit-breakers', button(/^Trip …/)],
  ['reset a circuit breaker', '/circuit-breakers', button(/^Reset …/)],
  ['retry with changed input', operationHref(hostileId('exhausted')), button(/^Retry with changed input/)],
  ['delete an operation', operationHref(hostileId('exhausted')), button(/^Delete …/)],
  ['force a retry', operationHref(hostileId('failed')), button(/^Force retry/)],
  ['cancel an operation', operationHref(hostileId('waits')), button(/^Cancel operation/)],
]

test.each(
  DIALOGS.flatMap(([what, path, opener]) => (['light', 'dark'] as const).map((scheme) => [what, scheme, path, opener] as const)),
)('the window to %s in %s holds hostile texts, and gives the focus back', async (_, colorScheme, path, openerOf) => {
  const page = await openPage({ url: server.url + path, colorScheme })
  await settled(page)
  const opener = openerOf(page)
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true)
  await expectHarmless(page)
  await expectNoAxeViolations(page)
  expect(await sticksOut(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 640 })
  await expect.poll(() => sticksOut(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true)
})

test('what is told while a window is open is told in front of it, and can be dismissed there', async () => {
  const page = await openPage({ url: server.url + operationHref(hostileId('waits')), allow: [SERVER_GONE] })
  await settled(page)
  await server.kill()
  await page.getByText('Connection lost').waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('alert').getByText('Could not pause the operation').waitFor()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('alert').getByText('Could not pause the operation').waitFor()
  await dialog.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByText('Could not pause the operation').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await server.start()
  await page.getByText('Connected again').waitFor()
})
