import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { StoreUnavailableError } from '../../../src/index.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { commit, created, finished, tempFile } from '../stores.ts'

function open(file: string) {
  return openSqliteStore({ file, random: seededRandom(5) })
}

/** The message of the typed error that opening ends with. */
async function refusal(file: string): Promise<string> {
  const error: unknown = await open(file).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(StoreUnavailableError)
  return (error as Error).message
}

test('a file that is no database is refused and left as it is', async () => {
  const file = await tempFile()
  const letter = 'Dear database, '.repeat(1000)
  await writeFile(file, letter)

  expect(await refusal(file)).toContain('it is no SQLite database')
  expect(await readFile(file, 'utf8')).toBe(letter)
})

test('a damaged database is refused, and the lock is free again for a good one', async () => {
  const file = await tempFile()
  const store = await open(file)
  await finished(store, 'op')
  await store.close()
  const good = await readFile(file)
  await writeFile(file, Buffer.concat([good.subarray(0, 100), Buffer.alloc(good.length - 100, 0xab)]))

  expect(await refusal(file)).toMatch(/damaged|no SQLite database/)
  await writeFile(file, good)
  const again = await open(file)
  onTestFinished(() => again.close())
  expect(await again.operation('op')).toMatchObject({ state: 'success' })
})

test('a database that a newer version has written to is refused by the name of its migration, and left as it is', async () => {
  const file = await tempFile()
  await (await open(file)).close()
  const database = new Database(file)
  database.prepare('insert into recovery_migrations (name, executed_at) values (?, ?)').run('0099_tomorrow', '2030-01-01')
  database.close()

  expect(await refusal(file)).toContain('newer version, which made the migration "0099_tomorrow"')
})

test('a database that another program keeps locked is refused as such', async () => {
  const file = await tempFile()
  await (await open(file)).close()
  const other = new Database(file)
  onTestFinished(() => void other.close())
  other.exec('begin exclusive')

  expect(await refusal(file)).toContain('another program keeps it locked')
})

test('a second store on one file is refused while the first lives, also by another way to it', async () => {
  const file = await tempFile()
  const store = await open(file)
  expect(await refusal(file)).toContain('another server uses it')
  expect(await refusal(join(dirname(file), '.', 'x', '..', 'recovery.db'))).toContain('another server uses it')
  await commit(store, created('op'))
  await store.close()

  await (await open(file)).close()
})

test.each([
  ['a folder', async (place: string) => mkdir(place), 'it is a folder'],
  ['a file where a folder should be', async (place: string) => writeFile(dirname(place), ''), 'is a file and no folder'],
])('%s is refused with what is wrong', async (_what, prepare, message) => {
  const place = join(await tempFolder(), 'data', 'recovery.db')
  if (message !== 'is a file and no folder') await mkdir(dirname(place))
  await prepare(place)

  expect(await refusal(place)).toContain(message)
})

test('the folder of a new database is made', async () => {
  const file = join(await tempFolder(), 'a', 'b', 'recovery.db')
  const store = await open(file)
  onTestFinished(() => store.close())

  expect(await commit(store, created('op'))).toEqual(['committed'])
})
