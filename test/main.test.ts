import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { createToken, hashToken, tokenEntryText } from '../src/server/auth/tokens.ts'
import { builtDashboard } from './support/built-dashboard.ts'
import { type ServerProcess, startServerProcess } from './support/server-process.ts'
import { tempFolder } from './support/temp-folder.ts'

async function ask(url: string, query: string, variables: object = {}): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return response.json()
}

/** What a start that fails says: one message, no stack. `code`: 2 for faults of the configuration. */
async function failure(server: ServerProcess, code = 1): Promise<string> {
  expect(await server.exited).toBe(code)
  expect(server.stdout()).toBe('')
  expect(server.stderr()).not.toMatch(/\n\s+at /)
  return server.stderr()
}

test.each(['SIGTERM', 'SIGINT'] as const)('a server starts, says where it is, serves, and ends with 0 on %s', async (signal) => {
  const server = startServerProcess(await tempFolder())
  const url = await server.started()
  expect(server.stdout()).toContain(`Recoverable ${packageJson.version}`)
  expect(server.stdout()).toContain('sqlite:./data/recovery.db')
  expect(server.stdout()).toContain('Functions  download, http_request')
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(await ask(url, '{ functions { name } }')).toEqual({
    data: {
      functions: [
        'download',
        'http_request',
        'retention.sweep',
        'bulk.control',
        'diagnostics.tests',
        'diagnostics.validation',
        'diagnostics.benchmark',
      ].map((name) => ({ name })),
    },
  })
  server.child.kill(signal)
  expect(await server.exited).toBe(0)
})

test.each([
  ['the dashboard, and names it first', {}, /Recoverable [\d.]+\n\n {2}Dashboard {2}http:\S+\/\n/, '<div id="app">'],
  ['a page of links when the dashboard is switched off', { RECOVERY_DASHBOARD: 'false' }, /^(?!.*Dashboard)/s, '<ul>'],
])('a browser is shown %s', async (_, env, said, shown) => {
  await builtDashboard()
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', ...env })
  const page = await fetch(await server.started(), { headers: { accept: 'text/html' } })
  expect(server.stdout()).toMatch(said)
  expect(await page.text()).toContain(shown)
})

test('a server with tokens says so, asks for them, and writes none of them anywhere', async () => {
  const [token, wrong] = [createToken(randomBytes), createToken(randomBytes)]
  const entry = tokenEntryText({ name: 'ada', role: 'viewer', hash: hashToken(token) })
  const env = { RECOVERY_STORE: 'memory:', RECOVERY_TOKENS: entry, HOST: '0.0.0.0', RECOVERY_LOG_LEVEL: 'trace' }
  const server = startServerProcess(await tempFolder(), env)
  const url = (await server.started()).replace('0.0.0.0', '127.0.0.1')
  expect(server.stdout()).toContain('Open to    callers with a token (1 configured)')
  const status = async (shown: string) =>
    (await fetch(`${url}/api/recovery/status`, { headers: { authorization: `Bearer ${shown}` } })).status
  expect([await status(token), await status(wrong)]).toEqual([200, 401])
  server.child.kill('SIGTERM')
  await server.exited
  for (const secret of [token, wrong, hashToken(token)]) expect(server.stdout() + server.stderr()).not.toContain(secret)
})

test('a start without tokens on an address that others reach is refused', async () => {
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', HOST: '0.0.0.0' })
  expect(await failure(server, 2)).toContain('no tokens are wanted: whoever reaches the port controls the server')
})

test('a key for web tokens that cannot be used stops the start', async () => {
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', RECOVERY_JWT_PUBLIC_KEY: './none.pem' })
  expect(await failure(server)).toContain('RECOVERY_JWT_PUBLIC_KEY is neither a PEM text nor the path of a file')
})

test('a circuit breaker takes its settings from the environment, and outlives the server that it was tripped on', async () => {
  const folder = await tempFolder()
  const lookAndStop = async (server: ServerProcess, query: string): Promise<unknown> => {
    const answer = await ask(await server.started(), query)
    server.child.kill('SIGTERM')
    await server.exited
    return answer
  }
  const fields = '{ id state forced }'
  const trip = `mutation { tripCircuitBreaker(input: { scope: "download" }) { ... on CircuitBreakerPayload { circuitBreaker ${fields} } } }`
  const look = `{ circuitBreaker(scope: "download") ${fields} recoveryStatus { circuitBreakerThreshold } }`
  const first = startServerProcess(folder, { RECOVERY_CIRCUIT_BREAKER_THRESHOLD: '7' })
  const { data } = (await lookAndStop(first, trip)) as { data: { tripCircuitBreaker: { circuitBreaker: { state: string } } } }
  const { circuitBreaker } = data.tripCircuitBreaker
  expect(circuitBreaker).toMatchObject({ state: 'OPEN', forced: true })

  const second = startServerProcess(folder, { RECOVERY_CIRCUIT_BREAKER_THRESHOLD: '7' })
  expect(await lookAndStop(second, look)).toEqual({
    data: { circuitBreaker, recoveryStatus: { circuitBreakerThreshold: 7 } },
  })
})

