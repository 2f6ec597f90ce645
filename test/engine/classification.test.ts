import { expect, test, vi } from 'vitest'
import { patterns, UnknownFunctionError } from '../../src/index.ts'
import { gate, testEngine } from '../support/engine.ts'

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

test('secrets leave neither with progress, live or stored, nor with the reason of a person who changes a breaker', async () => {
  const { recovery, clock } = await testEngine()
  const working = gate()
  const work = recovery.define('work', (_, ctx) => {
    ctx.progress({ fraction: 0.5, stage: 'token=hunter2hunter2', message: 'from https://ada:hunter2@x.test' })
    return working.opened
  })
  const updates = recovery.watch()
  const breakerUpdates = recovery.breakers.watch()
  const live = (async () => {
    for await (const update of updates) if (update.kind === 'progress') return update
    return null
  })()
  const handle = await work.start(null)
  await clock.advance(200)
  await recovery.breakers.trip('work', { reason: 'leaked password=hunter2' })
  const seen: unknown[] = [await handle.operation(), (await breakerUpdates.next()).value, await live]
  working.open()
  await clock.advance(0)
  seen.push(await handle.operation())

  expect(seen[0]).toMatchObject({
    progress: { fraction: 0.5, stage: 'token=[redacted]', message: 'from https://[redacted]@x.test' },
  })
  expect(seen[2]).toMatchObject({ kind: 'progress' })
  expect(seen[1]).toMatchObject({ event: { reason: 'leaked password=[redacted]' } })
  expect(JSON.stringify(seen)).not.toContain('hunter2')
})

test('secrets in the fields of a log line are told by their names, within plain objects too', async () => {
  const log = quietLog()
  const { recovery, clock } = await testEngine({ log })
  class Opaque {
    readonly secret = 'its own affair'
  }
  const opaque = new Opaque()
  const circle: Record<string, unknown> = { n: 1 }
  circle.again = circle
  const fields = {
    apiKey: 'hunter2',
    password: '',
    tokens: 3,
    request: { headers: { authorization: 'hunter2', accept: ['a', 'token=hunter2hunter2'] }, error: new Error('secret=hunter2') },
    opaque,
    circle,
    none: null,
  }
  recovery.define('work', (_, ctx) => ctx.log.info(fields, 'At work'))
  await recovery.start('work', null)
  await clock.advance(0)

  const [line] = log.info.mock.calls[0] as [typeof fields]
  expect(line).toMatchObject({ apiKey: '[redacted]', password: '', tokens: 3, none: null })
  expect(line.opaque).toBe(opaque)
  expect(line.request.headers).toEqual({ authorization: '[redacted]', accept: ['a', 'token=[redacted]'] })
  expect(line.request.error.message).toBe('secret=[redacted]')
  expect(JSON.stringify(line.circle)).toContain('[too deep]')
})

/** What a logger would write of a value. */
function written(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  return Object.values(value).map((part) => (part instanceof Error ? [part.message, part.stack, part.cause] : part))
}
