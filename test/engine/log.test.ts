import { expect, test } from 'vitest'
import type { Log } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'

interface Line {
  readonly level: keyof Log
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

function recordedLog() {
  const lines: Line[] = []
  const line = (level: keyof Log) => (fields: object, message: string) =>
    void lines.push({ level, fields: { ...fields }, message })
  const log: Log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
  return { lines, log }
}

const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 1 } as const

test('each line about an attempt names its operation and the attempt, whoever writes it', async () => {
  const { lines, log } = recordedLog()
  const { recovery, clock } = await testEngine({ log })
  recovery.define(
    'flaky',
    async (_: null, ctx) => {
      ctx.log.info({ page: 7 }, 'At work')
      if (ctx.attempt === 1) throw new Error('not yet')
    },
    AT_ONCE,
  )
  await recovery.start('flaky', null, { id: 'mine' })
  await clock.advance(1000)

  const { items } = await recovery.attempts('mine', { limit: 10 })
  const [first, second] = items.map(({ id }) => ({ operationId: 'mine', functionName: 'flaky', attemptId: id }))
  expect(lines).toEqual([
    { level: 'info', message: 'At work', fields: { ...first, page: 7 } },
    { level: 'info', message: 'Attempt failed', fields: expect.objectContaining({ ...first, state: 'recovering' }) },
    { level: 'info', message: 'At work', fields: { ...second, page: 7 } },
    { level: 'debug', message: 'Operation succeeded', fields: expect.objectContaining({ ...second, state: 'success' }) },
  ])
})

test('an operation that ends without success is a warning that says why', async () => {
  const { lines, log } = recordedLog()
  const { recovery, clock } = await testEngine({ log })
  recovery.define('broken', () => Promise.reject(Object.assign(new Error('no disk'), { code: 'ENOSPC' })), AT_ONCE)
  await recovery.start('broken', null, { id: 'mine' })
  await clock.advance(1000)

  expect(lines.at(-1)).toMatchObject({
    level: 'warn',
    message: 'Operation ended failed',
    fields: { operationId: 'mine', attemptId: expect.stringMatching(/^att_/), error: { message: 'no disk', code: 'ENOSPC' } },
  })
})

test.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('no disk')
    },
  ],
  ['rejects', () => Promise.reject(new Error('no disk'))],
])('a log that %s breaks nothing', async (_how, line) => {
  const broken = line as () => void
  const { recovery, clock } = await testEngine({ log: { debug: broken, info: broken, warn: broken, error: broken } })
  const work = recovery.define(
    'work',
    async (_: null, ctx) => {
      ctx.log.info({}, 'At work')
      if (ctx.attempt === 1) throw new Error('not yet')
      return 'done'
    },
    AT_ONCE,
  )

  const result = work.run(null)
  await clock.advance(1000)

  await expect(result).resolves.toBe('done')
})

test('a line holds no secrets, whatever shape they come in, and none of the names that were added', async () => {
  const { lines, log } = recordedLog()
  const { recovery, clock } = await testEngine({ log, redact: { names: ['iban'], except: ['page_token'] } })
  recovery.define('leaky', async (_: null, ctx) => {
    const pin = { password: 1234, iban: ['hunter2'], page_token: 'p2', url: new URL('https://ada:hunter2@x.test/a') }
    const args = Object.assign(Object.create(null), { iban: 'hunter2', of: 'a query string' })
    ctx.log.info({ pin, args, err: new Error('iban=hunter2') }, 'iban=hunter2')
  })
  await recovery.start('leaky', null)
  await clock.advance(0)

  const line = lines.find(({ message }) => message.startsWith('iban='))
  expect(line).toMatchObject({
    message: 'iban=[redacted]',
    fields: {
      pin: { password: '[redacted]', iban: '[redacted]', page_token: 'p2', url: 'https://[redacted]@x.test/a' },
      args: { iban: '[redacted]', of: 'a query string' },
      err: { message: 'iban=[redacted]' },
    },
  })
})

test('a line that holds itself a thousand times over is cut, not followed without end', async () => {
  const { lines, log } = recordedLog()
  const { recovery, clock } = await testEngine({ log })
  recovery.define('odd', async (_: null, ctx) => {
    const list: unknown[] = []
    for (let i = 0; i < 1000; i++) list.push(list)
    ctx.log.info({ list }, 'At work')
  })
  await recovery.start('odd', null)
  await clock.advance(0)

  const written = JSON.stringify(lines.find(({ message }) => message === 'At work')?.fields)
  expect(written).toContain('[too deep]')
  expect(written.length).toBeLessThan(1_000_000)
})
