import { expect, test } from 'vitest'
import { type Context, InvalidInputError } from '../../src/index.ts'
import { Account, balanceIn, deposit, newDatabase, prepare } from '../support/accounts.ts'
import { gate, testEngine } from '../support/engine.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 1 } as const

async function inDatabase(work: (ctx: Context) => Promise<unknown>, options: { readonly timeout?: string } = {}) {
  const file = await newDatabase()
  const { recovery, clock } = await testEngine({ store: `sqlite:${file}`, entities: [Account], prepare })
  const fn = recovery.define('work', (_input: null, ctx) => work(ctx), { ...AT_ONCE, ...options })
  const handle = await fn.start(null, { id: 'op' })
  return {
    file,
    recovery,
    clock,
    handle,
    ended: () =>
      handle.result().then(
        () => handle.operation(),
        () => handle.operation(),
      ),
  }
}

test('what a transaction does to the data is committed with its step, once, whatever the attempts after it do', async () => {
  const { file, recovery, clock, ended } = await inDatabase(async (ctx) => {
    const balance = await ctx.transaction('deposit', deposit)
    if (ctx.attempt === 1) throw new Error('down')
    return balance
  })
  await clock.advance(100)

  expect(await ended()).toMatchObject({ state: 'success', attempt: 2, result: 1 })
  expect(balanceIn(file)).toBe(1)
  expect(await recovery.steps('op')).toMatchObject([{ kind: 'transaction', name: 'deposit', output: 1, attempt: 1 }])
})

test('a transaction that throws leaves neither data nor step, and is run again by the next attempt', async () => {
  const { file, recovery, clock, ended } = await inDatabase(async (ctx) => {
    return ctx.transaction('deposit', async (entityManager) => {
      const balance = await deposit(entityManager)
      if (ctx.attempt === 1) {
        expect(balance).toBe(1)
        throw new Error('down')
      }
      return balance
    })
  })
  await clock.advance(100)

  expect(await ended()).toMatchObject({ state: 'success', result: 1, failedAttempts: 1 })
  expect(balanceIn(file)).toBe(1)
  expect(await recovery.steps('op')).toMatchObject([{ attempt: 2 }])
})

test('transactions without a name are named by their order', async () => {
  const { recovery, ended } = await inDatabase(async (ctx) => {
    await ctx.transaction(deposit)
    await ctx.step('between', () => null)
    return ctx.transaction(deposit)
  })

  expect(await ended()).toMatchObject({ result: 2 })
  expect((await recovery.steps('op')).map(({ name }) => name)).toEqual(['transaction 1', 'between', 'transaction 2'])
})

test('changes that were not flushed are written too, and a transaction may answer nothing', async () => {
  const { file, ended } = await inDatabase((ctx) =>
    ctx.transaction('create', async (entityManager) => {
      entityManager.create(Account, { id: 'bob', balance: 7 })
      ;(await entityManager.findOneOrFail(Account, 'ada')).balance = 5
    }),
  )

  expect(await ended()).toMatchObject({ state: 'success', result: null })
  expect(balanceIn(file)).toBe(5)
})

test('an output that is not JSON takes the data back', async () => {
  const { file, ended } = await inDatabase((ctx) =>
    ctx.transaction('leak', async (entityManager) => {
      await deposit(entityManager)
      return entityManager
    }),
  )

  const operation = await ended()
  expect(operation).toMatchObject({ state: 'failed', error: { code: 'INVALID_INPUT' } })
  expect(operation.error?.message).toContain('output of transaction "leak" is a')
  expect(balanceIn(file)).toBe(0)
})

test.each<[string, (ctx: Context) => Promise<unknown>]>([
  ['a step', (ctx) => ctx.step('inner', () => null)],
  ['a sleep', (ctx) => ctx.sleep('inner', 5)],
  ['another transaction', (ctx) => ctx.transaction('inner', () => null)],
  ['a state', (ctx) => ctx.state.set(1)],
])('%s inside a transaction is refused at once, and what the function makes of that is its own', async (_what, inner) => {
  const refused = gate<unknown>()
  const { file, ended } = await inDatabase((ctx) =>
    ctx.transaction('outer', async (entityManager) => {
      await inner(ctx).catch(refused.open)
      return deposit(entityManager)
    }),
  )

  expect(await refused.opened).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('nside ctx.transaction') })
  await ended()
  expect(balanceIn(file)).toBeLessThanOrEqual(1)
})

