import { expect, test } from 'vitest'
import { type Context, currentOperation } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0 } as const

/** What code far below a wrapped function sees. */
async function below(): Promise<Context | null> {
  await Promise.resolve()
  return currentOperation()
}

test('outside of an attempt there is no operation', () => {
  expect(currentOperation()).toBeNull()
})

test('it is found behind awaits, in each attempt, and each call finds its own', async () => {
  const { recoverable } = testRecoverable()
  const failed = new Set<string>()
  const wrapped = recoverable(async (name: string) => {
    const operation = await below()
    if (!failed.has(name)) {
      failed.add(name)
      throw new Error('once')
    }
    return [operation?.input, operation?.attempt, operation?.durable, operation?.metadata]
  }, AT_ONCE)

  await expect(Promise.all([wrapped('a'), wrapped('b')])).resolves.toEqual([
    [['a'], 2, false, {}],
    [['b'], 2, false, {}],
  ])
})

test('in a wrapped function that calls another each has its own', async () => {
  const { recoverable } = testRecoverable()
  const inner = recoverable(async () => (await below())?.operationId)
  const outer = recoverable(async () => [(await below())?.operationId, await inner(), (await below())?.operationId])

  const [before, within, after] = await outer()

  expect(before).toMatch(/^op_/)
  expect(after).toBe(before)
  expect(within).not.toBe(before)
})

test('it is found in an attempt that the engine runs', async () => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async (_input: null, context) => (await below())?.operationId === context.operationId)

  const result = work.run(null)
  await clock.advance(0)

  await expect(result).resolves.toBe(true)
})

test('in memory, steps and state live as long as the call', async () => {
  const { recoverable } = testRecoverable()
  const steps: number[] = []
  const wrapped = recoverable(async () => {
    const operation = currentOperation() as Context
    const part = await operation.step('part', () => steps.push(1))
    operation.progress({ message: 'half' })
    operation.log.info({}, 'half')
    if (operation.attempt === 1) {
      await operation.state.set({ part })
      throw new Error('again')
    }
    return operation.state.get()
  }, AT_ONCE)

  await expect(wrapped()).resolves.toEqual({ part: 1 })
  expect(steps).toEqual([1])
  await expect(recoverable(() => currentOperation()?.step('odd', () => 1n as never))()).rejects.toThrow('is a bigint')
})

test('it is still found after thousands of calls', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(async () => (await below())?.attempt)
  for (let call = 0; call < 3000; call++) await wrapped()

  await expect(wrapped()).resolves.toBe(1)
})
