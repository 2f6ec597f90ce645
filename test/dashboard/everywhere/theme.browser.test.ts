import { expect, test } from 'vitest'
import { eventually } from '../../support/browser/eventually.ts'
import { openDashboard } from '../../support/browser/open-dashboard.ts'

const SCHEME = 'getComputedStyle(document.documentElement).colorScheme'

test('the theme is that of the system until the person chooses another, which is kept', async () => {
  const { page } = await openDashboard({ colorScheme: 'dark', store: 'memory' })
  const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
  const dark = await ground()
  await page.getByRole('button', { name: 'Theme: as the system' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).waitFor()
  const light = await ground()
  expect(light).not.toBe(dark)
  await page.reload()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await page.getByRole('button', { name: 'Theme: dark' }).waitFor()
  expect(await ground()).toBe(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground()).toBe(dark)
  await page.getByRole('button', { name: 'Theme: dark' }).click()
  await page.getByRole('button', { name: 'Theme: as the system' }).waitFor()
  expect(await ground()).toBe(light)
  await page.keyboard.press('Shift+T')
  await page.getByRole('button', { name: 'Theme: light' }).waitFor()
})

test('the chosen theme is there before the page is: nothing flashes', async () => {
  const { page } = await openDashboard({ store: 'memory' })
  await page.evaluate("localStorage['recoverable.theme'] = 'dark'")
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/assets/index-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await eventually(() => page.evaluate(SCHEME)).toBe('dark')
  expect(await page.locator('#app').innerHTML()).toBe('')
  release()
  await page.getByRole('button', { name: 'Theme: dark' }).waitFor()
})

test('a browser that keeps nothing has the theme as long as the page is open', async () => {
  const { page } = await openDashboard({ store: 'memory' })
  await page.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError') } })`)
  await page.reload()
  await page.getByRole('button', { name: 'Theme: as the system' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).waitFor()
  expect(await page.evaluate(SCHEME)).toBe('light')
})
