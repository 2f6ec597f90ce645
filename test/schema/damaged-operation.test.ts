import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { commit, created, tempFile, testKey } from '../store/stores.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { testApi } from './harness.ts'

const LIST =
  '{ operations(filter: { functionNames: ["work"] }, orderBy: { field: CREATED_AT, direction: ASC }) { edges { node { id state input error { code message } } } } }'
const RETRY = 'mutation { retryOperation(input: { id: "bad" }) { __typename } }'

/** Two operations that wait in an encrypted store; the input of `bad` was exchanged for that of `good`. */
async function exchanged() {
  const file = await tempFile()
  const encryption = [testKey('a', 1)]
  const store = await openSqliteStore({ file, encryption, random: seededRandom(1) })
  await commit(store, created('bad', { input: 'secret of bad', priority: 5 }, 0), created('good', { input: 'secret of good' }, 0))
  await store.close()
  const database = new Database(file)
  database.exec(
    "update recovery_operations set input = (select input from recovery_operations where id = 'good') where id = 'bad'",
  )
  database.close()
  return { store: `sqlite:${file}`, encryption }
}

test('an operation whose input was exchanged in the file is shown as damaged and never run; the others go on', async () => {
  const told: object[] = []
  const ignore = () => undefined
  const log = { debug: ignore, info: ignore, warn: ignore, error: (fields: object) => told.push(fields) }
  const { recovery, data, rawErrors, clock } = await testApi({ ...(await exchanged()), log })
  const inputs: unknown[] = []
  recovery.define('work', (input) => void inputs.push(input), { concurrency: 1 })
  await recovery.handle('good').result()
  await clock.advance(120_000)

  expect(inputs).toEqual(['secret of good'])
  const message = expect.stringContaining('operations.input of "bad"')
  expect(await data(LIST)).toEqual({
    operations: {
      edges: [
        { node: { id: 'bad', state: 'PENDING', input: null, error: { code: 'DATA_DAMAGED', message } } },
        { node: { id: 'good', state: 'SUCCESS', input: 'secret of good', error: null } },
      ],
    },
  })
  expect(told).toEqual([{ err: expect.objectContaining({ message }) }])
  await expect(recovery.operation('bad')).rejects.toMatchObject({ code: 'DATA_DAMAGED' })
  expect((await rawErrors(RETRY))[0]?.originalError).toMatchObject({ code: 'DATA_DAMAGED', id: 'bad' })
})
