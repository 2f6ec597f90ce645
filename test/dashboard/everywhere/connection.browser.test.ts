import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createClient } from '../../../src/client/client.ts'
import { openDashboard } from '../../support/browser/open-dashboard.ts'
import { SERVER_GONE } from '../../support/browser/page-faults.ts'
import { seedOfEachState } from '../../support/browser/seed.ts'

const LONGEST_WAITS = 'Math.random = () => 0.999'
const lost = (page: Page) => page.getByText('Connection lost')
const regained = (page: Page) => page.getByText('Connected again')

/** Lets it try in vain until it waits longer than a test does. */
async function waitLong(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Try now' }).click()
        return page.getByText(/Next try/).textContent()
      },
      { timeout: 30_000 },
    )
    .toMatch(/in (?:2[5-9]|30)s/)
}

test('what happened between the loss and the next connection is shown after it', async () => {
  const { page, server } = await openDashboard({ allow: [SERVER_GONE, /ERR_INTERNET_DISCONNECTED/] })
  await page.getByText('0 active operations').waitFor()
  await page.context().setOffline(true)
  await server.kill()
  await lost(page).waitFor()
  await server.start()
  await createClient({ url: server.url }).start({ functionName: 'scripted', input: { script: [{ do: 'wait', for: 'never' }] } })
  await page.context().setOffline(false)
  await regained(page).waitFor()
  await page.getByText('1 active operation', { exact: true }).waitFor()
  await lost(page).waitFor({ state: 'detached' })
})

test.each([
  ['who presses Try now', (page: Page) => page.getByRole('button', { name: 'Try now' }).click()],
  ['the network that is back', (page: Page) => page.evaluate("dispatchEvent(new Event('online'))")],
  ['who looks at the page again', (page: Page) => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")],
])('%s need not wait for the next try after a long time without a server', async (_, act) => {
  const { page, server } = await openDashboard({ path: '/nowhere', allow: [SERVER_GONE, /status of 404/] })
  await page.getByText('0 active operations').waitFor()
  await page.evaluate(LONGEST_WAITS)
  await server.kill()
  await lost(page).waitFor()
  await waitLong(page)
  await server.start()
  await act(page)
  await regained(page).waitFor()
})

test('when the server comes back with another store, the page shows that one', async () => {
  const { page, server } = await openDashboard({ allow: [SERVER_GONE], seed: seedOfEachState })
  await page.getByText('3 active operations').waitFor()
  await server.kill()
  await lost(page).waitFor()
  for (const file of ['recovery.db', 'recovery.db-wal', 'recovery.db-shm']) await rm(join(server.folder, file), { force: true })
  await server.start()
  await page.getByText('0 active operations').waitFor()
  await regained(page).waitFor()
})

test('what could not be asked at first is asked again until it is answered', async () => {
  const { page } = await openDashboard({ path: '/nowhere', allow: [SERVER_GONE, /status of 404/, /ERR_FAILED/] })
  let refused = 0
  await page.route('**/graphql', (route) => (refused++ < 2 ? route.abort() : route.continue()))
  await page.reload()
  await page.getByText('0 active operations').waitFor()
})

test('on a computer whose clock is wrong, waits are counted by the time of the server', async () => {
  const { page, server } = await openDashboard({ path: '/nowhere', allow: [SERVER_GONE, /status of 404/] })
  await page.clock.install({ time: new Date('2031-05-05T05:05:05Z') })
  await page.reload()
  await page.getByText('0 active operations').waitFor()
  await page.evaluate(LONGEST_WAITS)
  await server.kill()
  await lost(page).waitFor()
  await page.getByText(/Next try in [1-9]\d?s/).waitFor()
})

test('a server that has too much to do for live updates is asked again, and followed in the end', async () => {
  const { page, server } = await openDashboard({ path: '/nowhere', allow: [/status of 404/] })
  let refused = 0
  await page.routeWebSocket(/graphql/, (socket) => {
    if (refused++ === 0) void socket.close({ code: 4429, reason: 'Too many requests' })
    else socket.connectToServer()
  })
  await page.reload()
  await page.getByText('0 active operations').waitFor()
  await expect.poll(() => refused).toBeGreaterThan(0)
  await createClient({ url: server.url }).start({ functionName: 'scripted', input: { script: [{ do: 'wait', for: 'never' }] } })
  await page.getByText('1 active operation', { exact: true }).waitFor()
  expect(await page.getByText('Live updates have stopped').count()).toBe(0)
})
