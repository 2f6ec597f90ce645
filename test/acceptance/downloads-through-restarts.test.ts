import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ask, follow, type Update } from '../../scripts/demo/client.ts'
import { Server } from '../../scripts/demo/server.ts'
import { StartOperation } from '../../src/client/documents/controls.ts'
import { OperationById, OperationEvents, RecoveryStatus } from '../../src/client/documents/operations.ts'
import { content, sha256 } from '../support/content.ts'
import { type FaultyServer, startFaultyServer } from '../support/faulty-server.ts'
import { tempFolder } from '../support/temp-folder.ts'

const FILE = content(1_500_017, 'the file')
const ID = 'the-download'

/** The real server in a process of its own, and a slow download that it has begun. */
async function setUpDownload() {
  const folder = await tempFolder()
  const downloads = join(folder, 'downloads')
  const files = await startFaultyServer()
  onTestFinished(() => files.close())
  const settings = { RECOVERY_DOWNLOAD_DIR: downloads, RECOVERY_DOWNLOAD_ALLOW_PRIVATE: 'true', RECOVERY_INITIAL_DELAY: '10ms' }
  const server = new Server(folder, settings)
  onTestFinished(async () => {
    if (server.serving) await server.kill()
  })
  await server.start()
  const { recoveryStatus } = await ask(server.url, RecoveryStatus, {})
  const url = files.serve('/file.bin', { content: FILE, bytesPerSecond: 500_000 })
  const input = { functionName: 'download', id: ID, input: { url, destination: 'file.bin' } }
  await ask(server.url, StartOperation, { input })
  return { server, files, downloads, cursor: recoveryStatus.eventCursor }
}

/** Everything a subscriber gets until the download has succeeded. It connects again whenever the server comes back. */
async function subscribe(server: Server, after: string, onUpdate: (update: Update) => void = () => undefined) {
  const updates: Update[] = []
  for await (const update of follow(() => server.url, after)) {
    updates.push(update)
    onUpdate(update)
    if (update.state === 'SUCCESS') break
  }
  return updates
}

/** A promise of the moment in which the server has more than so many bytes. */
function waitForBytes(bytes: number) {
  const { promise, resolve } = Promise.withResolvers<number>()
  const onUpdate = ({ progress }: Update) => {
    if ((progress?.current ?? 0) > bytes) resolve(progress?.current ?? 0)
  }
  return { reached: promise, onUpdate }
}

/** The cursors of the changes of state among updates that begin after a cursor. */
function changesIn(updates: readonly Update[], after: string): readonly string[] {
  // A report of progress carries the cursor of the last change; a change has one of its own.
  return updates.map(({ cursor }) => cursor).filter((cursor, index, all) => cursor !== (all[index - 1] ?? after))
}

async function storyOf(url: string) {
  const { operation } = await ask(url, OperationById, { id: ID })
  const { operation: log } = await ask(url, OperationEvents, { id: ID, first: 100 })
  return {
    operation,
    outcomes: operation?.attempts.edges.map(({ node }) => node.outcome),
    events: log?.events.edges.map(({ node }) => node) ?? [],
  }
}

/** Where the nth request began, from 0. */
function beginningOf(files: FaultyServer, request: number): number {
  return Number(/^bytes=(\d+)-$/.exec(files.requests[request]?.headers.range ?? 'bytes=0-')?.[1])
}

async function expectFile(downloads: string) {
  expect(await readdir(downloads, { recursive: true })).toEqual(['file.bin'])
  expect(sha256(await readFile(join(downloads, 'file.bin')))).toBe(sha256(FILE))
}

test('when the server is killed during a download, it goes on after the restart, and subscribers miss and double nothing', async () => {
  const { server, files, downloads, cursor } = await setUpDownload()
  const { reached, onUpdate } = waitForBytes(FILE.length * 0.8)
  const subscribers = Promise.all([subscribe(server, cursor, onUpdate), subscribe(server, cursor)])
  await reached
  expect(await server.kill()).toEqual({ code: null, signal: 'SIGKILL' })
  expect(await server.start()).toBe('1 operation, 1 of them interrupted')

  const seen = await subscribers
  const { operation, outcomes, events } = await storyOf(server.url)
  expect(operation).toMatchObject({ state: 'SUCCESS', attempt: 1, totalAttempts: 1, result: { sha256: sha256(FILE) } })
  expect(outcomes).toEqual(['INTERRUPTED', 'SUCCESS'])
  expect(events.map(({ type }) => type)).toEqual([
    'created',
    'attempt_started',
    'attempt_interrupted',
    'attempt_started',
    'succeeded',
  ])
  for (const updates of seen) expect(changesIn(updates, cursor)).toEqual(events.map((event) => event.cursor))
  expect(files.requests).toHaveLength(2)
  expect(beginningOf(files, 1)).toBeGreaterThan(0)
  await expectFile(downloads)
})

test('a server that is asked to stop hands its download over and exits with 0; after the restart only the rest is fetched', async () => {
  const { server, files, downloads, cursor } = await setUpDownload()
  const { reached, onUpdate } = waitForBytes(FILE.length * 0.5)
  const subscriber = subscribe(server, cursor, onUpdate)
  const received = await reached
  expect(await server.stop()).toEqual({ code: 0, signal: null })
  expect(await server.start()).toBe('1 operation')

  const updates = await subscriber
  const { operation, outcomes, events } = await storyOf(server.url)
  expect(operation).toMatchObject({ state: 'SUCCESS', attempt: 1, totalAttempts: 1, result: { sha256: sha256(FILE) } })
  expect(outcomes).toEqual(['HANDED_OVER', 'SUCCESS'])
  expect(changesIn(updates, cursor)).toEqual(events.map((event) => event.cursor))
  expect(files.requests).toHaveLength(2)
  expect(beginningOf(files, 1)).toBeGreaterThanOrEqual(received)
  await expectFile(downloads)
})
