import { expect, test } from 'vitest'
import { begin, commit, created } from '../stores.ts'
import { openWithConnections } from './connections.ts'

test.each([
  ['normal', 1],
  ['full', 2],
] as const)('the writer logs ahead, waits for locks, keeps foreign keys and syncs %s', async (synchronous, level) => {
  const { writer } = (await openWithConnections({ synchronous })).connections
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout']

  expect(settings.map((name) => writer.pragma(name, { simple: true }))).toEqual(['wal', level, 1, 1000])
})

test('reads have a connection of their own that cannot write, and see every commit at once', async () => {
  const { store, connections } = await openWithConnections()
  expect(connections.reader).not.toBe(connections.writer)
  expect(() => connections.reader.exec('delete from recovery_operations')).toThrow('readonly')
  for (let n = 0; n < 20; n++) {
    await commit(store, created(`op-${n}`))
    expect(await store.operation(`op-${n}`)).not.toBeNull()
  }
})

test('a read does not wait for a transaction that is open', async () => {
  const { store } = await openWithConnections()
  const first = created('op')
  await commit(store, first)
  let seen: unknown
  store.joinCommits({
    onCommit: async () => {
      seen = await store.operation('op')
      return () => undefined
    },
  })
  await commit(store, begin(first.operation))

  expect(seen).toEqual(first.operation)
})

test('a statement that comes after its transaction has ended is refused instead of lost', async () => {
  const { store } = await openWithConnections()
  const late: (() => Promise<unknown>)[] = []
  store.joinCommits({
    onCommit: (tx) => {
      late.push(async () => tx?.execute('delete from recovery_operations', []))
      return () => undefined
    },
  })
  await commit(store, created('op'))

  await expect(late[0]?.()).rejects.toThrow('The transaction has ended')
  expect(await store.operation('op')).not.toBeNull()
})
