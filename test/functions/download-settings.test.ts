import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSystemClock } from '../../src/engine/system.ts'
import { type DownloadLimits, registerTunedDownload } from '../../src/functions/download-settings.ts'
import { createRecovery } from '../../src/index.ts'
import type { Clock } from '../../src/operation/clock.ts'
import { content, sha256 } from '../support/content.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { type ServedFile, startFaultyServer } from '../support/faulty-server.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { recordWrites } from './spoiled-writes.ts'

const FILE = content(400_000, 'settings')
const LIMITS: DownloadLimits = {
  maxConcurrentDownloads: 3,
  downloadBandwidthLimit: 0,
  downloadTimeout: 30_000,
  downloadAttemptTimeout: 0,
  downloadChunkSize: 1_048_576,
}

/** `download` as the server has it, in a real engine in real time. */
async function setUpEngine(
  limits: Partial<DownloadLimits> = {},
  file: Partial<ServedFile> = {},
  clock: Clock = createSystemClock(),
) {
  const directory = join(await tempFolder(), 'downloads')
  const server = await startFaultyServer()
  onTestFinished(() => server.close())
  const recovery = await createRecovery({ store: 'memory:', open: false, defaults: { maxRetries: 0 } })
  onTestFinished(() => recovery.stop({ timeoutMs: 1000 }))
  registerTunedDownload(recovery, { directory, allowPrivate: true, clock }, { ...LIMITS, ...limits })
  await recovery.open()
  const url = server.serve('/file.bin', { content: FILE, ...file })
  const start = async (name: string) => {
    const { operation } = await recovery.start('download', { url, destination: name })
    return recovery.handle<{ sha256: string }>(operation.id)
  }
  return { server, recovery, start }
}

test('a bandwidth limit that is lifted lets the downloads that run go on at full speed', async () => {
  // At this rate a chunk of 64 KiB is the debt of a day.
  const { recovery, start } = await setUpEngine({ downloadBandwidthLimit: 1 })
  const handles = await Promise.all([start('a'), start('b')])
  for await (const update of recovery.watch()) {
    if (update.kind === 'progress' && update.progress?.stage === 'downloading') break
  }
  expect(
    (await recovery.list({ filter: { states: ['success'] }, order: { field: 'created_at', direction: 'asc' }, limit: 5 }))
      .operations,
  ).toEqual([])
  await recovery.settings.update({ downloadBandwidthLimit: 0 })
  for (const handle of handles) expect((await handle.result()).sha256).toBe(sha256(FILE))
})

test('more downloads run at once as soon as they may', async () => {
  const { server, recovery, start } = await setUpEngine({ maxConcurrentDownloads: 1, downloadBandwidthLimit: 1 })
  const handles = await Promise.all([start('a'), start('b')])
  await server.requested(1)
  expect((await recovery.status()).server.running).toBe(1)
  await recovery.settings.update({ maxConcurrentDownloads: 2 })
  await server.requested(2)
  await recovery.settings.update({ downloadBandwidthLimit: 0 })
  await Promise.all(handles.map((handle) => handle.result()))
})

test('another size of chunks holds for what is downloaded from then on', async () => {
  // A clock that stands still: nothing is written because of the time alone.
  const { recovery, start } = await setUpEngine({ downloadChunkSize: 131_072 }, {}, new FakeClock())
  const writes = await recordWrites()
  await (await start('a')).result()
  expect(writes.splice(0)).toEqual([131_072, 131_072, 131_072, FILE.length - 3 * 131_072])
  await recovery.settings.update({ downloadChunkSize: 65_536 * 5 })
  expect((await (await start('b')).result()).sha256).toBe(sha256(FILE))
  expect(writes).toEqual([327_680, FILE.length - 327_680])
})

test('a shorter attempt timeout ends the download that runs', async () => {
  const { server, recovery, start } = await setUpEngine({}, { faults: [{ silent: true }] })
  const handle = await start('a')
  await server.requested(1)
  await recovery.settings.update({ downloadAttemptTimeout: 1 })
  await expect(handle.result()).rejects.toThrow(/The attempt timed out after 1 ms/)
})

test('the settings are named, checked and reset', async () => {
  const { recovery } = await setUpEngine()
  expect(recovery.settings.view().values).toMatchObject(LIMITS)
  for (const [name, value] of Object.entries({
    maxConcurrentDownloads: 0,
    downloadBandwidthLimit: -1,
    downloadTimeout: 10,
    downloadAttemptTimeout: '40d',
    downloadChunkSize: 8191,
  })) {
    await expect(recovery.settings.update({ [name]: value })).rejects.toMatchObject({ field: name })
  }
  await recovery.settings.update({ downloadTimeout: '5s', maxConcurrentDownloads: 7 })
  expect((await recovery.settings.update({ downloadTimeout: null })).changed).toEqual(['maxConcurrentDownloads'])
})
