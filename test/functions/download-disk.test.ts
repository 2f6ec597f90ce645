import { type FileHandle, open, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { findPlace } from '../../src/functions/download-place.ts'
import { classify } from '../../src/policy/classifier.ts'
import { sha256 } from '../support/content.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { FILE, setUpBench } from './download-bench.ts'

type Write = (this: FileHandle, buffer: Buffer, offset: number, length: number, position: number) => Promise<unknown>

/** Changes what the nth write, from 1, does with its length; null makes it fail as on a full disk. */
async function spoilWrites(lengthOf: (nth: number, length: number) => number | null) {
  const probe = await open(join(await tempFolder(), 'probe'), 'w')
  const prototype: { write: Write } = Object.getPrototypeOf(probe)
  await probe.close()
  const { write } = prototype
  let writes = 0
  const spoiled: Write = async function (this: FileHandle, buffer, offset, length, position) {
    const taken = lengthOf(++writes, length)
    if (taken === null) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
    return write.call(this, buffer, offset, taken, position)
  }
  const spy = vi.spyOn(prototype, 'write').mockImplementation(spoiled)
  onTestFinished(() => spy.mockRestore())
  return spy
}

test('a full disk is told as it is, and what was written is kept for later', async () => {
  const bench = await setUpBench()
  const input = { url: bench.server.serve('/file.bin', { content: FILE }), destination: 'file.bin' }
  // The last write that works writes a part, as disks do that have just run full.
  const disk = await spoilWrites((nth, length) => [length, length, Math.ceil(length / 2)][nth - 1] ?? null)
  const failure: unknown = await bench.attempt(input).catch((error) => error)
  expect(classify(failure, 0).error).toMatchObject({ code: 'ENOSPC', category: 'resource', retryable: false })
  const kept = await bench.partialSize()
  expect(kept).toBeGreaterThan(0)

  disk.mockRestore()
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: kept, sha256: sha256(FILE) })
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(FILE))
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
