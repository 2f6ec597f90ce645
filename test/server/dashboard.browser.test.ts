import { expect, test } from 'vitest'
import { openDashboard } from '../support/browser/open-dashboard.ts'
import { allowFaults } from '../support/browser/page-faults.ts'

test('the built dashboard runs and goes live under its own policy', async () => {
  // Whatever the policy forbids would be a fault of the page.
  const { page } = await openDashboard({ store: 'memory' })
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await page.getByText('0 active operations').waitFor()
})

test('an address that leads nowhere is answered with 404 by a page that says so', async () => {
  const { page, server } = await openDashboard({ store: 'memory', allow: [/404/] })
  expect((await page.goto(`${server.url}/operations/a/b/c`))?.status()).toBe(404)
  await page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor()
})

test.each([
  ['//', 'Overview'],
  ['//[', 'No such page'],
  ['//evil.example/operations', 'No such page'],
])('the address %s is read as one of this server', async (path, title) => {
  const { page } = await openDashboard({ path, store: 'memory', allow: [/404/] })
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
})

test('a text where markup belongs is refused by the browser itself', async () => {
  const { page } = await openDashboard({ store: 'memory' })
  allowFaults(page, /TrustedHTML|trusted-types/)
  await expect(page.evaluate("document.body.innerHTML = '<b>text</b>'")).rejects.toThrow('TrustedHTML')
  await expect(page.evaluate("trustedTypes.createPolicy('own', { createHTML: String })")).rejects.toThrow('disallowed')
})
