import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, expect, test } from 'vitest'
import { startServerProcess } from '../support/server-process.ts'
import { checkTypes, packAndInstall, run } from './packed.ts'

const folder = await mkdtemp(join(tmpdir(), 'recoverable-package-'))
const packed = await packAndInstall(folder)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a program of a user in plain Node. */
async function runProgram(code: string) {
  await writeFile(join(packed.project, 'program.mjs'), code)
  return await run(packed.project, process.execPath, ['program.mjs'])
}

test('the package holds JavaScript and declarations, and nothing that only a clone needs', () => {
  const { files } = packed
  expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'CHANGELOG.md', 'schema/schema.graphql']))
  expect(files).toEqual(expect.arrayContaining(['dist/src/index.js', 'dist/src/index.d.ts', 'dist/src/client/index.d.ts']))
  expect(files.filter((file) => /(?<!\.d)\.ts$|^(src|test|scripts|node_modules)\b|\.own$/.test(file))).toEqual([])
})

test('its manifest asks for the Node that the dependencies need, and installs none', () => {
  const { manifest } = packed
  expect(manifest).not.toHaveProperty('optionalDependencies')
  expect(manifest).toMatchObject({ name: 'recoverable', type: 'module', engines: { node: '>=22.17' } })
  expect(manifest).not.toHaveProperty('devDependencies')
  expect(manifest).not.toHaveProperty('scripts')
})

test('packing leaves the package.json of the clone as it was', () => {
  expect(packed.own.after).toBe(packed.own.before)
})

test('a program in plain JavaScript runs operations, with a database of its own', async () => {
  const { code, stdout, stderr } = await runProgram(`
    import { createRecovery, recoverable } from 'recoverable'
    const recovery = await createRecovery({ store: 'sqlite:recovery.db' })
    const greet = recovery.define('greet', (name) => 'Hello, ' + name)
    console.log(await greet.run('Ada'))
    let calls = 0
    const flaky = recoverable(() => { if (++calls === 1) throw new Error('once'); return calls }, { initialDelay: 1 })
    console.log(await flaky())
    await recovery.stop()
  `)
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'Hello, Ada\n2\n', stderr: '' })
})

test('the client is imported without the engine', async () => {
  const { code, stdout, stderr } = await runProgram(`
    import { registerHooks } from 'node:module'
    registerHooks({ resolve(specifier, context, next) {
      if (/mikro-orm|better-sqlite3|pothos|yoga/.test(specifier)) throw new Error('imports ' + specifier)
      return next(specifier, context)
    } })
    const { ClientError, createClient } = await import('recoverable/client')
    const client = createClient({ url: 'http://127.0.0.1:1', fetch: () => Promise.reject(new TypeError('refused')) })
    const error = await client.status().catch((thrown) => thrown)
    console.log(error instanceof ClientError, error.code)
  `)
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'true UNREACHABLE\n', stderr: '' })
})

test('CommonJS may require it', async () => {
  await writeFile(join(packed.project, 'program.cjs'), "console.log(typeof require('recoverable').createRecovery)")
  expect(await run(packed.project, process.execPath, ['program.cjs'])).toMatchObject({ code: 0, stdout: 'function\n' })
})

test('the command runs from the package', async () => {
  const bin = join('node_modules', 'recoverable', 'bin', 'recoverable.mjs')
  const { code, stdout, stderr } = await run(packed.project, process.execPath, [bin, '--version'])
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${String(packed.manifest.version)}\n`, stderr: '' })
})

test('a server of the package shows the dashboard, though the project has nothing to build it with', async () => {
  const bin = join(packed.project, 'node_modules', 'recoverable', 'bin', 'recoverable.mjs')
  const server = startServerProcess(packed.project, { RECOVERY_STORE: 'memory:' }, ['serve'], bin)
  const url = await server.started()
  expect(server.stdout()).toContain(`Dashboard  ${url}/\n`)
  const page = await (await fetch(`${url}/operations`, { headers: { accept: 'text/html' } })).text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? ''
  const { status, headers } = await fetch(url + script)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
})

const TYPED = `
import { createRecovery, recoverable, type Context } from 'recoverable'
import { createClient, orThrow, RecoveryUpdates, type OperationState } from 'recoverable/client'
const recovery = await createRecovery({ store: 'memory:' })
const double = recovery.define('double', async (n: number, ctx: Context) => n * 2 + ctx.attempt)
const result: number = await double.run(2)
const wrapped: (text: string) => Promise<number> = recoverable((text: string) => text.length)
const client = createClient({ url: 'http://127.0.0.1:4000', token: async () => 'secret' })
const { operation } = orThrow(await client.start({ functionName: 'double', input: 2 }))
for await (const { state } of client.updates({ operationId: operation.id })) {
  const known: OperationState = state
  if (known === 'SUCCESS') break
}
for await (const { cursor } of client.subscribe(RecoveryUpdates, { after: operation.eventCursor })) cursor.slice()
export { result, wrapped }
`

test.each([
  ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
  // The other reads every declaration, those of the dependencies too.
  ['bundler', { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true }],
])(
  'a program with moduleResolution %s finds all types',
  async (_name, options) => {
    expect(await checkTypes(packed.project, TYPED, options)).toEqual({ code: 0, stdout: '', stderr: '' })
  },
  60_000,
)

test('a program that uses it wrongly is told', async () => {
  const options = { module: 'nodenext', moduleResolution: 'nodenext' }
  const wrong = "import { createClient } from 'recoverable/client'\nawait createClient({ url: 1 }).pause('id')\n"
  const { stdout } = await checkTypes(packed.project, wrong, options)
  expect(stdout).toContain("Type 'number' is not assignable to type 'string'")
  expect(stdout).toContain('PauseOperationInput')
})
