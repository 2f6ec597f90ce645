import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch-browser.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A machine for which the npm package holds no browser, with these folders of programs. */
function onOtherMachine(path: string): void {
  const arch = Object.getOwnPropertyDescriptor(process, 'arch') as PropertyDescriptor
  const platform = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor
  Object.defineProperty(process, 'arch', { ...arch, value: 'arm64' })
  Object.defineProperty(process, 'platform', { ...platform, value: 'linux' })
  vi.stubEnv('PATH', path)
  vi.stubEnv('CHROME_PATH', undefined)
  onTestFinished(() => {
    Object.defineProperties(process, { arch, platform })
    vi.unstubAllEnvs()
  })
}

test('a CHROME_PATH that names no program is told, and nothing else is tried', async () => {
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome')
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(launchBrowser()).rejects.toThrow('CHROME_PATH names /nowhere/chrome, which is no program')
})

test('a machine without a browser is told what to do', async () => {
  onOtherMachine(await tempFolder())
  await expect(launchBrowser()).rejects.toThrow(/^There is no browser here: install Chrome, Chromium or Edge, or set CHROME_PATH/)
})

test('a browser that is installed is found by its name', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'chromium'), '#!/bin/sh\necho "it is me" >&2\nexit 1\n')
  await chmod(join(folder, 'chromium'), 0o755)
  onOtherMachine(`/nowhere:${folder}`)
  await expect(launchBrowser()).rejects.toThrow('it is me')
})
