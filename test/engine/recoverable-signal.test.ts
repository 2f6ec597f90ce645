import { expect, test } from 'vitest'
import { currentOperation, OperationCancelledError } from '../../src/index.ts'
import { aborted, gate } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'

const EXACT = { initialDelay: '1s', backoffFactor: 2, jitter: 0, maxRetries: 3 } as const

test('aborting the signal during a wait ends the call at once', async () => {
  const { recoverable, clock } = testRecoverable()
  const controller = new AbortController()
  let calls = 0
  const wrapped = recoverable(
    async () => {
      calls++
      throw new Error('down')
    },
    { ...EXACT, signal: controller.signal },
  )

  const ended = expect(wrapped()).rejects.toSatisfy(
    (error: unknown) => error instanceof OperationCancelledError && error.cause === 'enough',
  )
  await clock.advance(500)
  controller.abort('enough')
  await ended
  await clock.advance(60_000)

  expect(calls).toBe(1)
})

test('a signal that is aborted already lets no attempt begin', async () => {
  const { recoverable } = testRecoverable()
  let calls = 0
  const wrapped = recoverable(() => calls++, { signal: AbortSignal.abort('before') })

  await expect(wrapped()).rejects.toMatchObject({ name: 'OperationCancelledError', cause: 'before' })
  expect(calls).toBe(0)
})

test('each call finds its own signal among its arguments, and hands it to the attempt', async () => {
  const { recoverable, clock } = testRecoverable()
  const wrapped = recoverable(
    async (_url: string, _options: { signal?: AbortSignal }) => {
      const signal = currentOperation()?.signal as AbortSignal
      throw await aborted(signal)
    },
    { ...EXACT, signal: (_url, { signal }) => signal },
  )
  const controller = new AbortController()
  const reason = new Error('closed')

  const ended = expect(wrapped('http://x', { signal: controller.signal })).rejects.toMatchObject({
    name: 'OperationCancelledError',
    cause: reason,
  })
  await clock.advance(0)
  controller.abort(reason)
  await ended
})

test('a function that finds no signal, or throws, is no signal', async () => {
  const { recoverable } = testRecoverable()
  const broken = () => {
    throw new Error('no')
  }

  await expect(recoverable(async () => 1, { signal: () => undefined })()).resolves.toBe(1)
  await expect(recoverable(async () => 2, { signal: broken })()).resolves.toBe(2)
  const late = (() => Promise.reject(new Error('too late'))) as unknown as () => undefined
  await expect(recoverable(async () => 3, { signal: late })()).resolves.toBe(3)
})

test('the signal of an attempt is aborted when it times out, and the next attempt has another', async () => {
  const { recoverable, clock } = testRecoverable()
  const signals: AbortSignal[] = []
  const wrapped = recoverable(
    () => {
      signals.push(currentOperation()?.signal as AbortSignal)
      return signals.length === 1 ? gate<string>().opened : 'done'
    },
    { ...EXACT, timeout: '2s' },
  )

  const result = wrapped()
  await clock.advance(3000)

  await expect(result).resolves.toBe('done')
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
  expect(signals[0]?.reason).toMatchObject({ stopCause: 'timed out' })
})
