import { expect, test } from 'vitest'
import { cli, type RunOptions } from './run-cli.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()
const run = (argv: readonly string[], options: RunOptions = {}) => cli(argv, { url: server(), ...options })

test('status tells how the server does, and what it can run', async () => {
  await run(['start', 'greet', '--input', '"Ada"', '--watch'])
  const { code, stdout } = await run(['status'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Version +0\.1\.0\nStore +memory/)
  expect(stdout).toMatch(/\nSUCCESS +1\n/)
  expect(stdout).toMatch(/\nFailed +0\n/)
  expect(stdout).toMatch(/\nfail +0 +0 +6 .*Fails for good/)
  const { status, functions } = JSON.parse((await run(['status', '--json'])).stdout)
  expect(status).toMatchObject({ version: '0.1.0', totalOperations: 1, exhaustedOperations: 0 })
  expect(functions.map(({ name }: { name: string }) => name)).toContain('greet')
  for (const args of [['down'], ['fail', '--input', '"no"']]) await run(['start', ...args, '--watch'])
  expect((await run(['status'])).stdout).toMatch(/\nFailed +2, 1 of them exhausted\n/)
})

test('a breaker is tripped for a time, listed and reset', async () => {
  const tripped = await run(['trip', 'greet', '--for', '90s', '--reason', 'a test'])
  expect(tripped).toMatchObject({ code: 0, stderr: '' })
  expect(tripped.stdout).toMatch(
    /^The circuit breaker "greet" is OPEN \(forced; by itself CLOSED\), permits a probe in 1m (29|30)s\n$/,
  )
  expect((await run(['breakers'])).stdout).toMatch(/\ngreet +OPEN \(forced; by itself CLOSED\) +0\/5 /)
  const { circuitBreakers } = JSON.parse((await run(['breakers', '--json'])).stdout)
  expect(circuitBreakers).toContainEqual(expect.objectContaining({ scope: 'greet', state: 'OPEN', forced: true }))
  expect(await run(['reset', 'greet'])).toEqual({ code: 0, stdout: 'The circuit breaker "greet" is CLOSED\n', stderr: '' })
  const forced = JSON.parse((await run(['reset', 'greet', '--force-closed', '--json'])).stdout)
  expect(forced.circuitBreaker).toMatchObject({ scope: 'greet', state: 'CLOSED', forced: true, computedState: 'CLOSED' })
  expect((await run(['breakers'])).stdout).toMatch(/\ngreet +CLOSED \(forced\) +0\/5 /)
  await run(['reset', 'greet'])
})

test.each(['trip', 'reset'])('%s of a scope that is not there ends with 4', async (command) => {
  expect(await run([command, 'nowhere'])).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining('"nowhere"') })
})

test('settings are told, changed and given back', async () => {
  expect((await run(['settings'])).stdout).toMatch(/^SETTING +VALUE\nmaxRetries +5\ninitialDelay +2s\n/)
  expect((await run(['settings'])).stdout).toMatch(/\ndownloadBandwidthLimit +no limit\n(.*\n)*downloadChunkSize +1048576\n/)
  const changed = await run(['settings', 'maxRetries=8', 'maxDelay=10m'])
  expect(changed.stdout).toMatch(/\nmaxRetries +8 +changed at run time\n(.*\n)*maxDelay +10m +changed at run time\n/)
  const { settings } = JSON.parse((await run(['settings', 'maxRetries=default', 'maxDelay=default', '--json'])).stdout)
  expect(settings).toMatchObject({ maxRetries: 5, maxDelay: 300_000, changed: [] })
})

test('a setting that is not there, or cannot be so, is refused', async () => {
  const unknown = await run(['settings', 'colour=red'])
  expect(unknown).toMatchObject({ code: 2, stdout: '' })
  expect(unknown.stderr).toMatch(/^There is no setting "colour"; there are maxRetries, /)
  expect(await run(['settings', 'maxRetries'])).toMatchObject({ code: 2, stderr: 'It is written as key=value.\n' })
  const lots = '"maxRetries" is a number, such as maxRetries=8, and not "lots"\n'
  expect(await run(['settings', 'maxRetries=lots'])).toEqual({ code: 2, stdout: '', stderr: lots })
  const unit = '"maxDelay" is a length of time: say its unit, such as 10s\n'
  expect(await run(['settings', 'maxDelay=10'])).toEqual({ code: 2, stdout: '', stderr: unit })
  expect(await run(['settings', 'downloadAttemptTimeout=0'])).toMatchObject({ code: 0 })
  expect(await run(['settings', 'maxRetries=100000'])).toMatchObject({ code: 1, stdout: '' })
})
