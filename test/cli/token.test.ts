import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { findTokenEntry } from '../../src/server/auth/tokens.ts'
import { startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { cli } from './run-cli.ts'

async function create(role: string) {
  const { stdout } = await cli(['token', 'create', 'ada', '--role', role, '--json'])
  return JSON.parse(stdout) as { readonly token: string; readonly entry: string }
}

test('a token is shown once, with the entry for the server, which does not hold it', async () => {
  const { code, stdout, stderr } = await cli(['token', 'create', 'ada', '--role', 'operator'])
  const [, token = '', entry = ''] = /^Token {2}(rcv_[\w-]{43})\nEntry {2}(ada:operator:sha256-[\w-]{43})\n$/.exec(stdout) ?? []
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('it is not shown again') })
  expect(entry).not.toContain(token.slice(4))
  const loaded = await loadConfig({ argv: [], env: { RECOVERY_TOKENS: entry }, cwd: await tempFolder() })
  if (loaded.wants !== 'server') throw new Error('no configuration')
  expect(findTokenEntry(loaded.config.tokens, token)).toMatchObject({ name: 'ada', role: 'operator' })
})

test('no two tokens are the same', async () => {
  expect((await create('viewer')).token).not.toBe((await create('viewer')).token)
})

test.each([
  [['token', 'create', 'ada'], "required option '--role <role>' not specified"],
  [['token', 'create', 'ada', '--role', 'king'], 'Allowed choices are viewer, operator, admin'],
  [['token', 'create', 'a:b', '--role', 'viewer'], '"a:b" cannot be the name: it is 1 to 255 letters'],
  [['token', 'create', 'a,b', '--role', 'viewer'], '"a,b" cannot be the name'],
])('what the server would refuse is refused: %j', async (argv, message) => {
  const ran = await cli(argv)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test('a server lets the token in, and a wrong, a missing or a too weak one ends with 5', async () => {
  const [operator, viewer] = [await create('operator'), await create('viewer')]
  const tokens = [operator.entry, viewer.entry.replace(/^ada/, 'eve')].join(',')
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', RECOVERY_TOKENS: tokens })
  const url = await server.started()
  const withToken = (argv: readonly string[], token: string) => cli(argv, { url, env: { RECOVERY_TOKEN: token } })
  expect(await withToken(['trip', 'download'], operator.token)).toMatchObject({ code: 0 })
  expect(await withToken(['status'], viewer.token)).toMatchObject({ code: 0 })
  expect(await withToken(['reset', 'download'], viewer.token)).toMatchObject({ code: 5, stdout: '' })
  expect(await withToken(['status'], `${viewer.token}x`)).toMatchObject({ code: 5, stdout: '' })
  const missing = 'This server wants to know who asks: name a token with --token or RECOVERY_TOKEN\n'
  expect(await cli(['status'], { url })).toEqual({ code: 5, stdout: '', stderr: missing })
  // The subscription shows the token too.
  const input = ['--input', '{"method":"GET","url":"http://127.0.0.1:1/"}']
  const started = await withToken(['start', 'http_request', ...input, '--id', 'mine', '--watch'], operator.token)
  expect(started).toMatchObject({ code: 1, stdout: expect.stringContaining('FAILED') })
  const shown = JSON.parse((await withToken(['show', 'mine', '--json'], viewer.token)).stdout)
  expect(shown.events[0]).toMatchObject({ type: 'created', actor: 'ada' })
})
