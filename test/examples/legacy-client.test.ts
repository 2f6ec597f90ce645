import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'

const CLIENT = fileURLToPath(new URL('../../examples/legacy-client.js', import.meta.url))

/** What the script says, as lines; it must end well. */
async function run(...args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CLIENT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const [exitCode] = await once(child, 'close')
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.any(String) })
  return output.trimEnd().split('\n')
}

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
    expect.stringMatching(/^Self-test: (PASS|FAIL)$/),
    expect.stringMatching(/^Scenarios: network_timeout, connection_failure, disk_space_exhausted, /),
    expect.stringMatching(/^Passed \d+ of \d+$/),
    '--- measuring',
    expect.stringMatching(/^Costs -?\d+\.\d %: ./),
    expect.stringMatching(/^Score \d+ of 100$/),
  ])
}, 120_000)
