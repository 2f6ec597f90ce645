import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { screenshot } from '../../../scripts/browser/browser-page.ts'
import { ask } from '../../../scripts/demo/client.ts'
import { StartOperation } from '../../../src/client/documents/controls.ts'
import { OperationById, RecoveryStatus } from '../../../src/client/documents/operations.ts'
import { tempFolder } from '../temp-folder.ts'
import { expectNoAxeViolations } from './axe.ts'
import { dashboardServer } from './dashboard-server.ts'
import { eventually } from './eventually.ts'
import { openPage } from './open-page.ts'
import { allowFaults, faultsOf, SERVER_GONE } from './page-faults.ts'
import type { Act } from './scripted-functions.ts'
import { seedMany } from './seed.ts'

async function serve(body: string): Promise<string> {
  const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'; script-src 'self'" }
  const server = createServer(({ url }, response) => {
    if (url === '/script.js')
      response.end('console.error("said so"); fetch("/x").catch(() => 0); void Promise.reject(new Error("thrown"))')
    else if (url === '/') response.writeHead(200, headers).end(`<!doctype html><html lang="en"><title>Page</title>${body}`)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('what goes wrong in a page is written down, and fails its test unless that allows it', async () => {
  const page = await openPage({ url: await serve('<script>1</script><script src="script.js"></script>') })
  for (const fault of [
    /^console error: said so/,
    /^uncaught: Error: thrown/,
    /: script-src-elem forbids inline/,
    /: connect-src forbids/,
  ]) {
    await eventually(() => faultsOf(page)).toContainEqual(expect.stringMatching(fault))
  }
  allowFaults(page, /./)
  expect(faultsOf(page)).toEqual([])
})

test('what axe finds is told with its place', async () => {
  const page = await openPage({ url: await serve('<main><h1>Page</h1><img id="bare" src="data:,"></main>'), allow: [/img-src/] })
  await expect(expectNoAxeViolations(page)).rejects.toThrow(/image-alt: .*\n\s+at #bare/)
})

test('a page is looked at with the same eyes everywhere', async () => {
  const page = await openPage({ url: await serve('<h1>Page</h1>'), colorScheme: 'dark', viewport: { width: 360, height: 640 } })
  const seen = `[navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth,
    matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion)').matches]`
  expect(await page.evaluate(seen)).toEqual(['en-US', 'UTC', 360, true, true])
  await screenshot(page, `${await tempFolder()}/page.png`)
})

test('a server comes back at its address, with what its store held, after it was killed under an open page', async () => {
  const server = await dashboardServer({ seed: (store) => seedMany(store, 2000) })
  const page = await openPage({ url: server.url, allow: [SERVER_GONE] })
  const { url } = server
  await server.kill()
  await expect(page.reload()).rejects.toThrow(SERVER_GONE)
  await server.start()
  expect(server.url).toBe(url)
  await page.reload()
  const { recoveryStatus } = await ask(url, RecoveryStatus, {})
  expect(recoveryStatus.totalOperations).toBe(2000)
})

test('scripted functions do as their input says, and wait until they are let go on', async () => {
  const server = await dashboardServer({ store: 'memory' })
  const start = (id: string, script: readonly Act[], functionName = 'scripted') =>
    ask(server.url, StartOperation, { input: { id, functionName, input: { script } } })
  const state = async (id: string) => (await ask(server.url, OperationById, { id })).operation?.state
  const becomes = (id: string, wanted: string) => eventually(() => state(id)).toBe(wanted)

  await start('waits', [
    { do: 'progress', report: { current: 1, total: 2 } },
    { do: 'wait', for: 'go' },
  ])
  await start('mended', [
    { do: 'step', name: 'first' },
    { do: 'fail', message: 'not yet', times: 1 },
  ])
  await start('hopeless', [{ do: 'fail', message: 'never', code: 'ECONNREFUSED' }])
  await start('refused', [{ do: 'fail', message: 'no', status: 400 }])
  await start('patient', [{ do: 'fail', message: 'later', code: 'ECONNREFUSED' }], 'scripted_patient')
  await becomes('mended', 'SUCCESS')
  await becomes('hopeless', 'EXHAUSTED')
  await becomes('refused', 'FAILED')
  await becomes('patient', 'RECOVERING')
  await becomes('waits', 'IN_PROGRESS')
  await server.release('go')
  await becomes('waits', 'SUCCESS')
})
