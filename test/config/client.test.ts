import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ClientSurroundings, loadClientConfig } from '../../src/config/client.ts'
import { loadConfig } from '../../src/config/load.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function load(parts: Partial<ClientSurroundings> = {}, file: object | null = null) {
  const cwd = await tempFolder()
  if (file !== null) await writeFile(join(cwd, 'recoverable.config.json'), JSON.stringify(file))
  return loadClientConfig({ env: {}, cwd, file: null, url: null, token: null, ...parts })
}

const FILE = { client: { url: 'http://file:1', token: 'of-the-file' } }

test('a flag wins over the environment, and the environment over the file', async () => {
  const env = { RECOVERY_URL: 'http://env:2', RECOVERY_TOKEN: 'of-the-environment' }
  expect(await load({}, FILE)).toEqual({ url: 'http://file:1', token: 'of-the-file' })
  expect(await load({ env }, FILE)).toEqual({ url: 'http://env:2', token: 'of-the-environment' })
  expect(await load({ env, url: 'http://flag:3', token: 'of-the-flag' }, FILE)).toEqual({
    url: 'http://flag:3',
    token: 'of-the-flag',
  })
})

test('each part has its own precedence', async () => {
  expect(await load({ env: { RECOVERY_URL: 'http://env:2' } }, FILE)).toEqual({ url: 'http://env:2', token: 'of-the-file' })
})

test('without an address it is the server that would be started here', async () => {
  expect(await load()).toEqual({ url: 'http://127.0.0.1:4000', token: null })
  expect(await load({ env: { PORT: '5000' } }, { port: 6000 })).toMatchObject({ url: 'http://127.0.0.1:5000' })
  expect(await load({}, { port: 6000 })).toMatchObject({ url: 'http://127.0.0.1:6000' })
})

test('the address may end with a slash or with the path of GraphQL', async () => {
  expect(await load({ url: 'https://a.example/recovery/' })).toMatchObject({ url: 'https://a.example/recovery' })
  expect(await load({ url: 'https://a.example/recovery/graphql' })).toMatchObject({ url: 'https://a.example/recovery' })
})

test.each(['ftp://a.example', 'a.example', '', 'http://user:secret@a.example'])('the address %j is refused', async (url) => {
  await expect(load({ url: url || ' ' })).rejects.toThrow('--url is no address of a server')
})

test('a token that no header can hold is refused, and not shown', async () => {
  const wrong = 'with a space\nand more'
  const refused = load({ token: wrong })
  await expect(refused).rejects.toThrow('--token is no token')
  await expect(refused).rejects.not.toThrow('with a space')
})

test('all faults of the section are told at once', async () => {
  const { problems } = await load({}, { client: { url: 5, tokn: 'x' } }).catch((error) => error)
  expect(problems).toEqual([
    '"tokn" of "client" in recoverable.config.json is not known; it may have url and token',
    expect.stringContaining('"url" of "client" in recoverable.config.json is no address'),
  ])
})

test('the section is no setting of the server, and the variables are no typing errors of one', async () => {
  const cwd = await tempFolder()
  await writeFile(join(cwd, 'recoverable.config.json'), JSON.stringify({ ...FILE, port: 5000 }))
  const loaded = await loadConfig({ argv: [], env: { RECOVERY_URL: 'http://a', RECOVERY_TOKEN: 'b' }, cwd })
  expect(loaded).toMatchObject({ wants: 'server', config: { port: 5000 }, warnings: [] })
})
