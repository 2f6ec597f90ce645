import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const LIBRARY = new URL('../../src/index.ts', import.meta.url).href
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a program that uses the library, as a user's would; answers what it printed. Rejects when it does not exit with 0. */
async function run(program: string): Promise<string> {
  const source = `import { createRecovery } from ${JSON.stringify(LIBRARY)}\n${program}`
  const argv = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', source]
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: ROOT })
  return stdout.trim()
}

test('a program that awaits the stop of a function that hangs does not end before it has stopped', async () => {
  const printed = await run(`
    const recovery = await createRecovery({ store: 'memory:' })
    const began = Promise.withResolvers()
    const hang = recovery.define('hang', () => { began.resolve(); return new Promise(() => undefined) })
    await hang.start(null)
    await Promise.all([began.promise, new Promise((resolve) => setImmediate(resolve))])
    await recovery.stop({ timeoutMs: 50 })
    console.log('stopped')`)

  expect(printed).toBe('stopped')
})

test('a program that awaits a result stays alive until it is there, and ends by itself afterwards', async () => {
  const printed = await run(`
    const recovery = await createRecovery({ store: 'memory:' })
    const late = recovery.define('late', (_input, ctx) => ctx.attempt === 1 ? Promise.reject(new Error('no')) : 'late',
      { initialDelay: 50 })
    console.log(await late.run(null))`)

  expect(printed).toBe('late')
})

test('a result that could not be asked for does not keep a program alive', async () => {
  const printed = await run(`
    const recovery = await createRecovery({ store: 'memory:' })
    await recovery.stop()
    await recovery.handle('op_mine').result().catch((error) => console.log(error.code))`)

  expect(printed).toBe('STORE_UNAVAILABLE')
})
