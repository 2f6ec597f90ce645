import { lstat, mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { destinationFault, fileSize, findPlace, moveIntoPlace } from '../../src/functions/download-place.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A download folder with another folder beside it, which nothing may be written to. */
async function setUpFolders() {
  const parent = await tempFolder()
  const [folder, outside] = [join(parent, 'downloads'), join(parent, 'outside')]
  await mkdir(folder)
  await mkdir(outside)
  return { parent, folder, outside }
}

test.each([
  ['', 'is empty'],
  ['/etc/passwd', 'is absolute'],
  ['C:/a', 'is absolute'],
  ['c:a', 'is absolute'],
  ['a\\b', 'holds a backslash'],
  ['..\\a', 'holds a backslash'],
  ['..', 'holds ".."'],
  ['../a', 'holds ".."'],
  ['a/../../b', 'holds ".."'],
  ['a/..', 'holds ".."'],
  ['.', 'holds "."'],
  ['./a', 'holds "."'],
  ['a/', 'holds an empty name'],
  ['a//b', 'holds an empty name'],
  ['a\0b', 'holds a control character'],
  ['a\nb', 'holds a control character'],
  ['a\ud800b', 'is not well-formed Unicode'],
  ['a'.repeat(256), 'holds a name longer than 255 bytes'],
  ['模'.repeat(86), 'holds a name longer than 255 bytes'],
  ['a/'.repeat(600), 'is longer than 1024 characters'],
  ['.recoverable-x', 'holds a name that begins with ".recoverable-"'],
  ['a/.RECOVERABLE-0123.partial', 'holds a name that begins with ".recoverable-"'],
  ['a.', 'holds a name that ends with a dot or a blank'],
  ['.../a', 'holds a name that ends with a dot or a blank'],
  ['a /b', 'holds a name that ends with a dot or a blank'],
  ['nul', 'holds a name that is a device on Windows'],
  ['a/COM1.txt', 'holds a name that is a device on Windows'],
  ['aux .tar.gz/b', 'holds a name that is a device on Windows'],
])('the destination %o is refused: %s', async (destination, fault) => {
  expect(destinationFault(destination)).toContain(fault)
  const folder = await tempFolder()
  await expect(findPlace(folder, destination, 'op_1')).rejects.toThrow(`input.destination ${fault}`)
})

test.each([
  'a',
  'a/b/c.bin',
  '..a',
  '..a/b',
  'a..b',
  'null',
  'com10',
  'aux-1',
  '.hidden',
  'a b',
  'модель/模型 ü🎉',
  '-rf',
  '模'.repeat(85),
])('the destination %o lies in the folder', async (destination) => {
  const folder = await tempFolder()
  expect((await findPlace(folder, destination, 'op_1')).file).toBe(join(folder, destination))
})

test('the download folder is made, and may itself be a link', async () => {
  const { parent, outside } = await setUpFolders()
  await symlink(outside, join(parent, 'link'))
  expect((await findPlace(join(parent, 'link'), 'a', 'op_1')).file).toBe(join(outside, 'a'))
  expect((await findPlace(join(parent, 'new/deep'), 'a', 'op_1')).file).toBe(join(parent, 'new/deep/a'))
})

test('a link that leads outside is refused, wherever in the path it stands', async () => {
  const { folder, outside } = await setUpFolders()
  await mkdir(join(folder, 'sub'))
  await symlink(outside, join(folder, 'out'))
  await symlink('../../outside', join(folder, 'sub/relative'))
  await symlink(join(outside, 'missing'), join(folder, 'dangling'))

  for (const destination of ['out/a', 'out/new/a', 'sub/relative/a', 'sub/relative/b/c']) {
    await expect(findPlace(folder, destination, 'op_1')).rejects.toThrow(/leads through ".+" out of the download folder/)
  }
  await expect(findPlace(folder, 'dangling/a', 'op_1')).rejects.toThrow(/leads through "dangling", which is a link to nowhere/)
  await expect(lstat(join(outside, 'new'))).rejects.toThrow('ENOENT')
})

test('a link to a folder beside it whose name begins alike is outside', async () => {
  const { parent, folder } = await setUpFolders()
  await mkdir(join(parent, 'downloads-2'))
  await symlink(join(parent, 'downloads-2'), join(folder, 'out'))
  await expect(findPlace(folder, 'out/a', 'op_1')).rejects.toThrow(/out of the download folder/)
})

test('a link to a folder within is followed', async () => {
  const { folder } = await setUpFolders()
  await mkdir(join(folder, 'real'))
  await symlink('real', join(folder, 'alias'))
  expect((await findPlace(folder, 'alias/a', 'op_1')).file).toBe(join(folder, 'real/a'))
})

test('a destination that is a link is refused and stays as it is', async () => {
  const { folder, outside } = await setUpFolders()
  await writeFile(join(outside, 'secret'), 'kept')
  await symlink(join(outside, 'secret'), join(folder, 'a'))
  await symlink('/nowhere', join(folder, 'b'))

  await expect(findPlace(folder, 'a', 'op_1')).rejects.toThrow(/is a symbolic link/)
  await expect(findPlace(folder, 'b', 'op_1')).rejects.toThrow(/is a symbolic link/)
  expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('kept')
  expect(await readlink(join(folder, 'b'))).toBe('/nowhere')
})

test('a destination that is a folder, or lies below a file, is refused', async () => {
  const { folder } = await setUpFolders()
  await mkdir(join(folder, 'sub'))
  await writeFile(join(folder, 'file'), '')

  await expect(findPlace(folder, 'sub', 'op_1')).rejects.toThrow(/is a folder; give the name of a file/)
  await expect(findPlace(folder, 'file/a', 'op_1')).rejects.toThrow(/leads through "file", which is not a folder/)
  await expect(findPlace(folder, 'sub', 'op_1')).rejects.toBeInstanceOf(InvalidInputError)
  await expect(findPlace(folder, 'sub', 'op_1')).rejects.toMatchObject({ field: 'destination' })
})

test('the unfinished file has a name of its own per operation, beside the finished one', async () => {
  const folder = await tempFolder()
  const ids = ['op_1', 'op_2', '../../etc/x', `it's "quoted"/`, '模'.repeat(255), 'x'.repeat(255)]
  const places = await Promise.all(ids.map((id) => findPlace(folder, 'sub/a', id)))

  expect(new Set(places.map((place) => place.partial)).size).toBe(ids.length)
  for (const { partial } of places) {
    expect(dirname(partial)).toBe(join(folder, 'sub'))
    expect(basename(partial)).toMatch(/^\.recoverable-[0-9a-f]{32}\.partial$/)
  }
  expect((await findPlace(folder, 'sub/a', 'op_1')).partial).toBe(places[0]?.partial)
})

test('moving into place replaces the file that was there', async () => {
  const folder = await tempFolder()
  const place = await findPlace(folder, 'a', 'op_1')
  await writeFile(place.file, 'old')
  await writeFile(place.partial, 'new!')

  await moveIntoPlace(place)

  expect(await readFile(place.file, 'utf8')).toBe('new!')
  expect(await fileSize(place.partial)).toBeNull()
  expect(await fileSize(place.file)).toBe(4)
})
