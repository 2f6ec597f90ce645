import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const INDEX = join(import.meta.dirname, '../src/index.ts')

/** Runs a program that uses the library, as a process of its own. */
function run(program: string, env: Readonly<Record<string, string>> = {}): string {
  const node = process.execPath
  const source = `import { recoverable } from ${JSON.stringify(INDEX)}\n${program}`
  const { stdout, stderr, status } = spawnSync(
    node,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source],
    {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    },
  )
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

const FAILING = `
let calls = 0
const wrapped = recoverable(async () => { calls++; throw new Error('original') }, { maxRetries: 2, initialDelay: 1 })
const error = await wrapped().catch((thrown) => thrown)
console.log(calls, error.name, error.message)
`

test('wrapping a function loads no store and no package', () => {
  const program = `
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
const library = await import(${JSON.stringify(`${INDEX}?again`)})
const wrapped = library.recoverable(async () => 42)
console.log(await wrapped(), loaded.filter((url) => url.includes('node_modules') || url.includes('/src/store/')).length, loaded.length > 0)
`
  expect(run(program)).toBe('42 0 true\n')
})

test('a wait between attempts keeps the process alive, and nothing does afterwards', () => {
  expect(run(FAILING)).toBe('3 OperationExhaustedError "anonymous" was given up after 3 attempts: original\n')
})

test('a timeout keeps the process alive too', () => {
  const program = `
const hung = recoverable(() => new Promise(() => undefined), { timeout: 20, maxRetries: 0 })
console.log((await hung().catch((error) => error)).cause.name)
`
  expect(run(program)).toBe('OperationTimeoutError\n')
})

test.each(['false', '0', ' FALSE '])('RECOVERY_ENABLED=%s lets calls through unchanged', (value) => {
  expect(run(FAILING, { RECOVERY_ENABLED: value })).toBe('1 Error original\n')
})

test('a function that nobody followed for a thousand calls is followed again once somebody asks', () => {
  const program = `
const { currentOperation } = await import(${JSON.stringify(INDEX)})
const wrapped = recoverable(async (ask) => { await null; return ask ? currentOperation()?.attempt : 0 })
for (let call = 0; call < 1000; call++) await wrapped(false)
console.log(await wrapped(true), await wrapped(true))
`
  expect(run(program)).toBe('undefined 1\n')
})
