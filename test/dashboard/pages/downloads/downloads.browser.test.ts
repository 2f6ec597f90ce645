import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { UpdateSettings } from '../../../../src/client/documents/settings.ts'
import type { DashboardServer } from '../../../support/browser/dashboard-server.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { allowFaults, SERVER_GONE } from '../../../support/browser/page-faults.ts'
import { content, sha256 } from '../../../support/content.ts'
import { activeItem, addDownload, card, downloaded, openDownloads, pastRow, SLOW, startDownload } from './download-world.ts'

const FILE = content(2_000_000, 'file')

// So slow that there is time to look, whatever else the machine has to do.
const HELD_BACK = { RECOVERY_DOWNLOAD_BANDWIDTH_LIMIT: '40000' }

/** Lifts the limit, for what runs too. */
async function letThrough({ url }: DashboardServer): Promise<void> {
  await ask(url, UpdateSettings, { input: { downloadBandwidthLimit: 0 } })
}

function toast(page: Page, text: string) {
  return page.getByRole('status').getByText(text, { exact: true })
}

test('a download is followed from its start to the verified file', async () => {
  const { files, server, page } = await openDownloads({ env: HELD_BACK })
  await page.getByText('No active downloads').waitFor()
  const url = files.serve('/models/file.bin', { content: FILE })
  await addDownload(page, { URL: url, 'SHA-256': sha256(FILE) })
  await toast(page, 'Download started').waitFor()
  const item = activeItem(page, 'file.bin')
  await item.getByText('Downloading', { exact: true }).waitFor()
  await item.getByText(/^\d+\.\d%$/).waitFor()
  await item.getByText(/^\d+\.\d\d [KM]B \/ 1\.91 MB$/).waitFor()
  await letThrough(server)
  const row = pastRow(page, 'file.bin')
  await row.getByText('Completed').waitFor()
  await row.getByText('1.91 MB').waitFor()
  await row.getByText('Verified').waitFor()
  await page.getByText('No active downloads').waitFor()
  await eventually(() => card(page, 'Total Downloads').textContent()).toBe('1')
  await eventually(() => card(page, 'Completed').textContent()).toBe('1')
  expect(sha256(await downloaded(server, 'file.bin'))).toBe(sha256(FILE))
  await eventually(() => row.getByRole('link').getAttribute('href')).toMatch(/^\/operations\/op_/)
})

test('a broken download says why and when it is tried again, and Retry Now takes it up where it stopped', async () => {
  const { files, server, page } = await openDownloads()
  const faults = [{ breakAfter: { bytes: 600_000, by: 'reset' } }, { status: 503 }] as const
  await startDownload(server, files.serve('/file.bin', { content: FILE, faults }), 'file.bin')
  const item = activeItem(page, 'file.bin')
  await item.getByText('Recovering', { exact: true }).waitFor()
  await item.getByText('Attempt 1/6').waitFor()
  await item.getByText(/^Error: .*status 503/).waitFor()
  await item.getByText('It is tried again by itself once the service recovers.').waitFor()
  await item.getByText(/Next attempt in \d+m/).waitFor()
  await item.getByRole('button', { name: 'Retry Now' }).click()
  await toast(page, 'Download retried').waitFor()
  await pastRow(page, 'file.bin').getByText('Completed').waitFor()
  expect(files.requests.at(-1)?.headers.range).toMatch(/^bytes=[1-9]/)
  expect(sha256(await downloaded(server, 'file.bin'))).toBe(sha256(FILE))
})

test('a download is paused, resumed and cancelled, and the focus is never lost', async () => {
  const { files, server, page } = await openDownloads()
  await startDownload(server, files.serve('/slow.bin', SLOW), 'slow.bin')
  const item = activeItem(page, 'slow.bin')
  await item.getByText('Downloading', { exact: true }).waitFor()
  await item.getByRole('button', { name: 'Pause' }).click()
  await toast(page, 'Download paused').waitFor()
  await item.getByText('Paused', { exact: true }).waitFor()
  const focused = page.locator(':focus')
  await eventually(() => focused.textContent()).toBe('Resume slow.bin')
  await page.keyboard.press('Enter')
  await toast(page, 'Download resumed').waitFor()
  await item.getByText('Downloading', { exact: true }).waitFor()
  await item.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Keep downloading' }).click()
  await item.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Cancel download' }).click()
  await toast(page, 'Download cancelled').waitFor()
  await pastRow(page, 'slow.bin').getByText('Cancelled', { exact: true }).waitFor()
  await page.getByText('No active downloads').waitFor()
  await eventually(() => focused.textContent()).toBe('Active Downloads')
})

test('a failed download says what to do, and Force Retry tries it all the same', async () => {
  const { files, server, page } = await openDownloads()
  await startDownload(server, `${files.origin}/later.bin`, 'later.bin')
  const row = pastRow(page, 'later.bin')
  await row.getByText('Failed', { exact: true }).waitFor()
  await row.getByText(/^Error: .*status 404/).waitFor()
  await row.getByText('Check the address or path: nothing of the right kind is there.').waitFor()
  await eventually(() => card(page, 'Failed').textContent()).toBe('1')
  files.serve('/later.bin', { content: FILE })
  await row.getByRole('button', { name: 'Force Retry' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Force Retry' }).click()
  await toast(page, 'Download retried').waitFor()
  await row.getByText('Completed').waitFor()
  await eventually(() => card(page, 'Failed').textContent()).toBe('0')
})

test('a download that its circuit breaker holds back says so', async () => {
  const { files, server, page } = await openDownloads({ env: { RECOVERY_CIRCUIT_BREAKER_THRESHOLD: '1' } })
  await startDownload(server, files.serve('/down.bin', { content: FILE, faults: [{ status: 503 }] }), 'down.bin')
  const item = activeItem(page, 'down.bin')
  await item.getByText('Circuit breaker activated:').waitFor()
  await item.getByText('download:127.0.0.1').waitFor()
})

test('a download goes on under the open page when its server is killed and started again', async () => {
  const { files, server, page } = await openDownloads({ env: { ...HELD_BACK, RECOVERY_INITIAL_DELAY: '10ms' } })
  allowFaults(page, SERVER_GONE)
  await startDownload(server, files.serve('/file.bin', { content: FILE }), 'file.bin')
  const item = activeItem(page, 'file.bin')
  await item.getByText(/^[1-9]\d?\.\d%$/).waitFor()
  await server.kill()
  await page.getByText('Connection lost.').waitFor()
  await item.getByRole('button', { name: 'Pause' }).click()
  await page.getByText(/^Failed to pause download: The server does not answer/).waitFor()
  await server.start()
  await letThrough(server)
  await pastRow(page, 'file.bin').getByText('Completed').waitFor()
  expect(sha256(await downloaded(server, 'file.bin'))).toBe(sha256(FILE))
}, 40_000)

test('what another page does is seen at once', async () => {
  const { files, server, page } = await openDownloads()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await startDownload(server, files.serve('/slow.bin', SLOW), 'slow.bin')
  await activeItem(other, 'slow.bin').getByRole('button', { name: 'Pause' }).click()
  await activeItem(page, 'slow.bin').getByRole('button', { name: 'Resume' }).click()
  await activeItem(other, 'slow.bin').getByRole('button', { name: 'Pause' }).waitFor()
})
