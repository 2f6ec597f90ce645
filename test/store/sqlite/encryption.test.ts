import { readFile } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DataDamagedError, StoreUnavailableError } from '../../../src/index.ts'
import type { EncryptionKey } from '../../../src/operation/encryption-keys.ts'
import type { Operation } from '../../../src/operation/operation.ts'
import type { Store } from '../../../src/operation/store.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { ERROR } from '../../operation/situations.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { begin, commit, created, finished, following, T0, tempFile, testKey } from '../stores.ts'

const A = testKey('a', 1)
const B = testKey('b', 2)
const SECRET = 'marmalade'
const ALL = { filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 100 } as const

async function open(file: string, keys: readonly EncryptionKey[] = [], onError?: (error: unknown) => void): Promise<Store> {
  return openSqliteStore({ file, encryption: keys, random: seededRandom(5), ...(onError !== undefined && { onError }) })
}

async function refusal(file: string, keys: readonly EncryptionKey[] = []): Promise<string> {
  const error: unknown = await open(file, keys).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(StoreUnavailableError)
  return (error as Error).message
}

/** One operation with the secret in everything that is encrypted; it waits for its second attempt. */
async function keepSecrets(store: Store, id = 'op'): Promise<Operation> {
  const first = created(id, { input: { text: SECRET } })
  const running = begin(first.operation)
  const token = running.operation.token ?? ''
  const step = { id: `stp_${id}`, operationId: id, kind: 'step', name: 'one', output: SECRET } as const
  const rest = { startedAt: T0, finishedAt: T0, attempt: 1, undoneAt: null, position: 1, unfinished: [] } as const
  const progress = { fraction: null, current: null, total: null, unit: null, stage: null, message: SECRET }
  const steps = [{ ...step, ...rest }]
  const checkpoint = following(running.operation, { type: 'checkpoint', token, steps, checkpoint: { at: SECRET } })
  const error = { ...ERROR, message: `no ${SECRET}`, stack: `at ${SECRET}`, cause: SECRET }
  const retry = { delayMs: 1000, strategy: 'fixed' }
  const failed = following(checkpoint.operation, { type: 'fail', token, error, timedOut: false, retry, progress })
  expect(await commit(store, first, running, checkpoint, failed)).toEqual(Array(4).fill('committed'))
  const state = { trips: 1, lastError: SECRET }
  const event = { scope: 'api', type: 'breaker_opened', state: 'open', forced: false, failureCount: 1, retryAt: null } as const
  await store.putRecords([{ kind: 'breaker', key: 'api', value: state }], { ...event, reason: SECRET, actor: null, at: T0 })
  return failed.operation
}

async function bytesOf(file: string): Promise<string> {
  return (await Promise.all([file, `${file}-wal`].map((path) => readFile(path, 'latin1').catch(() => '')))).join('')
}

