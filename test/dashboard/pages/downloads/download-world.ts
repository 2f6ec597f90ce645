import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { ask } from '../../../../scripts/demo/client.ts'
import { StartOperation } from '../../../../src/client/documents/controls.ts'
import type { DashboardServer, DashboardServerOptions } from '../../../support/browser/dashboard-server.ts'
import { openDashboard } from '../../../support/browser/open-dashboard.ts'
import type { OpenPageOptions } from '../../../support/browser/open-page.ts'
import { content } from '../../../support/content.ts'
import { type FaultyServer, startFaultyServer } from '../../../support/faulty-server.ts'

interface WorldOptions extends DashboardServerOptions, Omit<OpenPageOptions, 'url'> {}

export interface DownloadWorld {
  readonly files: FaultyServer
  readonly server: DashboardServer
  readonly page: Page
}

const FOLDER = 'downloads'

/** The page of downloads before a real server, beside a real server of files that is as slow and as broken as is wanted. */
export async function openDownloads({ env, ...options }: WorldOptions = {}): Promise<DownloadWorld> {
  const files = await startFaultyServer()
  onTestFinished(() => files.close())
  // A test says itself when a retry is due.
  const settings = { RECOVERY_DOWNLOAD_ALLOW_PRIVATE: 'true', RECOVERY_DOWNLOAD_DIR: FOLDER, RECOVERY_INITIAL_DELAY: '250' }
  const { server, page } = await openDashboard({ ...options, path: '/downloads', env: { ...settings, ...env } })
  return { files, server, page }
}

/** A file that takes minutes. */
export const SLOW = { content: content(20_000_000, 'slow'), bytesPerSecond: 100_000 }

/** Starts a download as another program would. */
export async function startDownload({ url }: DashboardServer, from: string, destination: string): Promise<void> {
  const input = { id: `of-${destination}`, functionName: 'download', input: { url: from, destination } }
  await ask(url, StartOperation, { input })
}

export function downloaded(server: DashboardServer, destination: string): Promise<Buffer> {
  return readFile(join(server.folder, FOLDER, destination))
}

/** The line of an active download. */
export function activeItem(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Active Downloads' }).getByRole('listitem').filter({ hasText: name })
}

/** The line of one that ended. */
export function pastRow(page: Page, name: string): Locator {
  return page.getByRole('table').getByRole('row').filter({ hasText: name })
}

/** The number on a card. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd/span[1]')
}

export async function addDownload(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Add a download' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a download' })
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text)
  await dialog.getByRole('button', { name: 'Start download' }).click()
}
