import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPlace } from '../../src/functions/download-place.ts'
import { classify } from '../../src/policy/classifier.ts'
import { sha256 } from '../support/content.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { FILE, KIB, setUpBench } from './download-bench.ts'
import { spoilWrites } from './spoiled-writes.ts'

test('a full disk is told as it is, and what was written is kept for later', async () => {
  const bench = await setUpBench()
  const input = { url: bench.server.serve('/file.bin', { content: FILE }), destination: 'file.bin' }
  // The last write that works writes a part, as disks do that have just run full.
  const disk = await spoilWrites((nth, length) => [length, length, Math.ceil(length / 2)][nth - 1] ?? null)
  const failure: unknown = await bench.attempt(input, { chunkBytes: () => 64 * KIB }).catch((error) => error)
  expect(classify(failure, 0).error).toMatchObject({ code: 'ENOSPC', category: 'resource', retryable: false })
  const kept = await bench.partialSize()
  expect(kept).toBeGreaterThan(0)

  disk.mockRestore()
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: kept, sha256: sha256(FILE) })
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(FILE))
})

test('of a chunk that a full disk takes in part, that part is kept', async () => {
  const bench = await setUpBench()
  const input = { url: bench.server.serve('/file.bin', { content: FILE }), destination: 'file.bin' }
  const disk = await spoilWrites((nth) => (nth === 1 ? 200 * KIB : null))
  await expect(bench.attempt(input)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(disk).toHaveBeenCalledTimes(2)

  disk.mockRestore()
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 200 * KIB, sha256: sha256(FILE) })
})

test('a disk that takes less than it was given is given the rest', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })
  await spoilWrites((_nth, length) => Math.min(length, 10_000))
  await bench.attempt({ url, destination: 'file.bin' })
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(FILE))
})

test('a link that has the name of the unfinished file is not written through', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })
  const outside = join(await tempFolder(), 'precious')
  await writeFile(outside, 'kept')
  const place = await findPlace(bench.folder, 'file.bin', bench.operation.id)
  await symlink(outside, place.partial)

  await expect(bench.attempt({ url, destination: 'file.bin' })).rejects.toMatchObject({ code: 'ELOOP' })
  expect(await readFile(outside, 'utf8')).toBe('kept')
})
