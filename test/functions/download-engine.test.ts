import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSystemClock } from '../../src/engine/system.ts'
import { registerDownload } from '../../src/functions/download.ts'
import { createRecovery } from '../../src/index.ts'
import { content, sha256 } from '../support/content.ts'
import { type ServedFile, startFaultyServer } from '../support/faulty-server.ts'
import { tempFolder } from '../support/temp-folder.ts'

const FILE = content(3_000_000, 'engine')

/** `download` in a real engine, with waits of milliseconds. */
async function setUpEngine(file: Omit<ServedFile, 'content'>) {
  const folder = await tempFolder()
  const server = await startFaultyServer()
  onTestFinished(() => server.close())
  const recovery = await createRecovery({ store: 'memory:' })
  onTestFinished(() => recovery.stop())
  const settings = { directory: join(folder, 'downloads'), allowPrivate: true, clock: createSystemClock() }
  const download = registerDownload(recovery, settings, { maxRetries: 5, initialDelay: 1, maxDelay: 10 })
  const url = server.serve('/file.bin', { content: FILE, ...file })
  return { server, recovery, download, url, path: join(folder, 'downloads/file.bin') }
}

test('an operation gets over cuts within an attempt and over a busy server with another, and all of it is stored', async () => {
  const { server, recovery, download, url, path } = await setUpEngine({
    faults: [
      { breakAfter: { bytes: 1_000_000, by: 'end' } },
      { status: 503, headers: { 'retry-after': '0' } },
      { breakAfter: { bytes: 500_000, by: 'end' } },
    ],
  })
  const handle = await download.start({ url, destination: 'file.bin', sha256: sha256(FILE) })

  expect(await handle.result()).toEqual({ path: 'file.bin', bytes: FILE.length, sha256: sha256(FILE), resumedFrom: 1_000_000 })
  expect(sha256(await readFile(path))).toBe(sha256(FILE))
  expect(server.requests.map((request) => request.headers.range)).toEqual([
    undefined,
    'bytes=1000000-',
    'bytes=1000000-',
    'bytes=1500000-',
  ])
  expect(await recovery.operation(handle.id)).toMatchObject({
    state: 'success',
    totalAttempts: 2,
    progress: { current: FILE.length, fraction: 1 },
  })
})

test('an operation that is paused in the middle goes on from there when it is resumed', async () => {
  const { server, download, url, path } = await setUpEngine({ faults: [{ breakAfter: { bytes: 2_000_000, by: 'silence' } }] })
  const handle = await download.start({ url, destination: 'file.bin' })
  for await (const update of handle.updates()) {
    if (update.kind === 'progress' && update.progress?.stage === 'downloading') break
  }
  await handle.pause()
  await handle.resume()

  expect(await handle.result()).toMatchObject({ bytes: FILE.length, sha256: sha256(FILE) })
  expect(sha256(await readFile(path))).toBe(sha256(FILE))
  expect(server.requests).toHaveLength(2)
})

test.each([
  [null, /^input: must be an object with url and destination/],
  [5, /^input: must be an object/],
  [{ destination: '../outside' }, /^input\.destination: holds "\.\."/],
  [{ url: 'ftp://example.com/a' }, /^input\.url: has the scheme "ftp:"/],
  [{ sha256: 'abc' }, /^input\.sha256: must be the 64 hexadecimal digits/],
  [{ mirrors: ['https://a.example.com', 'b'] }, /^input\.mirrors\[1\]: must be a complete URL/],
  [{ mirror: 'x' }, /^input: has no field "mirror"; it takes url, mirrors, destination, sha256, headers/],
])('the input %o is refused at the start, and no operation is made', async (change, message) => {
  const { recovery, url } = await setUpEngine({})
  const input = typeof change === 'object' && change !== null ? { url, destination: 'file.bin', ...change } : change
  const start = recovery.start('download', input)
  await expect(start).rejects.toThrow(message)
  await expect(start).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(await recovery.count({})).toBe(0)
})

test('the input is shown as a JSON Schema', async () => {
  const { recovery } = await setUpEngine({})
  const [download] = await recovery.functions()
  expect(download?.inputSchema).toMatchObject({
    type: 'object',
    required: ['url', 'destination'],
    additionalProperties: false,
    properties: {
      url: { type: 'string' },
      mirrors: { type: 'array', items: { type: 'string' }, maxItems: 16 },
      sha256: { type: 'string', pattern: '^[0-9a-fA-F]{64}$' },
      headers: { type: 'object' },
    },
  })
})
