import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { createClient } from '../../../../src/client/client.ts'
import { DeleteOperations } from '../../../../src/client/documents/bulk.ts'
import { OperationById } from '../../../../src/client/documents/operations.ts'
import { dashboardServer } from '../../../support/browser/dashboard-server.ts'

import { eventually } from '../../../support/browser/eventually.ts'
import { openPage } from '../../../support/browser/open-page.ts'

import { SERVER_GONE } from '../../../support/browser/page-faults.ts'
import { seed } from '../../../support/browser/seed.ts'
import { button, openOperation, openScripted, part, startScripted, state } from './opened-operation.ts'

const attempts = (count: number) => Array.from({ length: count }, (_, index) => `#${count - index}`)

test('the attempts of a failing operation appear as they happen, through to its success', async () => {
  const server = await dashboardServer({ store: 'memory' })
  const page = await openScripted(server, {
    id: 'live',
    script: [
      { do: 'wait', for: 'begin' },
      { do: 'step', name: 'fetch', output: { rows: 12 } },
      { do: 'progress', report: { current: 1024, total: 2048, fraction: 0.5, unit: 'bytes' } },
      { do: 'fail', message: 'socket hang up', code: 'ECONNRESET', times: 2 },
      { do: 'wait', for: 'step' },
      { do: 'step', name: 'convert' },
      { do: 'wait', for: 'end' },
      { do: 'answer', result: { files: 3 } },
    ],
  })
  const list = part(page, 'Attempts').getByRole('listitem')
  await eventually(() => list.count()).toBe(1)
  await list.getByText('Running').waitFor()
  await server.release('begin')
  await state(page, 'Recovering')
  await part(page, 'Now').getByText('Attempt 3/3').waitFor()
  await eventually(() => list.getByText(/^#\d$/).allTextContents()).toEqual(attempts(3))
  await eventually(() => list.getByText('Failed', { exact: true }).count()).toBe(2)
  await part(page, 'Now').getByText('1.00 KB / 2.00 KB').waitFor()
  await part(page, 'Last error').getByText('What to do').waitFor()
  await part(page, 'Steps').getByText('fetch').waitFor()
  await server.release('step')
  await part(page, 'Steps').getByText('convert').waitFor()
  await server.release('end')
  await state(page, 'Success')
  await list.getByText('Success', { exact: true }).waitFor()
  await part(page, 'Now').getByText('recovered after a failure').waitFor()
  await part(page, 'Result').getByText('files').waitFor()
  await part(page, 'Event log').getByText('Succeeded').waitFor()
  await eventually(() => part(page, 'Event log').getByRole('listitem').count()).toBe(7)
})

test('what happens while the page is being read is in all its parts', async () => {
  const server = await dashboardServer({ store: 'memory' })
  await startScripted(server, {
    id: 'meanwhile',
    script: [
      { do: 'wait', for: 'go' },
      { do: 'step', name: 'last' },
      { do: 'answer', result: { files: 3 } },
    ],
  })
  const page = await openPage({ url: `${server.url}/nowhere`, allow: [/status of 404/] })
  const client = createClient({ url: server.url })
  await page.route('**/graphql', async (route) => {
    if (/query OperationHead\b/.test(route.request().postData() ?? '')) {
      await server.release('go')
      await eventually(async () => (await client.operation('meanwhile'))?.state).toBe('SUCCESS')
    }
    return route.fallback()
  })
  await page.evaluate("history.pushState(null, '', '/operations/meanwhile'); dispatchEvent(new PopStateEvent('popstate'))")
  await state(page, 'Success')
  await part(page, 'Attempts').getByText('Success', { exact: true }).waitFor()
  await part(page, 'Steps').getByText('last').waitFor()
  await part(page, 'Result').getByText('files').waitFor()
  await part(page, 'Event log').getByText('Succeeded').waitFor()
})

test('a server is killed while the page is open: a banner, and then everything that happened since', async () => {
  const server = await dashboardServer()
  const page = await openScripted(
    server,
    {
      id: 'killed',
      script: [
        { do: 'step', name: 'kept' },
        { do: 'wait', for: 'go' },
        { do: 'answer', result: 'there' },
      ],
    },
    { allow: [SERVER_GONE] },
  )
  await state(page, 'In progress')
  for (const name of ['Attempts', 'Steps', 'Event log']) await part(page, name).getByRole('listitem').first().waitFor()
  await server.kill()
  await page.getByText('Connection lost').waitFor()
  await button(page, 'Pause').click()
  await page.getByRole('alert').getByText('Could not pause the operation: The server does not answer').waitFor()
  await server.release('go')
  await server.start()
  await state(page, 'Success')
  await page.getByText('Connection lost').waitFor({ state: 'detached' })
  const { operation } = await ask(server.url, OperationById, { id: 'killed' })
  const count = operation?.attempts.edges.length ?? 0
  expect(count).toBeGreaterThan(1)
  const list = part(page, 'Attempts').getByRole('listitem')
  await eventually(() => list.getByText(/^#\d$/).allTextContents()).toEqual(attempts(count))
  await list.getByText('Interrupted: its server stopped without warning').waitFor()
  await list.getByText('does not count').waitFor()
  await part(page, 'Result').getByText('there').waitFor()
  await part(page, 'Event log').getByText('Attempt interrupted').waitFor()
  await part(page, 'Event log').getByText('Succeeded').waitFor()
})

test('an operation that is deleted while it is shown stays as it was, and says so', async () => {
  const server = await dashboardServer({ store: 'memory' })
  const page = await openScripted(server, { id: 'doomed', script: [{ do: 'answer', result: 'last words' }] })
  await state(page, 'Success')
  await part(page, 'Result').getByText('last words').waitFor()
  await ask(server.url, DeleteOperations, { input: { filter: { ids: ['doomed'] } } })
  await page.getByRole('alert').getByText('This operation is there no more.').waitFor()
  await part(page, 'Result').getByText('last words').waitFor()
  await part(page, 'Attempts').getByText('#1').waitFor()
  expect(await page.getByRole('group', { name: 'Actions' }).count()).toBe(0)
})

test('an unknown id is told with what may have become of it, and appears when it is started', async () => {
  const server = await dashboardServer({ env: { RECOVERY_RETENTION: '7d' } })
  const page = await openOperation(server, 'later')
  await page.getByText('There is no operation with this id').waitFor()
  await page.getByText('this server keeps finished operations for 7d').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'the operations' }).waitFor()
  await startScripted(server, { id: 'later', script: [] })
  await state(page, 'Success')
})

test('hundreds of attempts are shown a part at a time, the newest first', async () => {
  const server = await dashboardServer({
    seed: (store) => seed(store, [{ id: 'many', state: 'exhausted', maxAttempts: 120 }]),
  })
  const page = await openOperation(server, 'many')
  const numbers = part(page, 'Attempts').getByText(/^#\d+$/)
  await eventually(() => numbers.count()).toBe(50)
  await button(page, 'Show earlier attempts').click()
  await eventually(() => numbers.count()).toBe(100)
  await button(page, 'Show earlier attempts').click()
  await eventually(() => numbers.allTextContents()).toEqual(attempts(120))
  await button(page, 'Show earlier attempts').waitFor({ state: 'detached' })
})
