import { expect, test } from 'vitest'
import { type Context, currentOperation, type Recovery } from '../../src/index.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { Account, deposit, newDatabase, prepare } from '../support/accounts.ts'
import { gate, testEngine } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'
import { seededRandom } from '../support/seeded-random.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0 } as const
const HOUR = 3_600_000

const here = () => currentOperation() as Context

async function only(recovery: Recovery) {
  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 2 })
  expect(operations).toHaveLength(1)
  return operations[0]
}

test('in memory a sleep is waited for, and one that is over is not slept again', async () => {
  const { recoverable, clock } = testRecoverable()
  const startedAt = clock.now()
  const times: number[] = []
  const wrapped = recoverable(async () => {
    await here().sleep('pause', '10s')
    times.push(clock.now() - startedAt)
    if (times.length === 1) throw new Error('once')
    return 'done'
  }, AT_ONCE)

  const answer = wrapped()
  await clock.advance(10_000)

  await expect(answer).resolves.toBe('done')
  expect(times).toEqual([10_000, 10_000])
})

test('a sleep in memory that its attempt did not outlive ends when it was to end', async () => {
  const { recoverable, clock } = testRecoverable()
  const startedAt = clock.now()
  const wrapped = recoverable(
    async () => {
      await here().sleep('pause', '3s')
      return clock.now() - startedAt
    },
    { ...AT_ONCE, timeout: '2s' },
  )

  const answer = wrapped()
  await clock.advance(5000)

  await expect(answer).resolves.toBe(3000)
})

test('a sleep in memory ends when its caller takes the call back', async () => {
  const { recoverable, clock } = testRecoverable()
  const controller = new AbortController()
  const wrapped = recoverable(() => here().sleep('pause', '1h'), { ...AT_ONCE, signal: controller.signal })

  const ended = expect(wrapped()).rejects.toMatchObject({ name: 'OperationCancelledError', cause: 'enough' })
  await clock.advance(1000)
  controller.abort('enough')
  await ended
})

test('an attempt that timed out runs no more steps, and its signal stays its own', async () => {
  const { recoverable, clock } = testRecoverable()
  const slow = gate()
  const ran: string[] = []
  const contexts: Context[] = []
  const late: Promise<unknown>[] = []
  const wrapped = recoverable(
    async () => {
      const context = here()
      contexts.push(context)
      if (contexts.length === 2) return slow.opened
      await slow.opened
      late.push(
        context.step('late', () => ran.push('late')),
        context.sleep('late sleep', 1),
        context.state.set(1),
      )
      return 'late'
    },
    { ...AT_ONCE, timeout: '2s', maxRetries: 1 },
  )

  const answer = wrapped()
  await clock.advance(2000)
  slow.open()
  await clock.advance(0)
  await answer

  for (const refused of late) await expect(refused).rejects.toMatchObject({ stopCause: 'superseded' })
  expect(late).toHaveLength(3)
  expect(ran).toEqual([])
  expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 2])
  expect(contexts[0]?.signal.aborted).toBe(true)
  expect(contexts[0]?.signal).not.toBe(contexts[1]?.signal)
})

test('a step that fails and that nobody awaits does not end the process', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(async () => {
    void here().step('lost', () => Promise.reject(new Error('nobody looks')))
    void here().transaction(() => 1)
    return 'done'
  }, AT_ONCE)

  await expect(wrapped()).resolves.toBe('done')
})

test('a transaction in memory is refused, and says what it needs', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(() => here().transaction(() => 1), { ...AT_ONCE, maxRetries: 0 })

  await expect(wrapped()).rejects.toMatchObject({ cause: { code: 'INVALID_INPUT', field: 'transaction' } })
})

test('with a Recovery a sleep makes the call durable and lets go of its slot until it is over', async () => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  const calls: boolean[] = []
  const wrapped = recovery.recoverable(
    async (n: number) => {
      calls.push(here().durable)
      await here().sleep('pause', '1h')
      return n * 2
    },
    { ...AT_ONCE, name: 'sleeper' },
  )

  const answer = wrapped(21)
  await clock.advance(0)
  expect(await only(recovery)).toMatchObject({ state: 'pending', attempt: 1, input: [21], dueAt: clock.now() + HOUR })
  expect((await recovery.status()).server.running).toBe(0)
  await clock.advance(HOUR)

  await expect(answer).resolves.toBe(42)
  expect(calls).toEqual([false, true])
  expect(await only(recovery)).toMatchObject({ state: 'success', attempt: 1, totalAttempts: 1 })
})

test('a durable sleep ends when its caller takes the call back', async () => {
  const { recovery, clock } = await testEngine()
  const controller = new AbortController()
  const options = { ...AT_ONCE, name: 'sleeper', signal: controller.signal }
  const wrapped = recovery.recoverable(() => here().sleep('pause', '1h'), options)

  const ended = expect(wrapped()).rejects.toMatchObject({ name: 'OperationCancelledError' })
  await clock.advance(1000)
  controller.abort()
  await clock.advance(0)
  await ended
  expect(await only(recovery)).toMatchObject({ state: 'cancelled' })
})

test('a transaction makes the call durable, and is committed once with its step', async () => {
  const file = await newDatabase()
  const store = await openSqliteStore({ file, random: seededRandom(7), entities: [Account], prepare })
  const { recovery, clock } = await testEngine({ store })
  const wrapped = recovery.recoverable(
    async () => {
      const balance = await here().transaction('deposit', deposit)
      if (here().attempt === 1) throw new Error('after the transaction')
      return balance
    },
    { ...AT_ONCE, name: 'payer' },
  )

  const answer = wrapped()
  await clock.advance(1000)

  await expect(answer).resolves.toBe(1)
  const operation = await only(recovery)
  expect(operation).toMatchObject({ state: 'success', attempt: 2 })
  expect(await recovery.steps(operation?.id ?? '')).toMatchObject([{ name: 'deposit', output: 1 }])
})

test('where the store has no tables, a transaction says so', async () => {
  const { recovery, clock } = await testEngine()
  const wrapped = recovery.recoverable(() => here().transaction(() => 1), { ...AT_ONCE, maxRetries: 0, name: 'payer' })

  const ended = expect(wrapped()).rejects.toMatchObject({ cause: { code: 'INVALID_INPUT', field: 'store' } })
  await clock.advance(1000)
  await ended
})
