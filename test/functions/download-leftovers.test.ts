import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { removeLeftoversOf, storeIdOf } from '../../src/functions/download-leftovers.ts'
import { partialName } from '../../src/functions/download-place.ts'
import type { Recovery } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** An engine whose `download` fails for good, and a folder with unfinished files of it. */
async function setUp(files: (recovery: Recovery) => readonly string[]) {
  const directory = join(await tempFolder(), 'downloads')
  await mkdir(join(directory, 'sub'), { recursive: true })
  const { recovery, clock } = await testEngine({ open: false, retention: { operations: '90s' } })
  recovery.define('download', () => {
    throw new TypeError('no')
  })
  const names = files(recovery)
  for (const name of names) await write(join(directory, name), clock)
  removeLeftoversOf(recovery, directory, clock)
  return { directory, recovery, clock, left: () => filesOf(directory) }
}

async function write(path: string, clock: FakeClock, ageMs = 0) {
  await writeFile(path, 'bytes')
  const at = (clock.now() - ageMs) / 1000
  await utimes(path, at, at)
}

async function filesOf(directory: string): Promise<readonly string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
}

/** Opens the engine and waits for its first sweep, which works with real files. */
async function openAndSweep(recovery: Recovery) {
  const { promise, resolve } = Promise.withResolvers<void>()
  recovery.afterSweep(async () => resolve())
  await recovery.open()
  await promise
}

test('at the start, unfinished files of operations that are gone are removed, in sub-folders too', async () => {
  const { directory, recovery, clock, left } = await setUp((engine) => [
    partialName('op_gone', storeIdOf(engine)),
    join('sub', partialName('op_gone_too', storeIdOf(engine))),
    partialName('op_paused', storeIdOf(engine)),
    join('sub', partialName('op_cancelled', storeIdOf(engine))),
    'model.bin',
    '.recoverable-notes.txt',
  ])
  await recovery.start('download', null, { id: 'op_paused' })
  await recovery.pause('op_paused')
  await recovery.start('download', null, { id: 'op_cancelled' })
  await recovery.cancel('op_cancelled')
  await write(join(directory, 'other.partial'), clock)
  await openAndSweep(recovery)
  const kept = [partialName('op_paused', storeIdOf(recovery)), partialName('op_cancelled', storeIdOf(recovery))]
  expect(await left()).toEqual([...kept, 'model.bin', '.recoverable-notes.txt', 'other.partial'].sort())
})

test('an unfinished file of another store, or of an unnamed one, is removed only when nobody has written to it for a day', async () => {
  const { directory, recovery, clock, left } = await setUp(() => [partialName('op_a', 'ffffffff')])
  const old = [partialName('op_b', 'ffffffff'), partialName('op_c', null)]
  for (const name of old) await write(join(directory, name), clock, 25 * 3_600_000)
  await write(join(directory, partialName('op_known', null)), clock, 25 * 3_600_000)
  await recovery.start('download', null, { id: 'op_known' })
  await openAndSweep(recovery)
  expect(await left()).toEqual([partialName('op_a', 'ffffffff'), partialName('op_known', null)].sort())
})

test('the file of an operation that retention deletes goes with it', async () => {
  const { directory, recovery, clock, left } = await setUp(() => [])
  await recovery.start('download', null, { id: 'op_failed' })
  await openAndSweep(recovery)
  await clock.advance(0)
  await write(join(directory, partialName('op_failed', storeIdOf(recovery))), clock)
  await clock.advance(60_000)
  expect(await left()).toHaveLength(1)
  await clock.advance(60_000)
  expect(await recovery.operation('op_failed')).toBeNull()
  await expect.poll(left).toEqual([])
})

test('a folder that is not there yet has no leftovers', async () => {
  const warned: object[] = []
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (fields: object) => void warned.push(fields),
    error: () => undefined,
  }
  const { recovery, clock } = await testEngine({ open: false, log })
  onTestFinished(() => expect(warned).toEqual([]))
  removeLeftoversOf(recovery, join(await tempFolder(), 'none'), clock)
  await openAndSweep(recovery)
})
