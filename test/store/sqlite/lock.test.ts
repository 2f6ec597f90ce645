import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StoreUnavailableError } from '../../../src/index.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { tempFile } from '../stores.ts'

const STORE = new URL('../../../src/store/sqlite-store.ts', import.meta.url).href

/** Another process that opens the store, says how that went, and holds it for as long as it lives. */
async function otherProcess(file: string, prepare = '') {
  const source = `import { openSqliteStore } from ${JSON.stringify(STORE)}
    ${prepare}
    const opening = openSqliteStore({ file: ${JSON.stringify(file)}, random: () => 0.5 })
    globalThis.store = await opening.then((store) => (console.log('open'), store), (error) => console.log(error.code, error.message))
    setInterval(() => undefined, 1000)`
  const argv = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', source]
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { child, exited, said: String(said).trim() }
}

test('the lock of another process refuses a second server, and is free once SIGKILL has ended its holder', async () => {
  const file = await tempFile()
  const holder = await otherProcess(file)
  expect(holder.said).toBe('open')
  const second = openSqliteStore({ file, random: seededRandom(5) })
  await expect(second).rejects.toBeInstanceOf(StoreUnavailableError)
  await expect(second).rejects.toThrow('another server uses it')
  holder.child.kill('SIGKILL')
  await holder.exited

  const store = await openSqliteStore({ file, random: seededRandom(5) })
  await store.close()
})

test('a folder that may not be written to is refused with what to do', async () => {
  const folder = join(await tempFolder(), 'guarded')
  await mkdir(folder)
  await chmod(dirname(folder), 0o755)
  await chmod(folder, 0o555)
  // Permissions do not bind root, who therefore becomes nobody, once all that the store needs has been loaded.
  const becomeNobody = `const other = await openSqliteStore({ file: ${JSON.stringify(await tempFile())}, random: () => 0.5 })
    await other.close()
    if (process.getuid() === 0) process.setuid(65534)`
  const other = await otherProcess(join(folder, 'recovery.db'), becomeNobody)

  expect(other.said).toMatch(/^STORE_UNAVAILABLE .*give this user the right to/)
})
