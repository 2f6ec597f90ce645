import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PartialFile, sha256OfFile } from '../../src/functions/partial-file.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { content, sha256 } from '../support/content.ts'
import { tempFolder } from '../support/temp-folder.ts'

const { signal } = new AbortController()
const ignore = () => undefined

async function openIn(folder: string) {
  const path = join(folder, 'file.partial')
  const partial = await PartialFile.open(path)
  onTestFinished(() => partial.close().catch(ignore))
  return { path, partial }
}

test('what is appended is in the file and in the hash', async () => {
  const { path, partial } = await openIn(await tempFolder())
  await partial.append(Buffer.from('one '))
  await partial.append(Buffer.from('two'))
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
  await partial.append(Buffer.from('wrong'))
  await partial.clear()
  await partial.append(Buffer.from('right'))
  expect(await readFile(path, 'utf8')).toBe('right')
  expect(partial.sha256()).toBe(sha256(Buffer.from('right')))
})

test('a folder that a link took the place of is noticed before a byte of the file behind it is changed', async () => {
  const [folder, outside] = [await tempFolder(), await tempFolder()]
  await writeFile(join(outside, 'file.partial'), 'precious')
  await symlink(outside, join(folder, 'sub'))

  await expect(PartialFile.open(join(folder, 'sub', 'file.partial'))).rejects.toBeInstanceOf(InvalidInputError)
  expect(await readFile(join(outside, 'file.partial'), 'utf8')).toBe('precious')
})

test('a folder that has the name of the file is refused', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, 'file.partial'))
  await expect(PartialFile.open(join(folder, 'file.partial'))).rejects.toMatchObject({ code: 'EISDIR' })
})
