import { expect, test } from 'vitest'
import { DuplicateOperationError, InvalidInputError, UnknownFunctionError } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'

test('the same id or key with the same input answers the first operation', async () => {
  const { recovery } = await testEngine()
  recovery.define('work', async (n: { a: number }) => n)

  const first = await recovery.start('work', { a: 1 }, { id: 'mine', idempotencyKey: 'k' })
  const again = await recovery.start('work', { a: 1 }, { id: 'mine' })
  const byKey = await recovery.start('work', { a: 1 }, { idempotencyKey: 'k' })

  expect(first).toMatchObject({ deduplicated: false })
  expect([again.operation.id, byKey.operation.id]).toEqual(['mine', 'mine'])
  expect([again.deduplicated, byKey.deduplicated]).toEqual([true, true])
})

test('the same id or key with other input is refused and names the holder', async () => {
  const { recovery } = await testEngine()
  recovery.define('work', async () => 1)
  await recovery.start('work', 1, { id: 'mine', idempotencyKey: 'k' })

  await expect(recovery.start('work', 2, { id: 'mine' })).rejects.toBeInstanceOf(DuplicateOperationError)
  await expect(recovery.start('work', 2, { idempotencyKey: 'k' })).rejects.toMatchObject({ existingId: 'mine' })
})

test('of many callers with one idempotency key exactly one creates the operation', async () => {
  const { recovery } = await testEngine()
  let calls = 0
  const work = recovery.define('work', async () => ++calls)

  const results = await Promise.all(Array.from({ length: 100 }, () => work.run(null, { idempotencyKey: 'once' })))

  expect(new Set(results)).toEqual(new Set([1]))
})

test('an unknown function is refused with the names that are known', async () => {
  const { recovery } = await testEngine()
  recovery.define('work', async () => 1)

  await expect(recovery.start('wrok', null)).rejects.toBeInstanceOf(UnknownFunctionError)
  await expect(recovery.start('wrok', null)).rejects.toThrow('registered are: work')
})

test.each([
  [{ id: '' }, 'id'],
  [{ id: 'x'.repeat(256) }, 'id'],
  [{ id: 'att_mine' }, 'id'],
  [{ id: 'a\u0000b' }, 'id'],
  [{ idempotencyKey: '' }, 'idempotencyKey'],
  [{ idempotencyKey: '\ud800' }, 'idempotencyKey'],
  [{ priority: 101 }, 'priority'],
  [{ priority: 1.5 }, 'priority'],
  [{ maxAttempts: 0 }, 'maxAttempts'],
  [{ deadline: 0 }, 'deadline'],
  [{ deadline: 'soon' }, 'deadline'],
  [{ runAt: new Date(Number.NaN) }, 'runAt'],
  [{ metadata: { when: new Date() } }, 'metadata'],
])('start refuses %o and names the field', async (options, field) => {
  const { recovery } = await testEngine()
  recovery.define('work', async () => 1)

  await expect(recovery.start('work', null, options)).rejects.toMatchObject({ code: 'INVALID_INPUT', field })
})

test('input that JSON cannot hold is refused at the start and nothing is stored', async () => {
  const { recovery } = await testEngine()
  recovery.define('work', async () => 1)
  const circular: Record<string, unknown> = {}
  circular.self = circular

  for (const input of [circular, { f: () => 1 }, Number.NaN, { u: undefined }, new Map()]) {
    await expect(recovery.start('work', input)).rejects.toBeInstanceOf(InvalidInputError)
  }
  expect(await recovery.count({})).toBe(0)
})

test.each([
  [{ maxRetries: -1 }, 'maxRetries'],
  [{ backoffFactor: 0.5 }, 'backoffFactor'],
  [{ jitter: Number.NaN }, 'jitter'],
  [{ initialDelay: 'never' }, 'initialDelay'],
  [{ initialDelay: '10s', maxDelay: '5s' }, 'maxDelay'],
  [{ timeout: 0 }, 'timeout'],
  [{ concurrency: 0 }, 'concurrency'],
])('define refuses %o and names the option', async (options, field) => {
  const { recovery } = await testEngine()

  expect(() => recovery.define('work', async () => 1, options)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
})

test('a name is taken once', async () => {
  const { recovery } = await testEngine()
  recovery.define('work', async () => 1)

  expect(() => recovery.define('work', async () => 2)).toThrow('already defined')
})
