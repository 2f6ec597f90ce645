import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { OpenApi } from '../../src/cli/api.ts'
import { cli, startCli } from './run-cli.ts'

const COMMANDS = [
  'start',
  'download',
  'list',
  'show',
  'watch',
  'retry',
  'pause',
  'resume',
  'cancel',
  'delete',
  'breakers',
  'trip',
  'reset',
  'status',
  'settings',
  'migrate',
  'doctor',
]

/** An address where somebody answers every request so. */
async function answering(status: number, body: string, type = 'application/json'): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body))
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('the help lists every command, how a server is found, examples and exit codes', async () => {
  const { code, stdout, stderr } = await cli(['--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const command of ['serve', ...COMMANDS]) expect(stdout).toMatch(new RegExp(`\n  ${command} `))
  expect(stdout).toContain('RECOVERY_URL and RECOVERY_TOKEN')
  expect(stdout).toMatch(/Exit codes:\n {2}0 {4}done\n/)
})

test.each(COMMANDS)('the help of %s has examples, --json and exit codes', async (command) => {
  const { code, stdout } = await cli([command, '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`Examples:\n  .*recoverable ${command}`))
  expect(stdout).toContain('--json')
  expect(stdout).toContain('Exit codes:')
})

test('the help of token create has them too', async () => {
  const { code, stdout } = await cli(['token', 'create', '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/--json[\s\S]*Examples:\n {2}recoverable token create[\s\S]*Exit codes:/)
})

test('the version is that of the package', async () => {
  expect(await cli(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
})

test.each([
  [[], 'Usage: recoverable'],
  [['frobnicate'], "unknown command 'frobnicate'"],
  [['list', '--limit', '0'], 'It is a whole number from 1 to 500.'],
  [['list', '--state', 'SLEEPY'], 'It is one of PENDING, IN_PROGRESS'],
  [['list', '--since', 'yesterday'], 'It is an instant such as'],
  [['list', '--metadata', '=1'], 'It is written as key=value.'],
  [['list', '--nonsense'], "unknown option '--nonsense'"],
  [['show'], "missing required argument 'id'"],
  [['start', 'greet', '--deadline', '5'], 'It is a length of time'],
  [['trip', 'download', '--for', 'ever'], 'It is a length of time'],
  [['status', '--url', 'nowhere'], '--url is no address of a server'],
  [['status', '--token', 'two words'], '--token is no token'],
])('what is not understood ends with 2 and says why: %j', async (argv, message) => {
  const ran = await cli(argv)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test('serve gets its flags as they stand, also those that other commands have', async () => {
  const { served, ended } = startCli(['serve', '--port', '0', '--help', '--store=memory:', '--no-such-flag'])
  expect(await ended).toBe(0)
  expect(served).toEqual([['--port', '0', '--help', '--store=memory:', '--no-such-flag']])
})

test('a server that is not there ends with 3, on one line', async () => {
  const ran = await cli(['status', '--url', 'http://127.0.0.1:1'])
  expect(ran).toMatchObject({ code: 3, stdout: '' })
  expect(ran.stderr).toMatch(/^http:\/\/127\.0\.0\.1:1\/graphql cannot be reached.*\n$/)
})

test('with --json an error is a document too, and stdout stays empty', async () => {
  const { stdout, stderr } = await cli(['status', '--url', 'http://127.0.0.1:1', '--json'])
  expect(stdout).toBe('')
  expect(JSON.parse(stderr)).toEqual({ error: { code: 'UNREACHABLE', message: expect.stringContaining('cannot be reached') } })
})

test('stacks and causes are told only when they are asked for', async () => {
  const argv = ['status', '--url', 'http://127.0.0.1:1']
  expect((await cli(argv)).stderr).not.toMatch(/\n\s+at /)
  expect((await cli([...argv, '--verbose'])).stderr).toMatch(/\n\s+at [\s\S]*Caused by: /)
})

test.each(['UNAUTHENTICATED', 'FORBIDDEN'])('%s ends with 5', async (code) => {
  const url = await answering(200, JSON.stringify({ errors: [{ message: 'Not you', extensions: { code } }] }))
  expect(await cli(['status', '--url', url, '--token', 'one'])).toEqual({ code: 5, stdout: '', stderr: 'Not you\n' })
})

test('what is no server of ours ends with 1 and is told so', async () => {
  const url = await answering(200, '<html>Hello</html>', 'text/html')
  const ran = await cli(['status', '--url', url])
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain('is that the address of the server?')
})

test('the message of a hostile server stays on its line', async () => {
  const message = 'Bad\u001b[2J\nDone'
  const url = await answering(200, JSON.stringify({ errors: [{ message, extensions: { code: 'INTERNAL' } }] }))
  expect((await cli(['status', '--url', url])).stderr).toBe('Bad\\e[2J\\nDone\n')
})

test('address and token come from the environment when no flag names them', async () => {
  const opened: unknown[] = []
  const openApi: OpenApi = (options) => {
    opened.push(options)
    throw new Error('seen enough')
  }
  const env = { RECOVERY_URL: 'http://a.example', RECOVERY_TOKEN: 'secret' }
  await cli(['status'], { env, openApi })
  await cli(['status', '--url', 'http://b.example', '--token', 'other'], { env, openApi })
  expect(opened).toEqual([
    { url: 'http://a.example', token: 'secret' },
    { url: 'http://b.example', token: 'other' },
  ])
})