/** Writes to the file as somebody who has no key would. */
function meddle(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

async function damagedStore(sql: string, reported: unknown[] = []) {
  const file = await tempFile()
  const before = await open(file, [A])
  for (const id of ['good', 'bad', 'fine']) await commit(before, created(id, { input: SECRET, priority: id === 'bad' ? 9 : 0 }))
  await keepSecrets(before)
  await before.close()
  meddle(file, sql)
  const store = await open(file, [A], (error) => reported.push(error))
  onTestFinished(() => store.close())
  return store
}

const swapped =
  "update recovery_operations set input = (select input from recovery_operations where id = 'good') where id = 'bad'"

describe('an encrypted store', () => {
  test('keeps nothing in plain text that it would without a key, and reads all of it back', async () => {
    const [plain, encrypted] = [await tempFile(), await tempFile()]
    for (const [file, keys] of [
      [plain, []],
      [encrypted, [A]],
    ] as const) {
      const store = await open(file, keys)
      onTestFinished(() => store.close())
      const after = store.head()
      const written = await keepSecrets(store)

      expect(await store.operation('op')).toEqual(written)
      expect([...(await store.stepsOf(['op'])).values()].flat()).toMatchObject([{ output: SECRET }])
      expect((await store.attemptsOf(['op'], { limit: 5 })).get('op')?.items).toMatchObject([
        { error: { message: `no ${SECRET}` } },
      ])
      expect((await store.eventsOf(['op'], { limit: 9 })).get('op')?.items.at(-1)).toMatchObject({ error: `no ${SECRET}` })
      expect(await store.records('breaker')).toMatchObject([{ value: { lastError: SECRET } }])
      expect(await store.readBreakerLog({ after, limit: 5 })).toMatchObject([{ reason: SECRET }])
      expect((await store.list({ ...ALL, filter: { search: 'NO marma' } })).operations).toHaveLength(1)
    }
    expect(await bytesOf(plain)).toContain(SECRET)
    expect(await bytesOf(encrypted)).not.toContain(SECRET)
  })

  test('reads what was stored before it had a key, and encrypts what is written from then on', async () => {
    const file = await tempFile()
    const before = await open(file)
    const after = before.head()
    const waiting = await keepSecrets(before)
    await before.close()
    const store = await open(file, [A])
    onTestFinished(() => store.close())
    await commit(store, begin(waiting, T0 + 1000))

    expect(await store.operation('op')).toMatchObject({ input: { text: SECRET }, state: 'recovering' })
    expect(await store.readLog({ after, limit: 9 })).toMatchObject([
      { type: 'created' },
      {},
      { error: `no ${SECRET}` },
      { error: `no ${SECRET}` },
    ])
    const database = new Database(file, { readonly: true })
    onTestFinished(() => void database.close())
    expect(database.prepare('select input, error from recovery_operations').get()).toEqual({
      input: `{"text":"${SECRET}"}`,
      error: expect.stringMatching(/^enc1:a:/),
    })
  })
})

describe('what an encrypted store deletes', () => {
  test('is overwritten: after a VACUUM by hand, nothing that was plain stays behind in the file', async () => {
    const file = await tempFile()
    const before = await open(file)
    await finished(before, 'op', { input: SECRET.repeat(1000) })
    await before.close()
    meddle(file, 'vacuum')
    const store = await open(file, [A])
    expect(await store.deleteFinished({ state: 'success', before: T0 + 1 }, 10)).toBe(1)
    await store.close()

    expect(await bytesOf(file)).not.toContain(SECRET)
  })
})

describe('the keys of an encrypted store', () => {
  test('change: the new one encrypts, the old one is needed until nothing is left of it', async () => {
    const file = await tempFile()
    const first = await open(file, [A])
    await finished(first, 'old', { input: SECRET })
    await first.close()
    const second = await open(file, [B, A])
    await finished(second, 'new', { input: SECRET }, T0 + 10)
    expect((await second.list(ALL)).operations).toMatchObject([{ input: SECRET }, { input: SECRET }])
    await second.close()

    expect(await refusal(file, [B])).toContain('encrypted with the key "a", which was not given: put it behind the one that was')
    const third = await open(file, [B, A])
    expect(await third.deleteFinished({ state: 'success', before: T0 + 1 }, 10)).toBe(1)
    await third.trimLog(T0 + 1, 100)
    await third.close()
    const fourth = await open(file, [B])
    expect(await fourth.operation('new')).toMatchObject({ input: SECRET })
    await fourth.close()
    // What the old key left is forgotten: another key may have its id, as if it had never been.
    await (await open(file, [B, testKey('a', 9)])).close()
  })

  test.each([
    ['no key', [], 'and no key was given: set RECOVERY_ENCRYPTION_KEY'],
    [
      'another key of the same id',
      [testKey('a', 9)],
      'the encryption key "a" that was given is not the one that it is encrypted with',
    ],
    ['another key of another id', [B], 'encrypted with the key "a", which was not given'],
  ])('must be the right ones: with %s it is refused, and left as it is', async (_what, keys, expected) => {
    const file = await tempFile()
    const store = await open(file, [A])
    await finished(store, 'op', { input: SECRET })
    await store.close()
    const before = await readFile(file)

    expect(await refusal(file, keys)).toContain(expected)
    expect((await readFile(file)).equals(before)).toBe(true)
    const again = await open(file, [A])
    onTestFinished(() => again.close())
    expect(await again.operation('op')).toMatchObject({ input: SECRET })
  })

  test('are not needed where nothing was ever encrypted', async () => {
    const file = await tempFile()
    await (await open(file, [A])).close()
    const store = await open(file)
    await finished(store, 'op')
    await store.close()

    await (await open(file, [B])).close()
  })
})

describe('a value that was changed in the file', () => {
  test('is told by the operation it belongs to, and lists still show all', async () => {
    const store = await damagedStore(swapped)

    const error: unknown = await store.operation('bad').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DataDamagedError)
    expect(error).toMatchObject({ code: 'DATA_DAMAGED', id: 'bad', part: 'operations.input' })
    const { operations } = await store.list(ALL)
    expect(operations.map(({ id }) => id)).toEqual(['bad', 'fine', 'good', 'op'])
    expect(operations[0]).toMatchObject({ input: null, state: 'pending', error: { code: 'DATA_DAMAGED', retryable: false } })
    expect(operations[0]?.error?.message).toContain('operations.input of "bad"')
    expect(operations[2]).toMatchObject({ input: SECRET, error: null })
  })

  test('keeps its operation from being run, reports it once, and stands in nobody’s way', async () => {
    const reported: unknown[] = []
    const store = await damagedStore(swapped, reported)

    expect((await store.due('work', T0, 1)).map(({ id }) => id)).toEqual(['fine'])
    expect((await store.due('work', T0 + 5000, 2)).map(({ id }) => id)).toEqual(['fine', 'good'])
    expect(reported).toEqual([expect.objectContaining({ code: 'DATA_DAMAGED', id: 'bad' })])
  })

  test('is found out in errors, events, attempts, steps and records too, each by itself', async () => {
    const reported: unknown[] = []
    const store = await damagedStore(
      `update recovery_attempts set error = 'enc1:a:AAAA' where operation_id = 'op';
       update recovery_events set error = 'enc1:a:AAAA', data = 'enc1:a:AAAA' where type in ('attempt_failed', 'breaker_opened');
       update recovery_steps set output = 'enc1:a:AAAA';
       update recovery_operations set error = 'enc1:a:AAAA' where id = 'op';
       update recovery_records set value = 'enc1:a:AAAA' where kind = 'breaker'`,
      reported,
    )

    expect((await store.attemptsOf(['op'], { limit: 5 })).get('op')?.items).toMatchObject([{ error: { code: 'DATA_DAMAGED' } }])
    const items = (await store.eventsOf(['op'], { limit: 9 })).get('op')?.items
    expect(items?.at(-1)).toMatchObject({ error: expect.stringContaining('events.error of "op"'), data: null })
    await expect(store.stepsOf(['op'])).rejects.toThrow('steps.output of "stp_op"')
    expect(await store.list({ ...ALL, filter: { search: SECRET } })).toMatchObject({ operations: [] })
    expect(await store.records('breaker')).toMatchObject([{ key: 'api', value: null }])
    expect(reported).toMatchObject([{ part: 'records.value', id: 'api' }])
  })
})
