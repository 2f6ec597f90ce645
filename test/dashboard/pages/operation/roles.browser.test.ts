import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { dashboardServerOfFile } from '../../../support/browser/dashboard-server.ts'
import { seedOfEachState } from '../../../support/browser/seed.ts'
import { button, openOperation, state } from './opened-operation.ts'

const ROLES = ['viewer', 'operator', 'admin'] as const
const tokenOf = (role: string) => `a-token-that-is-the-${role}s`
const hashOf = (token: string) => `sha256-${createHash('sha256').update(token).digest('base64url')}`
const tokens = ROLES.map((role) => `${role}:${role}:${hashOf(tokenOf(role))}`).join(',')
const server = dashboardServerOfFile({ env: { RECOVERY_TOKENS: tokens }, seed: seedOfEachState })

test('who may only look is told so, and offered nothing else', async () => {
  const page = await openOperation(server, 'op-failed', { token: tokenOf('viewer') })
  await state(page, 'Failed')
  await page.getByText('Your token only permits to look.').waitFor()
  expect(await page.getByRole('group', { name: 'Actions' }).count()).toBe(0)
  await page.getByText('put your token in the place of').waitFor()
})

test('an operator retries, and only an administrator deletes', async () => {
  const operator = await openOperation(server, 'op-failed', { token: tokenOf('operator') })
  await button(operator, 'Force retry …').waitFor()
  const admin = await openOperation(server, 'op-failed', { token: tokenOf('admin') })
  await button(admin, 'Delete …').waitFor()
  expect(await button(operator, 'Delete …').count()).toBe(0)
})
