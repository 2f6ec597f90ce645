import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/schema.ts'
import { usage } from '../../src/config/usage.ts'

// A folder without configuration files.
const cwd = import.meta.dirname

async function load(env: NodeJS.ProcessEnv = {}, argv: readonly string[] = []) {
  const loaded = await loadConfig({ argv, env, cwd })
  if (loaded.wants !== 'server') throw new Error(`${loaded.wants} was asked for`)
  return loaded
}

async function config(env: NodeJS.ProcessEnv = {}, argv: readonly string[] = []): Promise<Config> {
  return (await load(env, argv)).config
}

async function problems(env: NodeJS.ProcessEnv = {}, argv: readonly string[] = []): Promise<readonly string[]> {
  const error = await load(env, argv).catch((thrown: unknown) => thrown)
  if (!(error instanceof ConfigError)) throw new Error('the configuration was accepted')
  return error.problems
}

const DEFAULTS = {
  host: '127.0.0.1',
  port: 4000,
  allowedHosts: [],
  allowUnauthenticated: false,
  tokens: [],
  jwtSecret: '',
  jwtPublicKey: '',
  jwtIssuer: '',
  jwtAudience: '',
  maxConnections: 10_000,
  maxSubscriptions: 256,
  messageRate: 100,
  requestRate: 1000,
  idleTimeout: 300_000,
  requestTimeout: 30_000,
  store: 'sqlite:./data/recovery.db',
  synchronous: 'normal',
  encryptionKey: '',
  redact: [],
  redactExcept: [],
  enabled: true,
  maxRetries: 5,
  initialDelay: 2000,
  backoffFactor: 2,
  maxDelay: 300_000,
  circuitBreakerThreshold: 5,
  circuitBreakerTimeout: 600_000,
  concurrency: 64,
  retention: 30 * 86_400_000,
  retentionSuccess: null,
  retentionFailed: null,
  retentionExhausted: null,
  retentionCancelled: null,
  eventRetention: 7 * 86_400_000,
  functions: [],
  introspection: true,
  dashboard: true,
  graphiql: true,
  maxQueryCost: 50_000,
  maxQueryDepth: 12,
  maxQueryAliases: 100,
  maxQueryTokens: 5000,
  downloadDir: './data/downloads',
  downloadAllowPrivate: false,
  maxConcurrentDownloads: 3,
  downloadBandwidthLimit: 0,
  downloadTimeout: 30_000,
  downloadAttemptTimeout: 0,
  downloadChunkSize: 1_048_576,
  shutdownTimeout: 10_000,
  metrics: true,
  logLevel: 'info',
}

test('without any setting the defaults of a server hold', async () => {
  expect(await config()).toEqual(DEFAULTS)
})

test('bare numbers of durations are seconds, text may name its unit', async () => {
  const read = await config({ RECOVERY_INITIAL_DELAY: '1.5', RECOVERY_MAX_DELAY: '5m', RECOVERY_SHUTDOWN_TIMEOUT: '500ms' })
  expect(read).toMatchObject({ initialDelay: 1500, maxDelay: 300_000, shutdownTimeout: 500 })
})

test('a flag wins over the environment', async () => {
  expect(await config({ PORT: '5000' }, ['--port', '6000'])).toMatchObject({ port: 6000 })
})

test('a boolean flag needs no value and accepts one', async () => {
  expect(await config({}, ['--download-allow-private'])).toMatchObject({ downloadAllowPrivate: true })
  expect(await config({}, ['--download-allow-private=false'])).toMatchObject({ downloadAllowPrivate: false })
})

test.each([
  ['true', true],
  ['FALSE', false],
  ['0', false],
  ['1', true],
])('a boolean flag takes %s as its value, as other flags do', async (value, expected) => {
  const read = await config({}, ['--download-allow-private', value, '--port', '1', '--allow-unauthenticated'])
  expect(read).toMatchObject({ downloadAllowPrivate: expected, port: 1, allowUnauthenticated: true })
})

test('a boolean flag takes nothing else as its value', async () => {
  expect(await problems({}, ['--download-allow-private', 'maybe'])).toEqual([
    '"maybe" is not understood; settings are given as --name value',
  ])
})

test('the columns of the help stand apart, one below the other', () => {
  const rows = usage()
    .split('\n')
    .filter((line) => line.startsWith('  --'))
  const columns = rows.map((row) => /^ {2}(--[a-z-]+) {2,}([A-Z_]+) {2,}\S/.exec(row)).filter((found) => found !== null)

  expect(columns).toHaveLength(rows.length - 3)
  expect(new Set(columns.map((found) => found[0].length)).size).toBe(1)
})

test('a flag without its value is told so', async () => {
  expect(await problems({}, ['--port'])).toEqual(['--port lacks its value'])
})

test('an empty variable counts as absent', async () => {
  expect(await config({ PORT: '', RECOVERY_STORE: ' ' })).toMatchObject({ port: 4000, store: 'sqlite:./data/recovery.db' })
})

test('zero retries are legal', async () => {
  expect(await config({ RECOVERY_MAX_RETRIES: '0' })).toMatchObject({ maxRetries: 0 })
})

