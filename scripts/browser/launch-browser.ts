import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type Browser, chromium } from 'playwright-core'
import { type BrowserProgram, bundledChromium } from './bundled-chromium.ts'

/** The environment variable that names the browser to use. */
const VARIABLE = 'CHROME_PATH'

const ON_LINUX = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome']
const ON_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const ON_WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/**
 * Starts a browser without a window.
 *
 * @throws Error saying what to do when this machine has none
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Only our own pages are opened. On Linux a sandbox wants what neither root nor most containers have.
    chromiumSandbox: process.platform !== 'linux',
    // A letter has the width that its font says, whatever the screen.
    args: ['--font-render-hinting=none'],
  })
}

async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env[VARIABLE]
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`${VARIABLE} names ${named}, which is no program; name a Chrome, Chromium or Edge`)
    return { executablePath: named, env: {} }
  }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium()
  const installed = candidates().find(isProgram)
  if (installed !== undefined) return { executablePath: installed, env: {} }
  throw new Error(
    `There is no browser here: install Chrome, Chromium or Edge, or set ${VARIABLE} to the program of one that is elsewhere`,
  )
}

function candidates(): readonly string[] {
  const { PATH = '', LOCALAPPDATA, PROGRAMFILES } = process.env
  if (process.platform === 'darwin') return ON_MAC
  if (process.platform === 'win32') {
    const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((folder) => folder !== undefined)
    return folders.flatMap((folder) => ON_WINDOWS.map((name) => join(folder, name)))
  }
  return PATH.split(':').flatMap((folder) => ON_LINUX.map((name) => join(folder, name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
