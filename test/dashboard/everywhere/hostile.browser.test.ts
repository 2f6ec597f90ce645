import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PAGES } from '../../../src/dashboard/routes.ts'
import { expectNoAxeViolations } from '../../support/browser/axe.ts'
import { eventually } from '../../support/browser/eventually.ts'
import { openPage } from '../../support/browser/open-page.ts'
import { NAME } from './hostile.ts'
import { expectHarmless, hostileId, hostileServerOfFile } from './hostile-server.ts'
import { PLACES_BY_ROUTE, settled, sticksOut } from './places.ts'

const server = hostileServerOfFile()

/** Opens what is folded, and what is folded in it, except menus, of which one is open at a time. */
async function unfoldAll(page: Page): Promise<void> {
  const folded = 'main details:not([open]):not(.filter-menu) > summary'
  for (let level = 0; level < 70; level++) {
    const found = await page.$$eval(folded, (all) => {
      for (const one of all) (one as HTMLElement).click()
      return all.length
    })
    if (found === 0) return
  }
}

/** Where nothing of it is shown. */
const WITHOUT_THEM = ['/diagnostics', '/settings', 'default']

const ROUTES = [...PAGES.map(({ path }) => path), 'default']

test.each(ROUTES.flatMap((route) => (['light', 'dark'] as const).map((scheme) => [route, scheme] as const)))(
  'hostile texts are no more than text at %s in %s: they run nothing, widen nothing and hide nothing from axe',
  async (route, colorScheme) => {
    const path = PLACES_BY_ROUTE[route]?.({ id: hostileId('exhausted'), functionName: NAME })
    if (path === undefined) throw new Error(`Say in places.ts how to come to ${route}`)
    const page = await openPage({ url: server.url + path, colorScheme, allow: [/status of 404/] })
    await settled(page)
    expect((await page.getByText('<img src=x onerror').count()) > 0).toBe(!WITHOUT_THEM.includes(route))
    await expectHarmless(page)
    await expectNoAxeViolations(page)
    expect(await sticksOut(page)).toEqual([])
    // A narrow phone; and the window of before at a zoom of 200 %.
    for (const viewport of [
      { width: 360, height: 640 },
      { width: 640, height: 400 },
    ]) {
      await page.setViewportSize(viewport)
      await eventually(() => sticksOut(page)).toEqual([])
    }
    await unfoldAll(page)
    await expectHarmless(page)
    await eventually(() => sticksOut(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 640 })
    await eventually(() => sticksOut(page)).toEqual([])
  },
)
