import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { CursorExpiredError } from '../../../src/index.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { commit, created, finished, T0, tempFile } from '../stores.ts'

function open(file: string, seed = 5) {
  return openSqliteStore({ file, random: seededRandom(seed) })
}

test('a log keeps its name and its cursors over a restart, and positions skip ahead', async () => {
  const file = await tempFile()
  const first = await open(file)
  await finished(first, 'a')
  const before = first.head()
  await first.close()
  // Another seed would give a new log another name.
  const second = await open(file, 6)
  expect(second.head()).toEqual(before)
  await commit(second, created('b'))
  const [event] = await second.readLog({ after: before, limit: 9 })

  expect(event).toMatchObject({ operationId: 'b', type: 'created' })
  expect(event?.position).toBeGreaterThan(before.position + 2 ** 20)
  const skipped = { epoch: before.epoch, position: before.position + 1 }
  await expect(second.readLog({ after: skipped, limit: 9 })).rejects.toBeInstanceOf(CursorExpiredError)
  await second.close()
})

test('a position that was seen is never given again, though a power loss took its event back', async () => {
  const file = await tempFile()
  const first = await open(file)
  await finished(first, 'a')
  const kept = first.head()
  await commit(first, created('lost'))
  const seen = first.head()
  await first.close()
  // As after a power loss under synchronous = normal: the last commit is gone, its counter too.
  const database = new Database(file)
  database.exec(`delete from recovery_events where position = ${seen.position};
    delete from recovery_operations where id = 'lost';
    update sqlite_sequence set seq = ${kept.position} where name = 'recovery_events'`)
  database.close()
  const second = await open(file)
  await commit(second, created('next'))

  expect(second.head().position).toBeGreaterThan(seen.position)
  await expect(second.readLog({ after: seen, limit: 9 })).rejects.toBeInstanceOf(CursorExpiredError)
  expect(await second.readLog({ after: kept, limit: 9 })).toMatchObject([{ operationId: 'next' }])
  await second.close()
})

test('a log that was trimmed away whole still knows its head after restarts that wrote nothing', async () => {
  const file = await tempFile()
  const first = await open(file)
  await finished(first, 'a')
  const head = first.head()
  await first.trimLog(T0 + 1, 100)
  await first.close()
  for (let restart = 0; restart < 3; restart++) await (await open(file)).close()
  const last = await open(file)

  expect(last.head()).toEqual(head)
  await commit(last, created('b'))
  expect(await last.readLog({ after: head, limit: 9 })).toMatchObject([{ operationId: 'b' }])
  await last.close()
})
