import { SignJWT } from 'jose'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createClient } from '../../../src/client/client.ts'
import { hashToken } from '../../../src/server/auth/tokens.ts'
import { expectNoAxeViolations } from '../../support/browser/axe.ts'
import { dashboardServer } from '../../support/browser/dashboard-server.ts'
import { eventually } from '../../support/browser/eventually.ts'
import { newTestVisitor, openPage } from '../../support/browser/open-page.ts'
import { SERVER_GONE } from '../../support/browser/page-faults.ts'
import { TOKENS, TOKENS_ENV } from '../../support/browser/tokens.ts'

const REFUSED = [/status of 401/, /WebSocket connection to \S+ failed/]

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

async function signIn(page: Page, token: string, { remember = false } = {}): Promise<void> {
  await dialog(page).getByLabel('Token').fill(token)
  if (remember) await dialog(page).getByLabel('Remember it in this browser').check()
  await dialog(page).getByRole('button', { name: 'Sign in' }).click()
}

test('a wrong token is told apart from none, and the right one shows the page that was asked for', async () => {
  const server = await dashboardServer({ env: TOKENS_ENV, store: 'memory' })
  const page = await openPage({ url: `${server.url}/operations`, allow: REFUSED })
  await dialog(page).getByText('This server wants to know who looks').waitFor()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor()

  await signIn(page, '')
  await dialog(page).getByText('Enter a token').waitFor()
  await signIn(page, 'two words')
  await dialog(page).getByText('A token has no spaces').waitFor()
  await signIn(page, 'of-another-server')
  await dialog(page).getByText('This server does not know that token').waitFor()
  await signIn(page, TOKENS.operator)

  await dialog(page).waitFor({ state: 'detached' })
  await page.getByText('0 active operations').waitFor()
  await page.getByTitle('operator', { exact: true }).waitFor()
  await page.getByText('Operator', { exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/operations')
})

test('a token stays in its tab; in the browser only when that is wanted, until the person signs out', async () => {
  const server = await dashboardServer({ env: TOKENS_ENV, store: 'memory' })
  const visitor = await newTestVisitor()
  const open = () => openPage({ url: server.url, visitor, allow: REFUSED })
  const first = await open()
  await signIn(first, TOKENS.viewer)
  await first.getByTitle('viewer', { exact: true }).waitFor()
  await first.reload()
  await first.getByTitle('viewer', { exact: true }).waitFor()

  const second = await open()
  await signIn(second, TOKENS.operator, { remember: true })
  await second.getByTitle('operator', { exact: true }).waitFor()
  const third = await open()
  await third.getByTitle('operator', { exact: true }).waitFor()

  await third.getByRole('button', { name: 'Sign out' }).click()
  await dialog(third).getByText('You signed out').waitFor()
  expect(await third.getByRole('navigation').count()).toBe(0)
  await third.reload()
  await dialog(third).getByText('This server wants to know who looks').waitFor()
  await signIn(third, TOKENS.viewer)
  await third.getByTitle('viewer', { exact: true }).waitFor()
})

test('whoever signs out leaves nothing behind: no token in other tabs, nothing typed, nothing told', async () => {
  const server = await dashboardServer({ env: TOKENS_ENV, store: 'memory' })
  const visitor = await newTestVisitor()
  const first = await openPage({ url: server.url, visitor, allow: REFUSED })
  await signIn(first, TOKENS.operator, { remember: true })
  await first.getByTitle('operator', { exact: true }).waitFor()
  const second = await openPage({ url: `${server.url}/functions/scripted`, visitor, allow: REFUSED })
  await second.getByRole('textbox', { name: 'Input' }).fill('{ "password": "secret" }')
  await second.getByRole('button', { name: 'Copy as GraphQL' }).click()
  await second.locator('.toast').waitFor()

  await first.getByRole('button', { name: 'Sign out' }).click()
  await dialog(second).getByText('You signed out').waitFor()
  expect(await second.title()).toBe('Recoverable')
  expect(await second.evaluate('[localStorage, sessionStorage].flatMap(Object.values)')).toEqual([])
  await signIn(second, TOKENS.viewer)
  await second.getByTitle('viewer', { exact: true }).waitFor()
  expect(await second.locator('.toast').count()).toBe(0)
  expect(await second.getByRole('textbox', { name: 'Input' }).inputValue()).toBe('')
})

test('whoever signs out and in again as another is connected as the other', async () => {
  const server = await dashboardServer({ env: TOKENS_ENV, store: 'memory' })
  const page = await openPage({ url: server.url, allow: REFUSED })
  // From the first one on: whoever begins to listen later misses what was sent at once.
  const greetings: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes('connection_init')) greetings.push(String(payload))
    }),
  )
  await signIn(page, TOKENS.viewer)
  await eventually(() => greetings.at(-1)).toContain(TOKENS.viewer)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signIn(page, TOKENS.operator)
  await eventually(() => greetings.at(-1)).toContain(TOKENS.operator)
  await heading(page, 'Overview').waitFor()
})

test('a token that is withdrawn while the page is open is asked for again, and the page goes on from where it was', async () => {
  const server = await dashboardServer({ env: TOKENS_ENV })
  const page = await openPage({ url: server.url, allow: [...REFUSED, SERVER_GONE] })
  await signIn(page, TOKENS.viewer)
  await page.getByText('0 active operations').waitFor()

  const token = 'of-somebody-new'
  await server.restart({ RECOVERY_TOKENS: `nora:operator:${hashToken(token)}` })
  await dialog(page).getByText('The token is not accepted any more').waitFor()
  const client = createClient({ url: server.url, token })
  await client.start({ functionName: 'scripted', input: { script: [{ do: 'wait', for: 'never' }] } })
  await signIn(page, token)
  await page.getByText('1 active operation', { exact: true }).waitFor()
  await page.getByTitle('nora').waitFor()
})

test('a token that expires while the page is open is asked for again', async () => {
  const secret = 'a secret that is long enough for the server, and then some more'
  const jwt = (name: string, seconds: number) =>
    new SignJWT({ role: 'operator' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(name)
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(new TextEncoder().encode(secret))
  const server = await dashboardServer({ env: { RECOVERY_JWT_SECRET: secret }, store: 'memory' })
  const page = await openPage({ url: server.url, allow: REFUSED })
  await signIn(page, await jwt('soon', 10))
  // On a machine so busy that it has expired before it was tried, it is none that the server knows.
  await dialog(page)
    .getByText(/not accepted any more|does not know/)
    .waitFor()
  await signIn(page, await jwt('late', 3600))
  await page.getByTitle('late').waitFor()
})
