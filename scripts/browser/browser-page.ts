import type { Browser, BrowserContext, Page } from 'playwright-core'

/** How a page is looked at. */
export interface Look {
  /** Default: light. */
  readonly colorScheme?: 'light' | 'dark'
  /** Default: 1280 × 800. */
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Default: true, so that nothing moves while it is looked at. */
  readonly reducedMotion?: boolean
}

/** A person of whom everything is known, on whatever machine: language, time zone, tastes. Nothing is kept afterwards. */
export function newVisitor(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  const { colorScheme = 'light', viewport = { width: 1280, height: 800 }, reducedMotion = true } = look
  return browser.newContext({
    colorScheme,
    viewport,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale: 'en-US',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
  })
}

/** A PNG of the whole page, or of what is seen of it. Its letters are there by then. */
export async function screenshot(page: Page, path: string, { fullPage = true } = {}): Promise<void> {
  await page.screenshot({ path, fullPage, animations: 'disabled', caret: 'hide' })
}
