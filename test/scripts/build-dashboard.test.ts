import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { run } from '../package/packed.ts'
import { builtDashboard } from '../support/built-dashboard.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Builds into a folder of the test, as several starts at once would. */
function build(out: string) {
  const script = join(ROOT, 'scripts', 'build-dashboard.mjs')
  return run(ROOT, process.execPath, ['--disable-warning=ExperimentalWarning', script, '--if-stale', '--out', out])
}

/** The names and texts of a folder's files. */
async function contents(folder: string) {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const read = files.map(async ({ parentPath, name }) => [
    join(parentPath, name).slice(folder.length),
    await readFile(join(parentPath, name), 'hex'),
  ])
  return Object.fromEntries(await Promise.all(read))
}

test('builds at the same time leave one that is whole, and nothing beside it', async () => {
  const folder = await tempFolder()
  const out = join(folder, 'built')
  const ended = await Promise.all([build(out), build(out)])
  expect(ended).toEqual([
    { code: 0, stdout: '', stderr: '' },
    { code: 0, stdout: '', stderr: '' },
  ])
  expect(await readdir(folder)).toEqual(['built'])
  expect(await contents(out)).toEqual(await contents(await builtDashboard()))
}, 60_000)

test('no page carries the documents of others, nor the map of all', async () => {
  const assets = join(await builtDashboard(), 'assets')
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'))
  const codes = await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')))
  const names = codes.flatMap((code) =>
    [...code.matchAll(/[`"'](?:query|mutation|subscription) (\w+)[({]/g)].map(([, name]) => name),
  )
  expect(names.length).toBeGreaterThan(0)
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  expect(codes.join('')).not.toMatch(/__meta__|\n {2}(?:query|mutation|subscription) /)
})

test('no file names another by an address that the build does not give it', async () => {
  const folder = await builtDashboard()
  const files = await readdir(folder, { recursive: true })
  for (const name of files.filter((file) => /\.(html|js|css)$/.test(file))) {
    const text = await readFile(join(folder, name), 'utf8')
    const addresses = [...text.matchAll(/["'`(]\/([\w./-]+\.(?:svg|png|css|js))["'`)]/g)].map(([, file]) => file as string)
    expect([name, addresses.filter((file) => !files.includes(file))]).toEqual([name, []])
  }
})
