import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, vi } from 'vitest'
import { createClient } from '../../../src/client/client.ts'
import { orThrow } from '../../../src/client/client-error.ts'
import { type DashboardServer, dashboardServerOfFile } from '../../support/browser/dashboard-server.ts'
import { seedMany } from '../../support/browser/seed.ts'
import { DATA, LONG, NAME } from './hostile.ts'
import type { Fate } from './hostile-functions.ts'

const FATES: readonly (readonly [Fate, string])[] = [
  ['success', 'SUCCESS'],
  ['failed', 'FAILED'],
  ['exhausted', 'EXHAUSTED'],
  ['waits', 'RECOVERING'],
  ['runs', 'IN_PROGRESS'],
]
const MANY = 500
const START_LIMIT_MS = 60_000
const SLOW = `slow ${NAME}`.slice(0, 255)

/** The id of the operation with this fate. */
export function hostileId(fate: Fate): string {
  return `${fate} ${NAME}`
}

/** A server for all tests of a file: one operation of each fate, with hostile texts wherever there are texts, among many. */
export function hostileServerOfFile(): DashboardServer {
  const functions = fileURLToPath(new URL('./hostile-functions.ts', import.meta.url))
  const server = dashboardServerOfFile({ functions, seed: (store) => seedMany(store, MANY) })
  beforeAll(() => start(createClient({ url: server.url })), START_LIMIT_MS)
  return server
}

async function start(client: ReturnType<typeof createClient>): Promise<void> {
  for (const [fate, state] of FATES) {
    const functionName = fate === 'waits' || fate === 'runs' ? SLOW : NAME
    const id = hostileId(fate)
    orThrow(
      await client.start({ functionName, id, input: { ...DATA, fate }, metadata: { [NAME]: NAME, long: LONG.slice(0, 5000) } }),
    )
    await vi.waitFor(async () => expect((await client.operation(id))?.state).toBe(state), { timeout: 20_000 })
  }
  const name = NAME.replaceAll('/', '').slice(0, 140)
  const destination = `${name}/${'W'.repeat(250)}/${name}`
  orThrow(await client.start({ functionName: 'download', input: { url: `https://127.0.0.1:1/${NAME}`, destination } }))
  orThrow(await client.start({ functionName: SLOW, id: 'cancelled', input: { fate: 'waits' }, runAt: '2100-01-01T00:00:00Z' }))
  orThrow(await client.cancel({ id: 'cancelled', reason: LONG.slice(0, 900).replaceAll('\u0000', '') }))
  orThrow(await client.trip({ scope: NAME, reason: LONG.slice(0, 400).replaceAll('\u0000', '') }))
}

/** Whether nothing of what others wrote was taken for more than text. */
export async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate("'taken' in window")).toBe(false)
  expect(await page.locator('[data-taken], img, main script, iframe, object').count()).toBe(0)
}
