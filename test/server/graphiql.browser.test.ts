import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../scripts/demo/client.ts'
import { StartOperation } from '../../src/client/documents/controls.ts'
import { dashboardServerOfFile } from '../support/browser/dashboard-server.ts'
import { openPage, WAIT_MS } from '../support/browser/open-page.ts'
import { seedOfEachState } from '../support/browser/seed.ts'

const server = dashboardServerOfFile({ seed: seedOfEachState })

/** With the document in its address, as a link to it would have it. */
function openGraphiql(document: string): Promise<Page> {
  return openPage({ url: `${server.url}/graphql?query=${encodeURIComponent(document)}` })
}

function execute(page: Page): Promise<void> {
  return page.getByRole('button', { name: /^Execute query/ }).click()
}

/** Waits until the page shows it as an answer. */
async function showsResult(page: Page, text: string): Promise<void> {
  const result = page.getByRole('region', { name: 'Result Window' })
  // The editor writes no plain blanks.
  const shown = async () => (await result.innerText()).replaceAll(/\s/g, ' ')
  await expect.poll(shown, { timeout: WAIT_MS }).toContain(text)
}

test('GraphiQL answers a query', async () => {
  const page = await openGraphiql('{ operation(id: "op-paused") { state } }')
  await execute(page)
  await showsResult(page, '"state": "PAUSED"')
})

test('GraphiQL shows the events of a subscription as they come', async () => {
  const page = await openGraphiql('subscription { recoveryUpdate { operationId state } }')
  const subscribed = page.waitForResponse(
    (response) => response.headers()['content-type']?.startsWith('text/event-stream') === true,
  )
  await execute(page)
  await subscribed
  await ask(server.url, StartOperation, { input: { id: 'told-live', functionName: 'scripted', input: { script: [] } } })
  await showsResult(page, '"operationId": "told-live"')
})
