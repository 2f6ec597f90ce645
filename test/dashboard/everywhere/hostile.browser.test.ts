import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import { createClient } from '../../../src/client/client.ts'
import { orThrow } from '../../../src/client/client-error.ts'
import { PAGES } from '../../../src/dashboard/routes.ts'
import { expectNoAxeViolations } from '../../support/browser/axe.ts'
import { dashboardServerOfFile } from '../../support/browser/dashboard-server.ts'
import { openPage } from '../../support/browser/open-page.ts'
import { DATA, LONG, NAME } from './hostile.ts'
import type { Fate } from './hostile-functions.ts'
import { PLACES_BY_ROUTE, settled, sticksOut } from './places.ts'

const FATES: readonly (readonly [Fate, string])[] = [
  ['success', 'SUCCESS'],
  ['failed', 'FAILED'],
  ['exhausted', 'EXHAUSTED'],
  ['waits', 'RECOVERING'],
  ['runs', 'IN_PROGRESS'],
]
const SLOW = `slow ${NAME}`.slice(0, 255)
const ID = `exhausted ${NAME}`

const server = dashboardServerOfFile({ functions: fileURLToPath(new URL('./hostile-functions.ts', import.meta.url)) })

beforeAll(async () => {
  const client = createClient({ url: server.url })
  for (const [fate, state] of FATES) {
    const functionName = fate === 'waits' || fate === 'runs' ? SLOW : NAME
    const id = `${fate} ${NAME}`
    orThrow(
      await client.start({ functionName, id, input: { ...DATA, fate }, metadata: { [NAME]: NAME, long: LONG.slice(0, 5000) } }),
    )
    await vi.waitFor(async () => expect((await client.operation(id))?.state).toBe(state), { timeout: 20_000 })
  }
  const destination = `${NAME}${LONG}`.slice(0, 900).replaceAll('\u0000', '')
  await client.start({ functionName: 'download', input: { url: `https://127.0.0.1:1/${NAME}`, destination } })
  orThrow(await client.start({ functionName: SLOW, id: 'cancelled', input: { fate: 'waits' }, runAt: '2100-01-01T00:00:00Z' }))
  orThrow(await client.cancel({ id: 'cancelled', reason: LONG.slice(0, 900).replaceAll('\u0000', '') }))
  orThrow(await client.trip({ scope: NAME, reason: LONG.slice(0, 400).replaceAll('\u0000', '') }))
}, 60_000)

/** Whether nothing of what others wrote was taken for more than text. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate("'taken' in window")).toBe(false)
  expect(await page.locator('[data-taken], img, main script, iframe, object').count()).toBe(0)
}

const ROUTES = [...PAGES.map(({ path }) => path), 'default']

test.each(ROUTES.flatMap((route) => (['light', 'dark'] as const).map((scheme) => [route, scheme] as const)))(
  'hostile texts are no more than text at %s in %s: they run nothing, widen nothing and hide nothing from axe',
  async (route, colorScheme) => {
    const path = PLACES_BY_ROUTE[route]?.({ id: ID, functionName: NAME })
    if (path === undefined) throw new Error(`Say in places.ts how to come to ${route}`)
    const page = await openPage({ url: server.url + path, colorScheme, allow: [/status of 404/] })
    await settled(page)
    await expectHarmless(page)
    await expectNoAxeViolations(page)
    expect(await sticksOut(page)).toEqual([])
    // A narrow phone; and the window of before at a zoom of 200 %.
    for (const viewport of [
      { width: 360, height: 640 },
      { width: 640, height: 400 },
    ]) {
      await page.setViewportSize(viewport)
      await expect.poll(() => sticksOut(page)).toEqual([])
    }
  },
)
