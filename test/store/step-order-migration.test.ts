import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { stepsOf } from '../support/store-reads.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { begin, commit, created } from './stores.ts'

test('steps that were stored before they had places are kept, and have none', async () => {
  const file = join(await tempFolder(), 'recovery.db')
  const random = seededRandom(5)
  const before = await openSqliteStore({ file, random })
  const first = created('op')
  await commit(before, first)
  await commit(before, begin(first.operation))
  await before.close()
  const database = new Database(file)
  for (const column of ['kind', 'position', 'unfinished']) database.exec(`alter table recovery_steps drop column ${column}`)
  database.exec("delete from recovery_migrations where name = '0005_step_order'")
  database.exec("insert into recovery_steps values ('stp_1', 'op', 'a', '1', 5, 6, 1, null)")
  database.close()

  const after = await openSqliteStore({ file, random })
  const [step] = await stepsOf(after, 'op')
  await after.close()

  expect(step).toEqual({
    id: 'stp_1',
    operationId: 'op',
    kind: 'step',
    name: 'a',
    output: 1,
    startedAt: 5,
    finishedAt: 6,
    attempt: 1,
    undoneAt: null,
    position: null,
    unfinished: [],
  })
})
