import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { operationHref } from '../../../src/dashboard/hrefs.ts'

/** Each page of the dashboard by its route, as an address of a server that has an operation with this id and function. */
export const PLACES_BY_ROUTE: Readonly<
  Record<string, (known: { readonly id: string; readonly functionName: string }) => string>
> = {
  '/': () => '/',
  '/operations': () => '/operations',
  '/operations/:id': ({ id }) => operationHref(id),
  '/downloads': () => '/downloads',
  '/circuit-breakers': () => '/circuit-breakers',
  '/functions': () => '/functions',
  '/functions/:name': ({ functionName }) => `/functions/${encodeURIComponent(functionName)}`,
  '/diagnostics': () => '/diagnostics',
  '/settings': () => '/settings',
  '/audit': () => '/audit',
  default: () => '/nowhere',
}

/** Waits until the page shows all that it loads by itself. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page
    .getByText(/active operations?$/)
    .first()
    .waitFor({ state: 'attached' })
  await expect.poll(() => page.getByText(/^Loading /).count(), { timeout: 20_000 }).toBe(0)
}

/**
 * What sticks out of the window, as short descriptions. What lies in a part that scrolls or is cut off by itself does not
 * widen the page.
 */
export function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isHeld = (element: Element): boolean => {
      const parent = element.parentElement
      if (parent === null || parent === document.body) return false
      return getComputedStyle(parent).overflowX !== 'visible' || isHeld(parent)
    }
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, left, width: own } = element.getBoundingClientRect()
      return own > 0 && element.checkVisibility() && (right > width + 1 || left < -1) && !isHeld(element)
    })
    const told = wide.map(
      (element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.slice(0, 30)}`,
    )
    const { scrollWidth } = document.documentElement
    return scrollWidth > width ? [`the page is ${scrollWidth} wide`, ...told] : told
  })
}
