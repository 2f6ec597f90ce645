import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'

let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'recoverable-config-'))
})

afterEach(async () => {
  await rm(cwd, { recursive: true })
})

async function write(name: string, content: string): Promise<void> {
  await writeFile(join(cwd, name), content)
}

async function config(env: NodeJS.ProcessEnv = {}, argv: readonly string[] = []) {
  const loaded = await loadConfig({ argv, env, cwd })
  if (loaded.wants !== 'server') throw new Error(`${loaded.wants} was asked for`)
  return loaded.config
}

test('a JSON file is read, and the environment wins over it', async () => {
  await write(
    'recoverable.config.json',
    JSON.stringify({ port: 5000, maxRetries: 1, allowedHosts: ['a.example'], initialDelay: '3s' }),
  )
  expect(await config({ PORT: '6000' })).toMatchObject({
    port: 6000,
    maxRetries: 1,
    allowedHosts: ['a.example'],
    initialDelay: 3000,
  })
})

test('the default export of a TypeScript file is read', async () => {
  await write('recoverable.config.ts', 'const port: number = 5001\nexport default { port, downloadAllowPrivate: true }\n')
  expect(await config()).toMatchObject({ port: 5001, downloadAllowPrivate: true })
})

test('a flag names another file', async () => {
  await write('recoverable.config.json', JSON.stringify({ port: 5000 }))
  await write('mine.json', JSON.stringify({ port: 5002 }))
  expect(await config({}, ['--config', 'mine.json'])).toMatchObject({ port: 5002 })
})

test('a number for a duration is refused, since nobody could tell its unit', async () => {
  await write('recoverable.config.json', JSON.stringify({ initialDelay: 2000 }))
  await expect(config()).rejects.toThrow('"initialDelay" in recoverable.config.json is 2000; allowed: a text such as "500ms"')
})

test('unknown keys, wrong types and faults of other places are reported together', async () => {
  await write('recoverable.config.json', JSON.stringify({ prot: 1, breaker: {} }))
  await expect(config({ PORT: 'x' })).rejects.toMatchObject({
    problems: [
      expect.stringContaining('"prot" in recoverable.config.json is not a setting'),
      expect.stringContaining('"breaker" in recoverable.config.json is not a setting'),
      expect.stringContaining('PORT is "x"'),
    ],
  })
})

test.each([
  ['recoverable.config.json', '{ port: 1 }', 'recoverable.config.json cannot be read: '],
  ['recoverable.config.json', '[]', 'recoverable.config.json must hold an object of settings'],
  ['recoverable.config.ts', 'export const port = 1', 'recoverable.config.ts must export by default an object of settings'],
  ['recoverable.config.ts', 'throw new Error("no disk")', 'recoverable.config.ts cannot be read: no disk'],
])('%s with the content %s is refused', async (name, content, message) => {
  await write(name, content)
  await expect(config()).rejects.toThrow(message)
})

test('a file that is no JSON is refused without a part of it being shown', async () => {
  await write('recoverable.config.json', '{ "encryptionKey": hunter2 }')
  await expect(config()).rejects.toThrow(/recoverable\.config\.json cannot be read: Unexpected token 'h'$/)
})

test('a named file that does not exist is refused', async () => {
  await expect(config({}, ['--config', 'absent.json'])).rejects.toThrow('absent.json cannot be read')
})

test('two configuration files are refused', async () => {
  await write('recoverable.config.json', '{}')
  await write('recoverable.config.ts', 'export default {}')
  await expect(config()).rejects.toThrow('both recoverable.config.ts and recoverable.config.json exist')
})

test('a key named like a property of all objects is not a setting', async () => {
  await write('recoverable.config.json', '{ "__proto__": { "port": 1 }, "constructor": 1 }')
  await expect(config()).rejects.toThrow('"constructor" in recoverable.config.json is not a setting')
})
