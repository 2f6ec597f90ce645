import { once } from 'node:events'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { checkJump, checkSkew } from '../../src/cli/doctor/clock.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { checkNode } from '../../src/cli/doctor/node-version.ts'
import { checkSecrets } from '../../src/cli/doctor/secrets.ts'
import { judgeSpace } from '../../src/cli/doctor/space.ts'
import { MIGRATIONS_TABLE } from '../../src/store/sqlite/migrations/migrations.ts'
import { startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { cli, type RunOptions } from './run-cli.ts'

const NOBODY = 'http://127.0.0.1:1'

async function doctor(options: RunOptions) {
  const { code, stdout } = await cli(['doctor', '--json'], options)
  const { checks }: { checks: readonly Finding[] } = JSON.parse(stdout)
  return { code, checks, find: (name: string) => checks.find((check) => check.name === name) }
}

test('beside a server that runs all is well', async () => {
  const cwd = await tempFolder()
  const server = startServerProcess(cwd)
  const url = await server.started()
  const { code, checks, find } = await doctor({ cwd, env: { RECOVERY_URL: url, PORT: new URL(url).port } })
  expect(checks.filter(({ status }) => status === 'fail')).toEqual([])
  expect(code).toBe(0)
  expect(find('store')).toMatchObject({ status: 'ok', message: expect.stringContaining('a server uses it') })
  expect(find('server')).toMatchObject({ status: 'ok', message: `${url} answers, version 0.1.0` })
  expect(find('port')).toMatchObject({ status: 'ok', message: expect.stringContaining('A server answers') })
  expect(find('clock of the server')).toMatchObject({ status: 'ok' })
  const people = await cli(['doctor'], { cwd, env: { RECOVERY_URL: url } })
  expect(people.stdout).toMatch(/^ok {4}node: Node /)
})

test('without a server it says so, and what else would keep one from starting', async () => {
  const cwd = await tempFolder()
  const { code, find } = await doctor({ cwd, env: { PORT: '0' }, url: NOBODY })
  expect(find('server')).toMatchObject({ status: 'warn', remedy: expect.stringContaining('recoverable serve') })
  expect(find('store')).toMatchObject({ status: 'ok', message: expect.stringContaining('the first start makes it') })
  expect(code).toBe(0)
})

test('every fault of the configuration is a check of its own, and ends with 1', async () => {
  const { code, checks } = await doctor({ cwd: await tempFolder(), env: { PORT: 'x', RECOVERY_MAX_RETRIES: '-1' }, url: NOBODY })
  const faults = checks.filter(({ status }) => status === 'fail')
  expect(faults.map(({ name, message }) => `${name} ${message.split(' ')[0]}`)).toEqual([
    'configuration PORT',
    'configuration RECOVERY_MAX_RETRIES',
  ])
  expect(code).toBe(1)
})

test('a variable that is no setting, and a store that forgets, are warnings', async () => {
  const env = { RECOVERY_MAX_RETRYS: '1', RECOVERY_STORE: 'memory:', PORT: '0' }
  const { code, checks } = await doctor({ cwd: await tempFolder(), env, url: NOBODY })
  const warnings = checks.filter(({ status }) => status === 'warn').map(({ message }) => message)
  expect(warnings).toEqual([
    expect.stringContaining('RECOVERY_MAX_RETRYS'),
    expect.stringContaining('a restart forgets everything'),
    expect.stringContaining('No server answers'),
  ])
  expect(code).toBe(0)
})

test.each([
  ['an older version', `delete from ${MIGRATIONS_TABLE} where name = '0003_light_calls'`, 'warn', 'recoverable migrate'],
  ['a newer version', `update ${MIGRATIONS_TABLE} set name = '9999_future' where id = 1`, 'fail', 'Start that version'],
])('a store of %s is told with what to do', async (_name, sql, status, remedy) => {
  const cwd = await tempFolder()
  const env = { RECOVERY_STORE: 'sqlite:recovery.db', PORT: '0' }
  await cli(['migrate'], { cwd, env })
  const database = new Database(join(cwd, 'recovery.db'))
  database.exec(sql)
  database.close()
  const { find } = await doctor({ cwd, env, url: NOBODY })
  expect(find('store')).toMatchObject({ status, remedy: expect.stringContaining(remedy) })
})

test('a store whose encryption key is not the one that is set is a fault, and nothing is changed', async () => {
  const cwd = await tempFolder()
  const env = { RECOVERY_STORE: 'sqlite:recovery.db', PORT: '0' }
  const withKey = (fill: number) => ({ ...env, RECOVERY_ENCRYPTION_KEY: `k1:${Buffer.alloc(32, fill).toString('base64')}` })
  await cli(['migrate'], { cwd, env: withKey(7) })
  const before = await readFile(join(cwd, 'recovery.db'))
  expect((await doctor({ cwd, env: withKey(7), url: NOBODY })).find('store')).toMatchObject({ status: 'ok' })
  const { code, find } = await doctor({ cwd, env: withKey(8), url: NOBODY })
  expect(find('store')).toMatchObject({ status: 'fail', message: expect.stringContaining('the encryption key "k1"') })
  expect(await readFile(join(cwd, 'recovery.db'))).toEqual(before)
  expect(code).toBe(1)
})

test('a configuration that cannot be read is told once, and each fault of the address on a line of its own', async () => {
  const cwd = await tempFolder()
  const missing = await cli(['doctor', '--config', 'none.json', '--json'], { cwd })
  const { checks } = JSON.parse(missing.stdout) as { checks: readonly Finding[] }
  expect(checks.filter(({ status }) => status === 'fail').map(({ name }) => name)).toEqual(['configuration'])
  const wrong = await doctor({ cwd, env: { PORT: '0', RECOVERY_URL: 'ftp://x', RECOVERY_TOKEN: 'a b' } })
  expect(wrong.checks.filter(({ status }) => status === 'fail').map(({ message }) => message.split(' ')[0])).toEqual([
    'RECOVERY_URL',
    'RECOVERY_TOKEN',
  ])
})

test('a file that is no database is a fault, and left as it is', async () => {
  const cwd = await tempFolder()
  await writeFile(join(cwd, 'letter.db'), 'Dear database, '.repeat(1000))
  const { code, find } = await doctor({ cwd, env: { RECOVERY_STORE: 'sqlite:letter.db', PORT: '0' }, url: NOBODY })
  expect(find('store')).toMatchObject({ status: 'fail', message: expect.stringContaining('file is not a database') })
  expect(code).toBe(1)
})

test('a port that another program holds is a fault, and it is not taken for a server', async () => {
  const other = createServer((_request, response) => response.end('Hello')).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, find } = await doctor({
    cwd: await tempFolder(),
    env: { PORT: String(port), RECOVERY_URL: `http://127.0.0.1:${port}` },
  })
  expect(find('port')).toMatchObject({ status: 'fail', message: expect.stringContaining('another program') })
  expect(find('server')).toMatchObject({ status: 'fail', message: expect.stringContaining('not as it should') })
  expect(code).toBe(1)
})

