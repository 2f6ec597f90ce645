import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a page meets whose server is killed, or is not up again yet. */
export const SERVER_GONE =
  /ERR_(?:CONNECTION_(?:REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED)|^console error: WebSocket connection to \S+ failed|status of 503/

interface Watched {
  readonly faults: string[]
  readonly allowed: RegExp[]
}

const pages = new WeakMap<Page, Watched>()

/** Writes down everything that goes wrong in the page from now on. */
export async function watchFaults(page: Page, allow: readonly RegExp[]): Promise<void> {
  const faults: string[] = []
  pages.set(page, { faults, allowed: [...allow] })
  // A browser tells of each breach on the console too, but not always by the same name.
  await page.exposeFunction('tellBreach', (text: string) => void faults.push(`Content-Security-Policy: ${text}`))
  await page.addInitScript(TELL_BREACHES)
  page.on('console', (message) => {
    const type = message.type()
    if (type === 'error' || type === 'warning') faults.push(`console ${type}: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('crash', () => faults.push('the page crashed'))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // The page itself, or whoever left it, ended that one.
    if (reason !== 'net::ERR_ABORTED') faults.push(`request failed: ${request.method()} ${request.url()}: ${reason}`)
  })
}

// Text, as it runs in the page.
const TELL_BREACHES = `addEventListener('securitypolicyviolation', (breach) =>
  tellBreach(breach.effectiveDirective + ' forbids ' + breach.blockedURI + ' (' + breach.sourceFile + ':' + breach.lineNumber + ')'))`

/** From now on this test may bring about such faults, those before included. */
export function allowFaults(page: Page, ...allow: readonly RegExp[]): void {
  watched(page).allowed.push(...allow)
}

/** What went wrong in the page so far and is not allowed. */
export function faultsOf(page: Page): readonly string[] {
  const { faults, allowed } = watched(page)
  return faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))
}

export function expectNoFaults(page: Page): void {
  expect(faultsOf(page), 'What went wrong in the page').toEqual([])
}

function watched(page: Page): Watched {
  const found = pages.get(page)
  if (found === undefined) throw new Error('This page was not opened by openPage')
  return found
}
