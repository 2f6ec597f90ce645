import { expect, test, vi } from 'vitest'
import { patterns, UnknownFunctionError } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'

function quietLog() {
  return { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
}

test("a function's patterns decide whether it is retried", async () => {
  const { recovery } = await testEngine()
  const classifier = patterns([{ match: /declined/, category: 'validation', subcategory: 'card_declined' }])
  const charge = recovery.define('charge', () => Promise.reject(new Error('card declined')), { classifier })

  await expect(charge.run(null)).rejects.toMatchObject({
    name: 'OperationFailedError',
    error: { category: 'validation', subcategory: 'card_declined', retryable: false },
  })
})

test("the defaults' classifier is asked after the function's own", async () => {
  const { recovery } = await testEngine({ defaults: { classifier: () => ({ category: 'permission' }) } })
  const work = () => Promise.reject(new Error('odd'))
  recovery.define('plain', work)
  recovery.define('own', work, { classifier: (error) => (error instanceof TypeError ? null : { category: 'validation' }) })

  await expect(recovery.run('plain', null)).rejects.toMatchObject({ error: { category: 'permission' } })
  await expect(recovery.run('own', null)).rejects.toMatchObject({ error: { category: 'validation' } })
  expect(recovery.classify(new TypeError('x'), 'own')).toMatchObject({
    signal: 'classifier 2',
    error: { category: 'permission' },
  })
  expect(recovery.classify(new TypeError('x'))).toMatchObject({ signal: 'classifier 1' })
  expect(() => recovery.classify(new Error('x'), 'nobody')).toThrow(UnknownFunctionError)
})

test('a classifier that throws changes nothing but the log', async () => {
  const log = quietLog()
  const { recovery, clock } = await testEngine({ log })
  const classifier = () => {
    throw new Error('broken')
  }
  const handle = await recovery.define('work', () => Promise.reject(new Error('odd')), { classifier, maxRetries: 1 }).start(null)
  await clock.advance(60_000)

  await expect(handle.result()).rejects.toMatchObject({ name: 'OperationExhaustedError', attempts: 2 })
  expect(log.warn).toHaveBeenCalledWith(
    expect.objectContaining({ functionName: 'work', fault: 'classifier 1 threw: broken' }),
    'A classifier is at fault and was ignored',
  )
})

test('secrets reach neither the store nor the log: metadata, reason, errors of the function and of its steps', async () => {
  const log = quietLog()
  const { recovery, clock } = await testEngine({ log })
  recovery.define('fails', (_, ctx) =>
    ctx.step('sign in', () => {
      ctx.log.error({ err: new Error('password=hunter2'), cookie: 1, note: 'token=hunter2' }, 'Bearer hunter2hunter2')
      throw new Error('refused https://ada:hunter2@x.test', { cause: new Error('api_key=hunter2') })
    }),
  )
  recovery.define('waits', () => 1)
  const failed = await recovery.start('fails', null, { metadata: { tenant: 'a', apiKey: 'hunter2', text: 'secret=hunter2' } })
  const waiting = await recovery.start('waits', null, { runAt: new Date(clock.now() + 1000) })
  await recovery.cancel(waiting.operation.id, { reason: 'leaked password=hunter2' })
  await clock.advance(60_000)

  const ended = await recovery.requireOperation(failed.operation.id)
  expect(ended).toMatchObject({ state: 'exhausted', metadata: { tenant: 'a', apiKey: '[redacted]', text: 'secret=[redacted]' } })
  const events = await recovery.events(waiting.operation.id, { limit: 10 })
  const attempts = await recovery.attempts(ended.id, { limit: 10 })
  const seen = [ended, events, attempts, Object.values(log).map(({ mock }) => mock.calls.flat(2).map(written))]
  expect(JSON.stringify(seen)).toContain('[redacted]')
  expect(JSON.stringify(seen)).not.toContain('hunter2')
})

/** What a logger would write of a value. */
function written(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  return Object.values(value).map((part) => (part instanceof Error ? [part.message, part.stack, part.cause] : part))
}