test('an operation cannot be started inside a transaction, and reads there do not wait', async () => {
  const refused = gate<unknown>()
  const seen = gate<unknown>()
  const { recovery, ended } = await inDatabase((ctx) =>
    ctx.transaction('outer', async () => {
      seen.open((await recovery.operation('op'))?.state)
      await recovery.start('work', null).catch(refused.open)
      return null
    }),
  )

  expect(await seen.opened).toBe('in_progress')
  expect(await refused.opened).toBeInstanceOf(InvalidInputError)
  expect(await ended()).toMatchObject({ state: 'success' })
})

test('what others write waits for the transaction and is written after it', async () => {
  const inside = gate()
  const go = gate()
  const { recovery, ended } = await inDatabase((ctx) =>
    ctx.transaction('slow', async (entityManager) => {
      inside.open()
      await go.opened
      return deposit(entityManager)
    }),
  )
  await inside.opened
  const others = Promise.all(
    Array.from({ length: 20 }, (_, n) => recovery.start('work', null, { id: `other ${n}`, runAt: new Date(8e12) })),
  )
  go.open()

  expect(await others).toHaveLength(20)
  expect(await ended()).toMatchObject({ state: 'success' })
})

/** A transaction that is open until `go` is, in the first attempt only. */
async function openTransaction(options: { readonly timeout?: string } = {}) {
  const inside = gate()
  const go = gate()
  const late = gate<unknown>()
  const started = await inDatabase(async (ctx) => {
    if (ctx.attempt === 2) return 'second'
    return ctx.transaction('slow', async (entityManager) => {
      await deposit(entityManager)
      inside.open()
      await go.opened
      await deposit(entityManager).then(late.open, late.open)
    })
  }, options)
  await inside.opened
  return { ...started, go, late }
}

test('a transaction that takes too long is rolled back, and its entity manager writes nothing any more', async () => {
  const { file, clock, recovery, ended, go, late } = await openTransaction()
  await clock.advance(5000)
  go.open()

  expect(await late.opened).toBeInstanceOf(Error)
  expect(await ended()).toMatchObject({ result: 'second' })
  expect(balanceIn(file)).toBe(0)
  const { items } = await recovery.attempts('op', { limit: 9 })
  expect(items[0]?.error).toMatchObject({ name: 'TransactionTimeoutError', category: 'timeout', retryable: true })
})

test('a transaction whose attempt timed out meanwhile is rolled back', async () => {
  const { file, clock, ended, go } = await openTransaction({ timeout: '1s' })
  await clock.advance(1000)
  go.open()
  await clock.advance(100)

  expect(await ended()).toMatchObject({ result: 'second', failedAttempts: 1 })
  expect(balanceIn(file)).toBe(0)
})

test('a cancel waits for the transaction that is open, and comes after it', async () => {
  const { file, handle, ended, go } = await openTransaction()
  const cancelled = handle.cancel()
  go.open()
  await cancelled

  expect(await ended()).toMatchObject({ state: 'cancelled' })
  expect(balanceIn(file)).toBe(2)
})

test('transactions of many operations are all had, one after another', async () => {
  const { file, recovery, ended } = await inDatabase((ctx) => ctx.transaction('deposit', deposit))
  await Promise.all(Array.from({ length: 30 }, () => recovery.run('work', null)))
  await ended()

  expect(balanceIn(file)).toBe(31)
})

test('a store in memory refuses transactions and entities, and says what to use', async () => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', async (_input: null, ctx) => ctx.transaction('deposit', deposit))

  await expect(work.run(null)).rejects.toThrow("createRecovery({ store: 'sqlite:PATH' })")
  await expect(testEngine({ entities: [Account] })).rejects.toThrow('entities and prepare need a store "sqlite:PATH"')
})

test('a transaction without a function is refused', async () => {
  const { ended } = await inDatabase((ctx) => ctx.transaction('nothing', undefined as never))

  expect(await ended()).toMatchObject({ state: 'failed', error: { message: expect.stringContaining('must be a function') } })
})
