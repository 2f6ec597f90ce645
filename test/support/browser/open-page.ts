import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, onTestFinished, vi } from 'vitest'
import { type Look, newVisitor } from '../../../scripts/browser/browser-page.ts'
import { launchBrowser } from '../../../scripts/browser/launch-browser.ts'
import { expectNoFaults, watchFaults } from './page-faults.ts'

/** How long a page may take to show what is awaited. */
export const WAIT_MS = 30_000

// A browser and a server take their time on a busy machine. This holds for each file that opens pages.
vi.setConfig({ testTimeout: 60_000 })

// One for all tests of a file, started by the first that wants it.
let browser: Promise<Browser> | null = null

afterAll(async () => {
  await (await browser)?.close()
  browser = null
})

/** A visitor of his own: what one keeps in the browser, another does not see. He leaves when the test has finished. */
export async function newTestVisitor(look: Look = {}): Promise<BrowserContext> {
  browser ??= launchBrowser()
  const visitor = await newVisitor(await browser, look)
  visitor.setDefaultTimeout(WAIT_MS)
  onTestFinished(() => visitor.close())
  return visitor
}

export interface OpenPageOptions extends Look {
  readonly url: string
  /** Whose page it is, for a second page of the same browser. Default: a new one's. */
  readonly visitor?: BrowserContext
  /** Whoever signed in to the dashboard with it, in this tab. */
  readonly token?: string
  /** Faults that this test brings about. `allowFaults` allows more of them later. */
  readonly allow?: readonly RegExp[]
}

/**
 * Opens a page in a real browser. When the test has finished it fails for each fault of the page: what it wrote to the
 * console as an error or a warning, errors nobody caught, what the Content-Security-Policy forbade, requests that failed.
 */
export async function openPage({ url, visitor, token, allow = [], ...look }: OpenPageOptions): Promise<Page> {
  const page = await (visitor ?? (await newTestVisitor(look))).newPage()
  await watchFaults(page, allow)
  // Before the visitor leaves: what is registered last runs first. A request that a test holds up may be under way still.
  onTestFinished(() => (page.isClosed() ? undefined : page.unrouteAll({ behavior: 'ignoreErrors' })))
  onTestFinished(() => expectNoFaults(page))
  if (token !== undefined) await page.addInitScript(signInOnce(token))
  await page.goto(url)
  return page
}

/** What runs at each load of the page, before its own scripts: whoever signs out stays signed out. */
function signInOnce(token: string): string {
  return `if (sessionStorage['test.signedIn'] !== 'yes') {
    sessionStorage['test.signedIn'] = 'yes'
    sessionStorage['recoverable.token'] = ${JSON.stringify(token)}
  }`
}
