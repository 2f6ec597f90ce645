import type { Page } from 'playwright-core'
import { operationHref } from '../../../src/dashboard/hrefs.ts'
import { eventually } from '../../support/browser/eventually.ts'

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
  await eventually(() => page.getByText(/^Loading /).count()).toBe(0)
}

/**
 * What sticks out of the window or of the part of the page that it is in, as short descriptions. What lies in a part that
 * scrolls or is cut off by itself does not widen the page.
 */
export function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const overflow = (element: Element) => getComputedStyle(element).overflowX
    const isHeld = ({ parentElement: parent }: Element): boolean =>
      parent !== null && parent !== document.body && (overflow(parent) !== 'visible' || isHeld(parent))
    const isOut = (element: Element): boolean => {
      const { right, left, width } = element.getBoundingClientRect()
      return width > 0 && (right > clientWidth + 1 || left < -1) && !isHeld(element)
    }
    const spills = (element: Element): boolean =>
      element.clientWidth > 1 && overflow(element) === 'visible' && element.scrollWidth > element.clientWidth + 1
    const told = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 30)}`
    // Folded to nothing, for those who hear the page.
    const isFolded = (element: Element): boolean =>
      (element.clientHeight <= 1 && overflow(element) !== 'visible') ||
      (element.parentElement !== null && isFolded(element.parentElement))
    const seen = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && !isFolded(element))
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []),
      ...seen.filter(isOut).map((element) => `out of the window: ${told(element)}`),
      ...seen.filter(spills).map((element) => `wider than it should be: ${told(element)}`),
    ]
  })
}