test('little room is a warning, and next to none a fault', () => {
  expect(judgeSpace('disk', 5 * 2 ** 30).status).toBe('ok')
  expect(judgeSpace('disk', 500 * 2 ** 20)).toMatchObject({ status: 'warn', message: '500 MiB free' })
  expect(judgeSpace('disk', 5 * 2 ** 20)).toMatchObject({ status: 'fail', message: '5 MiB free' })
})

test('a clock that was set, or differs from the server, is a warning', () => {
  const before = { wall: 1_000_000, counter: 50 }
  expect(checkJump(before, { wall: 1_002_000, counter: 2050 }).status).toBe('ok')
  expect(checkJump(before, { wall: 1_062_000, counter: 2050 }).message).toBe('The clock was set forward by 1m just now')
  expect(checkJump(before, { wall: 942_000, counter: 2050 }).message).toBe('The clock was set back by 1m just now')
  const now = Date.UTC(2026, 0, 1)
  expect(checkSkew('Thu, 01 Jan 2026 00:00:01 GMT', now)?.status).toBe('ok')
  expect(checkSkew('Thu, 01 Jan 2026 00:02:00 GMT', now)?.message).toBe('It is 2m ahead of the clock here')
  expect(checkSkew('Wed, 31 Dec 2025 23:59:00 GMT', now)).toMatchObject({
    status: 'warn',
    message: 'It is 1m behind the clock here',
  })
  expect(checkSkew(null, now)).toBeNull()
})

test('a Node that cannot run the server is a fault', () => {
  expect(checkNode('20.20.2')).toMatchObject({ status: 'fail' })
  expect(checkNode('22.17.9')).toMatchObject({ status: 'fail' })
  expect(checkNode('22.18.0')).toMatchObject({ status: 'ok' })
  expect(checkNode('24.1.0')).toMatchObject({ status: 'ok' })
})

test.each([
  ['a token', { client: { token: 'rcv_x' } }],
  ['a key', { encryptionKey: Buffer.alloc(32, 1).toString('base64') }],
])('a configuration file with %s is for its owner alone', async (_what, content) => {
  const cwd = await tempFolder()
  const file = join(cwd, 'recoverable.config.json')
  await writeFile(file, JSON.stringify({ ...content, port: 0 }))
  for (const [mode, status] of [
    [0o600, 'ok'],
    [0o640, 'warn'],
    [0o604, 'warn'],
  ] as const) {
    await chmod(file, mode)
    expect((await doctor({ cwd, url: NOBODY })).find('secrets')).toMatchObject({ status })
  }
  expect((await doctor({ cwd, url: NOBODY })).find('secrets')).toMatchObject({ remedy: `Run: chmod 600 ${file}` })
  expect(await checkSecrets(file, false)).toMatchObject({ status: 'ok' })
})

test('a configuration file without secrets may be read by all', async () => {
  const cwd = await tempFolder()
  await writeFile(join(cwd, 'recoverable.config.json'), JSON.stringify({ port: 0, client: { url: NOBODY } }), { mode: 0o644 })
  const { find } = await doctor({ cwd })
  expect(find('secrets')).toBeUndefined()
  expect(find('configuration')).toMatchObject({ status: 'ok' })
})
