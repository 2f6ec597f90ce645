import { expect, test } from 'vitest'
import { Account, balanceIn, newDatabase } from '../support/accounts.ts'
import { testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'

test('a connection of the entity manager takes part in its transaction, in prepare too', async () => {
  const file = await newDatabase()
  const { recovery } = await testEngine({
    store: `sqlite:${file}`,
    entities: [Account],
    prepare: async (em) => {
      const connection = em.getConnection()
      await connection.execute('create table accounts (id text primary key, balance integer not null)')
      await connection.execute('insert into accounts values (?, ?)', ['ada', 3])
    },
  })
  const work = recovery.define('work', async (refuse: boolean, ctx) =>
    ctx.transaction('deposit', async (em) => {
      await em.getConnection('write').execute('update accounts set balance = balance + 1')
      const before = await em.getConnection('read').execute<{ balance: number }[]>('select balance from accounts')
      if (refuse) throw Object.assign(new Error('no'), { retryable: false })
      return before.map(({ balance }) => balance)
    }),
  )

  expect(await work.run(false)).toEqual([3])
  await expect(work.run(true)).rejects.toThrow('no')
  expect(balanceIn(file)).toBe(4)
})

test('a prepare that waits for itself ends the opening after 30 s, with what to do', async () => {
  const file = await newDatabase()
  const clock = new FakeClock()
  const opening = testEngine({
    store: `sqlite:${file}`,
    entities: [Account],
    clock,
    prepare: async (em) => {
      const done = em.fork().execute('create table accounts (id text primary key, balance integer not null)')
      void clock.advance(30_000)
      await done
    },
  })

  const error = await opening.catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', cause: { name: 'TransactionTimeoutError', limitMs: 30_000 } })
  expect((error as Error).message).toContain('em.execute')
})
