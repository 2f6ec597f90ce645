import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PartialFile, sha256OfFile } from '../../src/functions/partial-file.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { content, sha256 } from '../support/content.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { recordWrites, spoilWrites } from './spoiled-writes.ts'

const { signal } = new AbortController()
const ignore = () => undefined

/** Small enough that it is written in part only by what is appended here. */
const CHUNK = 16

async function openIn(folder: string, chunkBytes = () => CHUNK) {
  const path = join(folder, 'file.partial')
  const partial = await PartialFile.open(path, chunkBytes)
  onTestFinished(() => partial.close().catch(ignore))
  return { path, partial }
}

test('what is appended is in the file and in the hash once it is synced', async () => {
  const { path, partial } = await openIn(await tempFolder())
  await partial.append(Buffer.from('one '))
  await partial.append(Buffer.from('two'))
  expect(partial.length).toBe(7)
  await partial.sync()
  expect(partial.length).toBe(7)
  expect(partial.sha256()).toBe(sha256(Buffer.from('one two')))
  expect(await readFile(path, 'utf8')).toBe('one two')
  expect(await sha256OfFile(path, signal, ignore)).toBe(partial.sha256())
})

test('what was there counts only as far as it is kept, and the rest is cut off', async () => {
  const folder = await tempFolder()
  const before = content(3_000_000, 'before')
  await writeFile(join(folder, 'file.partial'), before)
  const { path, partial } = await openIn(folder)
  expect(partial.length).toBe(0)
  const read: number[] = []
  await partial.keep(2_500_000, signal, (bytes) => read.push(bytes))
  await partial.append(Buffer.from('after'))
  await partial.flush()

  const expected = Buffer.concat([before.subarray(0, 2_500_000), Buffer.from('after')])
  expect(await readFile(path)).toEqual(expected)
  expect(partial.sha256()).toBe(sha256(expected))
  expect(read.at(-1)).toBe(2_500_000)
})

test('a file that is shorter than what should be kept says so by its length', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'file.partial'), 'short')
  const { partial } = await openIn(folder)
  await partial.keep(100, signal, ignore)
  expect(partial.length).toBe(5)
})

test('a cleared file begins anew', async () => {
  const { path, partial } = await openIn(await tempFolder())
  await partial.append(Buffer.from('wrong, and longer than a chunk'))
  await partial.clear()
  expect(partial.length).toBe(0)
  await partial.append(Buffer.from('right'))
  await partial.flush()
  expect(await readFile(path, 'utf8')).toBe('right')
  expect(partial.sha256()).toBe(sha256(Buffer.from('right')))
})

test('what is appended is gathered, and written when it fills a chunk', async () => {
  const { path, partial } = await openIn(await tempFolder())
  const writes = await recordWrites()
  for (const piece of ['0123456789', 'abcdefghij', 'k', 'lmnopqrstuvwxyz, and']) await partial.append(Buffer.from(piece))
  expect(partial.length).toBe(41)
  expect(await readFile(path, 'utf8')).toBe('0123456789abcdefghijklmnopqrstuv')
  await partial.flush()
  expect(writes).toEqual([CHUNK, CHUNK, 9])
  expect(partial.sha256()).toBe(sha256(await readFile(path)))
})

test('a piece as large as a chunk is written as it is', async () => {
  const { path, partial } = await openIn(await tempFolder())
  const writes = await recordWrites()
  await partial.append(content(100, 'piece'))
  expect(writes).toEqual([100])
  expect(await readFile(path)).toEqual(content(100, 'piece'))
})

test('a file is made only when there is something to write', async () => {
  const folder = await tempFolder()
  const { partial } = await openIn(folder)
  await partial.append(Buffer.from('short'))
  expect(await readdir(folder)).toEqual([])
  await partial.close()
  expect(await readdir(folder)).toEqual([])
})

test('another size of chunks holds from the next chunk on', async () => {
  let chunkBytes = 16
  const { partial } = await openIn(await tempFolder(), () => chunkBytes)
  const writes = await recordWrites()
  const append = async (pieces: number) => {
    for (let piece = 0; piece < pieces; piece++) await partial.append(Buffer.from('1234'))
  }
  await append(1)
  chunkBytes = 8
  await append(5)
  chunkBytes = 32
  await append(8)
  expect(writes).toEqual([16, 8, 32])
})

test('what the disk does not take counts no more, and the rest is gone on with', async () => {
  const { path, partial } = await openIn(await tempFolder())
  const disk = await spoilWrites((nth, length) => [length, 10][nth - 1] ?? null)
  await partial.append(Buffer.from('0123456789abcdef'))
  await partial.append(Buffer.from('ghijklmno'))
  await expect(partial.append(Buffer.from('pqrstuvwxyz'))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(partial.length).toBe(26)
  disk.mockRestore()
  await partial.append(Buffer.from(' and on'))
  await partial.sync()
  expect(await readFile(path, 'utf8')).toBe('0123456789abcdefghijklmnop and on')
  expect(partial.sha256()).toBe(sha256(await readFile(path)))
})

test('a folder that a link took the place of is noticed before a byte of the file behind it is changed', async () => {
  const [folder, outside] = [await tempFolder(), await tempFolder()]
  await writeFile(join(outside, 'file.partial'), 'precious')
  await symlink(outside, join(folder, 'sub'))

  await expect(PartialFile.open(join(folder, 'sub', 'file.partial'), () => CHUNK)).rejects.toBeInstanceOf(InvalidInputError)
  expect(await readFile(join(outside, 'file.partial'), 'utf8')).toBe('precious')
})

test('a folder that has the name of the file is refused', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, 'file.partial'))
  await expect(PartialFile.open(join(folder, 'file.partial'), () => CHUNK)).rejects.toMatchObject({ code: 'EISDIR' })
})
