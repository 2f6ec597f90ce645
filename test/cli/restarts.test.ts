import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { content } from '../support/content.ts'
import { startFaultyServer } from '../support/faulty-server.ts'
import { killServer, startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { startCli } from './run-cli.ts'
import { WORK } from './shared-server.ts'

// Servers are started twice, and a file takes its time.
const LONG = { timeout: 90_000 }
const FILE = content(1_500_017, 'the file')

/** A server that can be killed and started again at the same address, and a slow file to download. */
async function setUp() {
  const cwd = await tempFolder()
  const files = await startFaultyServer()
  onTestFinished(() => files.close())
  const env = {
    RECOVERY_DOWNLOAD_DIR: join(cwd, 'downloads'),
    RECOVERY_DOWNLOAD_ALLOW_PRIVATE: 'true',
    RECOVERY_INITIAL_DELAY: '10ms',
    RECOVERY_FUNCTIONS: WORK,
  }
  const first = startServerProcess(cwd, env)
  const url = await first.started()
  const restart = async () => {
    await startServerProcess(cwd, { ...env, PORT: new URL(url).port }).started()
  }
  return { cwd, files, url, kill: () => killServer(first), restart }
}

test('a download shows a bar that goes on when the server was killed and started again', LONG, async () => {
  const { cwd, files, url, kill, restart } = await setUp()
  const address = files.serve('/file.bin', { content: FILE, bytesPerSecond: 500_000 })
  const { stdout, ended } = startCli(['download', address, 'file.bin', '--id', 'dl'], { url, tty: true })
  await stdout.shows(/█.* {2}\d+ KiB of 1\.43 MiB/)
  await kill()
  await stdout.shows('The connection is lost; connecting again')
  await restart()
  expect(await ended).toBe(0)
  expect(stdout.text).toContain('"bytes":1500017')
  expect((await readFile(join(cwd, 'downloads/file.bin'))).equals(FILE)).toBe(true)
})

test('where there is no terminal a download is lines, and the loss of the server a note', LONG, async () => {
  const { files, url, kill, restart } = await setUp()
  const address = files.serve('/file.bin', { content: FILE, bytesPerSecond: 500_000 })
  const { stdout, stderr, ended } = startCli(['download', address, 'file.bin', '--id', 'dl'], { url })
  await stdout.shows(/IN_PROGRESS {2}attempt 1 of 6 {2}\d+%/)
  await kill()
  await stderr.shows('The connection to the server is lost; connecting again\n')
  await restart()
  expect(await ended).toBe(0)
  expect(stderr.text).toBe('Started dl\nThe connection to the server is lost; connecting again\nConnected again\n')
  expect(stdout.text).not.toContain('\u001b')
  expect(stdout.text).toMatch(/\nDone {2}\{/)
})

test('Ctrl-C detaches from a download, says how to come back, and the download goes on', LONG, async () => {
  const { files, url } = await setUp()
  const address = files.serve('/file.bin', { content: FILE, bytesPerSecond: 1_000_000 })
  const download = startCli(['download', address, 'file.bin', '--id', 'dl'], { url })
  await download.stdout.shows(/\d+%/)
  download.interrupt()
  expect(await download.ended).toBe(130)
  expect(download.stderr.text).toBe(
    'Started dl\nDetached; the operation goes on at the server. Come back with: recoverable watch dl\n',
  )
  const back = startCli(['watch', 'dl', '--json'], { url })
  expect(await back.ended).toBe(0)
  expect(JSON.parse(back.stdout.text.trimEnd().split('\n').at(-1) as string)).toMatchObject({ kind: 'end', state: 'SUCCESS' })
})

test('a watch of all tells each change once, through a killed and restarted server', LONG, async () => {
  const { url, kill, restart } = await setUp()
  const watch = startCli(['watch', '--json'], { url })
  const run = (id: string) => startCli(['start', 'greet', '--id', id, '--input', '"Ada"', '--watch'], { url }).ended
  await startCli(['start', 'hold', '--id', 'held'], { url }).ended
  await watch.stdout.shows('"operationId":"held"')
  expect(await run('before')).toBe(0)
  await watch.stdout.shows(/"before".*"SUCCESS"/)
  await kill()
  await watch.stderr.shows('connecting again')
  await restart()
  expect(await run('after')).toBe(0)
  await watch.stdout.shows(/"after".*"SUCCESS"/)
  watch.interrupt()
  expect(await watch.ended).toBe(0)
  const events = watch.stdout.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => typeof type === 'string')
  const told = (id: string) => events.filter(({ operationId }) => operationId === id).map(({ type }) => type)
  expect(told('before')).toEqual(['created', 'attempt_started', 'succeeded'])
  expect(told('after')).toEqual(['created', 'attempt_started', 'succeeded'])
  expect(told('held').slice(0, 3)).toEqual(['created', 'attempt_started', 'attempt_interrupted'])
  expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(events.length)
})
