import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'

const CLIENT = fileURLToPath(new URL('../../examples/legacy-client.js', import.meta.url))

/** The script as it runs. */
function begin(...args: readonly string[]) {
  const child = spawn(process.execPath, [CLIENT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill())
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const closed = once(child, 'close')
  return {
    /** What it says, as lines; it must end well. */
    lines: async (): Promise<readonly string[]> => {
      const [exitCode] = await closed
      expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.any(String) })
      return output.trimEnd().split('\n')
    },
    /** Resolves when it has said something. */
    said: async (text: string): Promise<void> => {
      while (!output.includes(text))
        await Promise.race([once(child.stdout, 'data'), closed.then(() => expect(output).toContain(text))])
    },
  }
}

const run = (...args: readonly string[]) => begin(...args).lines()

test('a script of the old system sees, retries and cancels operations, and reads errors', async () => {
  const url = await startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:' }).started()
  expect(await run(url, 'status', 'operations', 'retry', 'cancel', 'errors', 'performance')).toEqual([
    '--- status',
    'Recovery is on: 5 retries',
    'Active 0 of 0',
    'Average recovery 0.0 s',
    '--- operations',
    'Listed: http://127.0.0.1:9/model.bin is pending, attempt 0/6, of project demo',
    '--- retry',
    expect.stringMatching(/^Failed: .{20}/),
    'Operation ID retry initiated true',
    '--- cancel',
    'Operation ID cancelled cancelled',
    '--- errors',
    'Refused: Operation not found',
    expect.stringMatching(/^Refused: There is no operation with the id "nobody"/),
    expect.stringMatching(/^Refused: state must be one of pending/),
    '--- performance',
    'Success rate 0.0 %, 0.0 s a recovery, 0 trips',
  ])
})

test('a script of the old system tests and measures the installation', async () => {
  const url = await startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:' }).started()
  const lines = await run(url, 'testing', 'measuring')
  expect(lines.filter((line) => !line.startsWith('Failed: '))).toEqual([
    '--- testing',
    'Self-test: PASS',
    expect.stringMatching(/^Scenarios: network_timeout, connection_failure, disk_space_exhausted, /),
    expect.stringMatching(/^Passed \d+ of \d+$/),
    '--- measuring',
    expect.stringMatching(/^Costs -?\d+\.\d %: ./),
    expect.stringMatching(/^Score \d+ of 100$/),
  ])
}, 120_000)

test('a script of the old system listens, to one operation and to all, as a manager that never subscribes', async () => {
  const env = { RECOVERY_STORE: 'memory:', RECOVERY_DOWNLOAD_ALLOW_PRIVATE: 'true', RECOVERY_INITIAL_DELAY: '10ms' }
  const url = await startServerProcess(await tempFolder(), env).started()
  expect(await run(url, 'listeners', 'manager')).toEqual([
    '--- listeners',
    'Subscribed: pending, attempt 0/6',
    'Completed: not well, cancelled after 0 attempts and 0.0 s',
    '--- manager',
    'Heard: pending; running; recovering, attempt 1/2; recovering, attempt 2/2; gave up; the end: exhausted',
  ])
})

test('a script of the old system hears of circuit breakers, with seconds', async () => {
  const url = await startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:' }).started()
  const script = begin(url, 'breakers')
  await script.said('Listening')
  const change = (query: string) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `mutation { ${query} { __typename } }` }),
    })
  await change('tripCircuitBreaker(input: { scope: "download", duration: "90s" })')
  await change('resetCircuitBreaker(input: { scope: "download" })')
  expect(await script.lines()).toEqual([
    '--- breakers',
    'Listening',
    'Circuit breaker of download is open for 90 s',
    'Circuit breaker of download is closed',
  ])
})
