import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createToken, hashToken, tokenEntryText } from '../../../src/server/auth/tokens.ts'
import { expectNoAxeViolations } from '../../support/browser/axe.ts'
import { openDashboard } from '../../support/browser/open-dashboard.ts'
import { SERVER_GONE } from '../../support/browser/page-faults.ts'
import { seedOfEachState } from '../../support/browser/seed.ts'

const TOKEN = createToken(randomBytes)
const GUARDED = { RECOVERY_TOKENS: tokenEntryText({ name: 'ada', role: 'viewer', hash: hashToken(TOKEN) }) }

test.each(['light', 'dark'] as const)('the page opens without a fault, and axe finds nothing, in %s', async (colorScheme) => {
  const { page } = await openDashboard({ colorScheme, seed: seedOfEachState })
  await page.getByText('3 active operations').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await expectNoAxeViolations(page)
})

test('whoever has signed in sees the page, and whoever signs out is asked for a token', async () => {
  const { page } = await openDashboard({ token: TOKEN, env: GUARDED })
  await page.getByText('0 active operations').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor()
})

test('a page whose server is killed says so, and goes on when it is back', async () => {
  const { page, server } = await openDashboard({ allow: [SERVER_GONE] })
  await page.getByText('0 active operations').waitFor()
  await server.kill()
  await page.getByText('Connection lost').waitFor()
  await server.start()
  await page.getByText('Connected again').waitFor()
})
