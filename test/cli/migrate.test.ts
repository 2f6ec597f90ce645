import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { MIGRATIONS, MIGRATIONS_TABLE } from '../../src/store/sqlite/migrations/migrations.ts'
import { openDatabase } from '../../src/store/sqlite/open.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { cli } from './run-cli.ts'

const NAMES = MIGRATIONS.map(({ name }) => name)
const LAST = NAMES.at(-1) as string

async function storeOf(change: (database: Database.Database) => void = () => undefined) {
  const cwd = await tempFolder()
  await cli(['migrate', '--store', 'sqlite:recovery.db'], { cwd })
  const file = join(cwd, 'recovery.db')
  const database = new Database(file)
  change(database)
  database.close()
  return { cwd, file, env: { RECOVERY_STORE: 'sqlite:recovery.db' } }
}

test('a store that is not there is made, where the configuration says', async () => {
  const cwd = await tempFolder()
  await writeFile(join(cwd, 'recoverable.config.json'), JSON.stringify({ store: 'sqlite:data/mine.db' }))
  const ran = await cli(['migrate'], { cwd })
  expect(ran).toEqual({ code: 0, stdout: `Made sqlite:data/mine.db with ${NAMES.length} migrations\n`, stderr: '' })
  expect((await readFile(join(cwd, 'data/mine.db'))).subarray(0, 15).toString()).toBe('SQLite format 3')
  expect((await cli(['migrate'], { cwd })).stdout).toBe('sqlite:data/mine.db is up to date\n')
})

test('what an older version left is brought up to date, and what was done is told', async () => {
  const { cwd, env } = await storeOf((database) => {
    database.prepare(`delete from ${MIGRATIONS_TABLE} where name = ?`).run('0003_light_calls')
    database.exec('alter table recovery_functions drop column light_calls')
  })
  const ran = await cli(['migrate', '--json'], { cwd, env })
  expect(JSON.parse(ran.stdout)).toEqual({ store: 'sqlite:recovery.db', created: false, applied: ['0003_light_calls'] })
  expect((await cli(['migrate'], { cwd, env })).stdout).toBe('sqlite:recovery.db is up to date\n')
})

test('a store of a newer version is refused and left as it is', async () => {
  const { cwd, env, file } = await storeOf((database) => {
    database.prepare(`update ${MIGRATIONS_TABLE} set name = '9999_future' where name = ?`).run(LAST)
  })
  const before = await readFile(file)
  const ran = await cli(['migrate'], { cwd, env })
  expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('"9999_future"') })
  expect(await readFile(file)).toEqual(before)
})

test('a store that a server uses is refused', async () => {
  const { cwd, env, file } = await storeOf()
  const { close } = await openDatabase({ file, random: seededRandom(1) })
  onTestFinished(close)
  const ran = await cli(['migrate'], { cwd, env })
  expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('another server uses it') })
})

test('a file that is no database is refused', async () => {
  const cwd = await tempFolder()
  await mkdir(join(cwd, 'data'))
  await writeFile(join(cwd, 'data/recovery.db'), 'Dear database, '.repeat(1000))
  expect(await cli(['migrate'], { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining('it is no SQLite database') })
})

test('memory keeps nothing, so nothing is migrated', async () => {
  const ran = await cli(['migrate', '--store', 'memory:'], { cwd: await tempFolder() })
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to migrate') })
})

test('a faulty configuration ends with 2', async () => {
  const ran = await cli(['migrate'], { cwd: await tempFolder(), env: { PORT: 'x', RECOVERY_STORE: 'nowhere' } })
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^The configuration cannot be used:\n {2}- PORT is "x".*\n {2}- RECOVERY_STORE is "nowhere".*\n$/)
})