test('names of further hosts are separated by commas', async () => {
  const read = await config({ RECOVERY_ALLOWED_HOSTS: 'recovery.example.com, localhost:8080' })
  expect(read.allowedHosts).toEqual(['recovery.example.com', 'localhost:8080'])
})

test('all wrong values are reported at once, each with its place, its value and what is allowed', async () => {
  const found = await problems({ PORT: '70000', RECOVERY_LOG_LEVEL: 'loud' }, [
    '--max-retries',
    'many',
    '--colour',
    'red',
    '--quick',
  ])
  expect(found).toHaveLength(6)
  expect(found).toEqual(
    expect.arrayContaining([
      '"red" is not understood; settings are given as --name value',
      '--colour is not a flag of this server, or lacks its value; --help lists the flags',
      '--quick is not a flag of this server, or lacks its value; --help lists the flags',
      'PORT is "70000"; allowed: a whole number from 0 to 65535',
      '--max-retries is "many"; allowed: a whole number from 0 to 1000',
      'RECOVERY_LOG_LEVEL is "loud"; allowed: one of fatal, error, warn, info, debug, trace, silent',
    ]),
  )
})

test.each([
  ['RECOVERY_MAX_RETRIES', '-1'],
  ['RECOVERY_MAX_RETRIES', '1.5'],
  ['RECOVERY_MAX_RETRIES', '0x10'],
  ['RECOVERY_MAX_RETRIES', '1e2'],
  ['RECOVERY_BACKOFF_FACTOR', '0.5'],
  ['RECOVERY_INITIAL_DELAY', '-2'],
  ['RECOVERY_INITIAL_DELAY', 'soon'],
  ['RECOVERY_INITIAL_DELAY', 'NaN'],
  ['RECOVERY_CONCURRENCY', '0'],
  ['RECOVERY_SYNCHRONOUS', 'off'],
  ['RECOVERY_DOWNLOAD_ALLOW_PRIVATE', 'yes please'],
  ['RECOVERY_ALLOWED_HOSTS', 'http://example.com'],
  ['RECOVERY_STORE', 'mysql://localhost'],
  ['RECOVERY_STORE', 'sqlite:'],
  ['HOST', 'http://127.0.0.1'],
])('%s does not accept %s', async (name, value) => {
  expect(await problems({ [name]: value })).toEqual([expect.stringContaining(`${name} is ${JSON.stringify(value)}; allowed: `)])
})

test('a message does not show the password of an address', async () => {
  const [problem] = await problems({ RECOVERY_STORE: 'postgres://admin:hunter2@db.example.com/recovery' })
  expect(problem).toContain('postgres://***@db.example.com/recovery')
  expect(problem).not.toContain('hunter2')
})

test('a variable that looks like ours and is not is a warning', async () => {
  const { warnings } = await load({ RECOVERY_MAX_RETRYS: '3', RECOVERY_PERSISTENCE_ENABLED: 'true', OTHER: 'x' })
  expect(warnings).toEqual(['RECOVERY_MAX_RETRYS is set, but this version has no such setting; it is ignored'])
})

test.each(['0.0.0.0', '192.168.1.5', '::', 'example.com', '127.evil.example'])(
  'the host %s is refused without authentication',
  async (host) => {
    expect(await problems({ HOST: host })).toEqual([expect.stringContaining('RECOVERY_ALLOW_UNAUTHENTICATED=true')])
  },
)

test.each(['localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]'])('the loopback host %s is accepted', async (host) => {
  expect(await config({ HOST: host })).toMatchObject({ host })
})

test('another host is accepted without authentication from one who says so twice', async () => {
  const twice = { RECOVERY_ALLOW_UNAUTHENTICATED: 'true', RECOVERY_ALLOWED_HOSTS: 'recovery.example.com' }
  expect(await config({ HOST: '0.0.0.0', ...twice })).toMatchObject({ host: '0.0.0.0' })
  for (const once of Object.keys(twice) as readonly (keyof typeof twice)[]) {
    expect(await problems({ HOST: '0.0.0.0', [once]: twice[once] })).toEqual([expect.stringContaining('set both')])
  }
})

test('of two waits that do not fit together the default gives way', async () => {
  expect(await config({ RECOVERY_MAX_DELAY: '1' })).toMatchObject({ initialDelay: 1000, maxDelay: 1000 })
  expect(await config({ RECOVERY_INITIAL_DELAY: '10m' })).toMatchObject({ initialDelay: 600_000, maxDelay: 600_000 })
})

test('a first wait longer than the longest, both stated, is refused', async () => {
  expect(await problems({ RECOVERY_INITIAL_DELAY: '10', RECOVERY_MAX_DELAY: '5' })).toEqual([
    'RECOVERY_INITIAL_DELAY ("10") is longer than RECOVERY_MAX_DELAY ("5"); it may be at most as long',
  ])
})

test.each(['--help', '-h'])('%s asks for help whatever else is wrong', async (flag) => {
  expect(await loadConfig({ argv: [flag, '--port', 'x'], env: {}, cwd })).toEqual({ wants: 'help' })
})

test('what somebody set is told apart from the defaults', async () => {
  expect([...(await load()).stated]).toEqual([])
  expect([...(await load({ RECOVERY_MAX_DELAY: '300' }, ['--port', '5000'])).stated]).toEqual(['port', 'maxDelay'])
})
