import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { registerOwnFunctions } from '../../src/functions/own-functions.ts'
import { createRecovery, InvalidInputError } from '../../src/index.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'

const EXAMPLE = fileURLToPath(new URL('../../examples/my-functions.ts', import.meta.url))

const silent = () => undefined
const SILENT = { debug: silent, info: silent, warn: silent, error: silent }

async function closedEngine() {
  const recovery = await createRecovery({ store: 'memory:', open: false })
  onTestFinished(() => recovery.stop())
  return recovery
}

/** What a real start says about such a module: Node itself loads it there, types removed. */
async function refusal(name: string, source: string | null): Promise<string> {
  const cwd = await tempFolder()
  if (source !== null) await writeFile(join(cwd, name), source)
  const server = startServerProcess(cwd, { RECOVERY_STORE: 'memory:' }, ['--functions', `./${name}`])
  expect(await server.exited).toBe(1)
  expect(server.stdout()).toBe('')
  expect(server.stderr()).not.toMatch(/\n\s+at /)
  return server.stderr()
}

test('the functions of the example run on the served engine', async () => {
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', RECOVERY_FUNCTIONS: EXAMPLE })
  const url = await server.started()
  expect(server.stdout()).toMatch(/ {13}send_report {2}\(from .*my-functions\.ts\)\n/)
  const ask = async (document: string) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: document }) })).json()
  }
  const input = '{ id: "report", functionName: "send_report", input: { to: "ada@example.com", rows: 3 } }'
  await ask(`mutation { startOperation(input: ${input}) { __typename } }`)
  const query = '{ operation(id: "report") { state result progress { fraction } } }'
  await expect
    .poll(() => ask(query), { interval: 20, timeout: 10_000 })
    .toEqual({
      data: {
        operation: { state: 'SUCCESS', result: { to: 'ada@example.com', bytes: 17, rows: 3 }, progress: { fraction: 1 } },
      },
    })
})

test('a configuration file names modules from its own folder', async () => {
  const cwd = await tempFolder()
  await mkdir(join(cwd, 'conf'))
  await writeFile(join(cwd, 'conf/recoverable.json'), JSON.stringify({ functions: ['a.mjs', './b.ts'] }))
  await writeFile(join(cwd, 'conf/a.mjs'), 'export const register = (recovery) => void recovery.define("a", () => 1)')
  await writeFile(join(cwd, 'conf/b.ts'), 'export async function register(r: any): Promise<void> { r.define("b", () => 2) }')
  const server = startServerProcess(cwd, { RECOVERY_STORE: 'memory:' }, ['--config', 'conf/recoverable.json'])
  await server.started()
  expect(server.stdout()).toContain(
    `             a  (from ${join('conf', 'a.mjs')})\n             b  (from ${join('conf', 'b.ts')})\n`,
  )
})

test.each<[string, string, string | null, RegExp]>([
  ['that is not there', 'none.ts', null, /The functions of none\.ts are not there: there is no such file \(.+none\.ts\)/],
  ['without register', 'a.ts', 'export const other: number = 1', /exports no function named register; add: export function/],
  ['whose register is a number', 'a.ts', 'export const register = 1', /exports as register is no function; add/],
  ['whose register throws', 'a.ts', 'export function register() { throw new Error("no database") }', /failed: no database/],
  [
    'whose error holds a password',
    'a.ts',
    'export function register() { throw new Error("no https://ada:hunter2@x.test") }',
    /failed: no https:\/\/\[redacted\]@x\.test\n$/,
  ],
  ['whose register rejects', 'a.mjs', 'export async function register() { throw "no, text" }', /failed: no, text/],
  ['with a syntax error', 'a.ts', 'export function register( {', /syntax error: Unexpected token.*at .*a\.ts:1/],
  ['with a syntax error in JavaScript', 'a.mjs', 'export function register( {', /syntax error: Unexpected end of input/],
  ['with an enum', 'a.ts', 'export enum X { A }', /enum is not supported.*a\.ts:1 \(export enum X \{ A \}\): Node only removes/],
  [
    'with decorators',
    'a.ts',
    'const d = (v: unknown) => v\nexport class A { @d m() {} }\nexport const register = () => {}',
    /syntax error: Invalid or unexpected token.*Decorators are not translated by Node: compile the file first/,
  ],
  ['that imports what is not there', 'a.ts', 'import "./gone.ts"', /cannot be loaded: Cannot find module .*gone\.ts/],
  [
    'that takes a name that is taken',
    'a.mjs',
    'export const register = (recovery) => recovery.define("download", () => 1)',
    /The functions of a\.mjs .*failed: A function named "download" is already defined; names are unique/,
  ],
])('a start with a module %s says what to do', async (_what, name, source, message) => {
  expect(await refusal(name, source)).toMatch(message)
})

test('a folder is no module', async () => {
  const cwd = await tempFolder()
  const loading = registerOwnFunctions(await closedEngine(), [cwd], join(cwd, 'elsewhere'), {
    clock: new FakeClock(),
    log: SILENT,
  })
  await expect(loading).rejects.toThrow(/it is not a file; name the module itself/)
  await expect(loading).rejects.toBeInstanceOf(InvalidInputError)
})

test.each([
  ['register never ends', 'export const register = () => new Promise(() => undefined)'],
  ['loading never ends', 'export const register = () => undefined; await new Promise(() => undefined)'],
])('a module whose %s is warned of after 10 s, and refused after 60 s', async (_what, source) => {
  const cwd = await tempFolder()
  await writeFile(join(cwd, 'slow.mjs'), source)
  const clock = new FakeClock()
  const warned: string[] = []
  const log = { ...SILENT, warn: (_fields: object, message: string) => void warned.push(message) }
  const loading = registerOwnFunctions(await closedEngine(), [join(cwd, 'slow.mjs')], cwd, { clock, log })
  const refused = expect(loading).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'functions' })

  await clock.advance(9999)
  expect(warned).toEqual([])
  await clock.advance(1)
  expect(warned).toEqual(['The functions of slow.mjs are not registered after 10 s; the start waits for them'])
  await clock.advance(50_000)
  await refused
  await expect(loading).rejects.toThrow('its register(recovery) did not end within 60 s')
  expect(clock.timers).toBe(0)
})
