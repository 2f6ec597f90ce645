import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { Settings } from '../../../../src/client/documents/settings.ts'
import { eventually } from '../../../support/browser/eventually.ts'
import { activeItem, addDownload, openDownloads, SLOW, startDownload } from './download-world.ts'

async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Download Settings' })
  await dialog.getByLabel('Max Retries').waitFor()
  return dialog
}

test('settings are saved and hold at once', async () => {
  const { files, server, page } = await openDownloads()
  const dialog = await openSettings(page)
  for (const text of ['Timeout (seconds)', 'Bandwidth Limit (bytes/s, 0 = unlimited)']) {
    await dialog.getByText(text, { exact: true }).waitFor()
  }
  await dialog.getByLabel('Max Concurrent Downloads').fill('1')
  await dialog.getByLabel('Max Retries').fill('2')
  await dialog.getByLabel('Chunk Size (bytes)').fill('65536')
  await dialog.getByText('= 64.00 KB').waitFor()
  await dialog.getByLabel('Timeout (seconds)').fill('45')
  await dialog.getByLabel('Bandwidth Limit').fill('2097152')
  await dialog.getByText('= 2.00 MB/s').waitFor()
  await dialog.getByRole('button', { name: 'Save Settings' }).click()
  await page.getByRole('status').getByText('Settings updated', { exact: true }).waitFor()
  expect((await ask(server.url, Settings, {})).settings).toMatchObject({
    ...{ maxConcurrentDownloads: 1, maxRetries: 2, downloadTimeout: 45_000, downloadBandwidthLimit: 2_097_152 },
    downloadChunkSize: 65_536,
  })
  await startDownload(server, files.serve('/a.bin', SLOW), 'a.bin')
  await activeItem(page, 'a.bin').getByText('Downloading', { exact: true }).waitFor()
  await startDownload(server, files.serve('/b.bin', SLOW), 'b.bin')
  await activeItem(page, 'b.bin').getByText('Pending', { exact: true }).waitFor()
  await page.getByText('and 1 pending').waitFor()
  await activeItem(page, 'a.bin').getByRole('button', { name: 'Pause' }).click()
  await activeItem(page, 'b.bin').getByText('Downloading', { exact: true }).waitFor()
})

test('a setting that is out of range is refused at its field, and nothing is changed', async () => {
  const { server, page } = await openDownloads()
  const before = await ask(server.url, Settings, {})
  const dialog = await openSettings(page)
  await dialog.getByLabel('Max Retries').fill('7')
  await dialog.getByLabel('Chunk Size (bytes)').fill('8191')
  await dialog.getByLabel('Timeout (seconds)').fill('0')
  await dialog.getByRole('button', { name: 'Save Settings' }).click()
  await dialog.getByText('Timeout (seconds) must be a number from 1 to 86,400.').waitFor()
  await dialog.getByText('Chunk Size (bytes) must be a whole number from 8,192 to 67,108,864.').waitFor()
  await eventually(() => page.locator(':focus').getAttribute('name')).toBe('downloadChunkSize')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await ask(server.url, Settings, {})).toEqual(before)
  await eventually(() => page.locator(':focus').textContent()).toBe('Settings')
})

test('what cannot be downloaded is refused at its field, in the words of the server', async () => {
  const { page } = await openDownloads()
  await addDownload(page, { URL: '' })
  const dialog = page.getByRole('dialog', { name: 'Add a download' })
  await dialog.getByText(/^Give the address of the file/).waitFor()
  await dialog.getByLabel('URL').fill('ftp://example.com/file.bin')
  await dialog.getByLabel('Destination').fill('../file.bin')
  await dialog.getByLabel('SHA-256').fill('abc')
  await dialog.getByLabel('Mirrors').fill('https://example.com/file.bin\nnowhere')
  await dialog.getByRole('button', { name: 'Start download' }).click()
  await dialog.getByText('The URL has the scheme "ftp:"; only http: and https: are used.').waitFor()
  await dialog.getByText('The destination holds ".."; it must lead straight into the download folder.').waitFor()
  await dialog.getByText('The SHA-256 must be the 64 hexadecimal digits of a SHA-256.').waitFor()
  await dialog.getByText('Mirror 2 must be a complete URL, such as "https://example.com/file.bin".').waitFor()
  await eventually(() => page.locator(':focus').getAttribute('name')).toBe('url')
  await page.keyboard.press('Escape')
  await page.getByText('No active downloads').waitFor()
})