test('log lines are JSON when nobody watches, and warn of variables that are no setting', async () => {
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', RECOVERY_MAX_RETRYS: '1' })
  await server.started()
  server.child.kill('SIGTERM')
  await server.exited
  const lines = server
    .stderr()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining('RECOVERY_MAX_RETRYS'), 'Stopping', 'Stopped'])
})

test('a second signal ends a stop that takes its time, at once and with 1', async () => {
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', RECOVERY_SHUTDOWN_TIMEOUT: '5m' })
  const { port } = new URL(await server.started())
  // A request that does not arrive as a whole keeps the server waiting.
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n`,
  )
  await once(socket, 'data')
  server.child.kill('SIGTERM')
  await expect.poll(server.stderr).toContain('Stopping')
  server.child.kill('SIGTERM')
  expect(await server.exited).toBe(1)
})

test('a port in use is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const message = await failure(startServerProcess(await tempFolder(), { PORT: String(port) }))
  expect(message).toBe(`Port ${port} of 127.0.0.1 is in use by another program; stop it, or set PORT to a free port\n`)
})

test('a faulty configuration is explained', async () => {
  const message = await failure(startServerProcess(await tempFolder(), { PORT: 'x' }, ['--colour']), 2)
  expect(message).toContain('PORT is "x"; allowed: a whole number from 0 to 65535')
  expect(message).toContain('--colour is not a flag')
})

test('a file that is no database is refused and left as it is', async () => {
  const cwd = await tempFolder()
  const letter = 'Dear database, '.repeat(1000)
  await writeFile(join(cwd, 'letter.db'), letter)
  const message = await failure(startServerProcess(cwd, { RECOVERY_STORE: 'sqlite:letter.db' }))
  expect(message).toContain('letter.db')
  expect(await readFile(join(cwd, 'letter.db'), 'utf8')).toBe(letter)
})

test('a second server on the same file is refused while the first one lives', async () => {
  const cwd = await tempFolder()
  await startServerProcess(cwd).started()
  const message = await failure(startServerProcess(cwd))
  expect(message).toContain('recovery.db')
})

test('what a killed server left running is taken up by the next', async () => {
  const cwd = await tempFolder()
  const silent = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => {
    silent.closeAllConnections()
    silent.close()
  })
  await once(silent, 'listening')
  const asked = once(silent, 'request')
  const { port } = silent.address() as AddressInfo
  const env = { RECOVERY_DOWNLOAD_ALLOW_PRIVATE: 'true' }
  const first = startServerProcess(cwd, env)
  const input = { url: `http://127.0.0.1:${port}/file`, destination: 'file' }
  const start = 'mutation ($input: JSON) { startOperation(input: { functionName: "download", input: $input }) { __typename } }'
  await ask(await first.started(), start, { input })
  await asked
  first.child.kill('SIGKILL')
  expect(await first.exited).toBe('SIGKILL')
  const second = startServerProcess(cwd, env)
  await second.started()
  expect(second.stdout()).toContain('Taken up   1 operation, 1 of them interrupted')
})

test('a place where no folder can be made is refused, and the start ends', async () => {
  const message = await failure(startServerProcess(await tempFolder(), { RECOVERY_STORE: 'sqlite:/proc/nowhere/recovery.db' }))
  expect(message).toContain('its folder cannot be made')
})

test('help and version are answered without a server', async () => {
  const help = startServerProcess(await tempFolder(), {}, ['--help'])
  expect(await help.exited).toBe(0)
  expect(help.stdout()).toContain('--max-retries')
  expect(help.stdout()).toContain('RECOVERY_MAX_RETRIES')
  const version = startServerProcess(await tempFolder(), {}, ['--version'])
  expect(await version.exited).toBe(0)
  expect(version.stdout()).toBe(`${packageJson.version}\n`)
})

test('SIGTERM to npm start stops the server and not only npm', async () => {
  const npm = spawn('npm', ['start', '--silent'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, PORT: '0', RECOVERY_STORE: 'memory:' },
  })
  onTestFinished(() => void npm.kill('SIGKILL'))
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  npm.stdout.on('data', collect)
  npm.stderr.on('data', collect)
  while (!output.includes('Taken up')) await once(npm.stdout, 'data')
  npm.kill('SIGTERM')
  await once(npm, 'close')

  expect(output).toContain('Stopped')
})
