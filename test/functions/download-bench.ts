import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDownload, type DownloadSettings } from '../../src/functions/download.ts'
import type { DownloadResult } from '../../src/functions/download-transfer.ts'
import { content } from '../support/content.ts'
import { FakeOperation } from '../support/fake-operation.ts'
import { type FaultyServer, startFaultyServer } from '../support/faulty-server.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { WatchedClock } from '../support/watched-clock.ts'

export const KIB = 1024
/** A file of several chunks, whose end is in the middle of one. */
export const FILE = content(300 * KIB + 17, 'the file')
export const OTHER_FILE = content(300 * KIB + 17, 'another file of the same size')

/** A download folder, a server, a clock that stands still and an operation: all that a download touches. */
export interface Bench {
  readonly folder: string
  readonly server: FaultyServer
  readonly clock: WatchedClock
  readonly operation: FakeOperation
  /** Runs one attempt of the operation: one connection, unless `reconnect` is set. */
  attempt(input: unknown, settings?: Partial<DownloadSettings>): Promise<DownloadResult>
  /** What is in the folder, sub-folders' files included. */
  names(): Promise<readonly string[]>
  read(name: string): Promise<Buffer>
  /** The size of the one unfinished file; null when there is none. */
  partialSize(): Promise<number | null>
}

export async function setUpBench(operationId?: string): Promise<Bench> {
  const folder = join(await tempFolder(), 'downloads')
  const server = await startFaultyServer()
  onTestFinished(() => server.close())
  const clock = new WatchedClock()
  const operation = new FakeOperation(operationId)
  const names = async () => (await readdir(folder, { recursive: true })).sort()
  return {
    folder,
    server,
    clock,
    operation,
    attempt: async (input, settings = {}) =>
      createDownload({ directory: folder, allowPrivate: true, clock, reconnect: null, ...settings })(input, operation.attempt()),
    names,
    read: (name) => readFile(join(folder, name)),
    partialSize: async () => {
      const name = (await names()).find((found) => found.endsWith('.partial'))
      return name === undefined ? null : (await stat(join(folder, name))).size
    },
  }
}

/** Makes a checkpoint after (about) every so many bytes, whatever the clock says. */
export function checkpointEvery(bytes: number): Partial<DownloadSettings> {
  return { checkpoint: { bytes, ms: Number.POSITIVE_INFINITY } }
}

/** Resolves once the download waits for more after so many bytes came. */
export function waitsAfter({ clock, operation }: Bench, bytes: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { onTimer } = clock
  clock.onTimer = (delayMs) => {
    onTimer(delayMs)
    // Time passes, so that each piece is reported.
    clock.jump(200)
    if (operation.progress.at(-1)?.current === bytes) resolve()
  }
  return promise
}
