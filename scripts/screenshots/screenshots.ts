import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { createClient } from '../../src/client/index.ts'
import { startFaultyServer } from '../../test/support/faulty-server.ts'
import { newVisitor, screenshot } from '../browser/browser-page.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { Server } from '../demo/server.ts'
import { writePast } from './past.ts'
import { setScene } from './present.ts'
import { fileOf, SHOTS, type Shot } from './shots.ts'
import { smallerPng } from './smaller-png.ts'

// `npm run docs:screenshots`: a real server with a past and work at hand, looked at with a real browser, in both themes.
// Arguments name the pictures to take; without any all are taken.

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const FUNCTIONS = fileURLToPath(new URL('./demo-functions.ts', import.meta.url))
const THEMES = ['light', 'dark'] as const
// What is drawn last: letters, charts that learn their width, the first updates.
const SETTLE_MS = 1200

const wanted = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'recoverable-screenshots-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }))

await writePast(join(folder, 'recovery.db'), Date.now())
const files = await startFaultyServer()
const server = new Server(folder, {
  RECOVERY_STORE: 'sqlite:recovery.db',
  RECOVERY_FUNCTIONS: FUNCTIONS,
  RECOVERY_DOWNLOAD_DIR: 'downloads',
  RECOVERY_DOWNLOAD_ALLOW_PRIVATE: 'true',
})
await server.start()
const client = createClient({ url: server.url })
await setScene(client, files)
client.close()
const browser = await launchBrowser()
mkdirSync(IMAGES, { recursive: true })
for (const shot of SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) await take(browser, shot)
await browser.close()
await server.stop()
await files.close()
process.exit(0)

async function take(by: Browser, shot: Shot): Promise<void> {
  for (const colorScheme of THEMES) {
    const visitor = await newVisitor(by, { colorScheme, ...(shot.size !== undefined && { viewport: shot.size }) })
    const page = await visitor.newPage()
    await page.goto(server.url + (shot.path ?? shot.route))
    await page.getByText(shot.ready).filter({ visible: true }).first().waitFor()
    await page.waitForTimeout(SETTLE_MS)
    if (shot.prepare !== undefined) {
      await shot.prepare(page)
      await page.waitForTimeout(SETTLE_MS)
    }
    const path = join(IMAGES, fileOf(shot, colorScheme))
    await screenshot(page, path, { fullPage: false })
    writeFileSync(path, smallerPng(readFileSync(path)))
    console.log(`${fileOf(shot, colorScheme)}  ${Math.round(statSync(path).size / 1024)} kB`)
    await visitor.close()
  }
}
