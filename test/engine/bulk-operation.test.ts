import { expect } from 'vitest'
import type { BulkResult, Recovery } from '../../src/index.ts'
import { testOnEveryBase } from '../support/engine.ts'

const LATER = new Date('2030-01-01')

/** As many operations of `work`, which wait for a day that does not come. */
async function waiting(recovery: Recovery, count: number): Promise<void> {
  recovery.define('work', () => 1)
  await Promise.all(Array.from({ length: count }, (_, n) => recovery.start('work', n, { id: `w${n}`, runAt: LATER })))
}

function idOf({ operation }: BulkResult): string {
  if (operation === null) throw new Error('It was done at once')
  return operation.id
}

testOnEveryBase('more than 500 are carried out by an operation that reports its progress', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  await waiting(recovery, 501)

  const result = await recovery.bulk.cancel({}, { all: true, actor: 'ann', reason: 'moved' })
  expect(result).toMatchObject({ matched: 501, changed: 0, skipped: [], operation: { functionName: 'bulk.control' } })
  await clock.advance(100)

  const operation = await recovery.operation(idOf(result))
  expect(operation).toMatchObject({
    state: 'success',
    result: { matched: 501, changed: 501, skipped: [], skippedCount: 0 },
    progress: { current: 501, total: 501, fraction: 1, unit: 'operations' },
  })
  expect(await recovery.count({ states: ['cancelled'] })).toBe(501)
  const { items } = await recovery.events('w500', { limit: 9, fromEnd: true })
  expect(items.at(-1)).toMatchObject({ type: 'cancelled', actor: 'ann', data: { reason: 'moved', bulk: idOf(result) } })
})

testOnEveryBase('what is created or comes to match while a large set is carried out is left alone', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  await waiting(recovery, 501)
  await clock.advance(10)
  const result = await recovery.bulk.pause({ functionNames: ['work'] })
  await clock.advance(1)
  await recovery.start('work', null, { id: 'new', runAt: LATER })
  await clock.advance(100)

  expect(await recovery.operation(idOf(result))).toMatchObject({ result: { matched: 501, changed: 501 } })
  expect(await recovery.operation('new')).toMatchObject({ state: 'pending' })
})

testOnEveryBase('bulk operations never touch one another, and two of one set share its changes', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  await waiting(recovery, 600)
  const results = await Promise.all([recovery.bulk.cancel({}, { all: true }), recovery.bulk.cancel({}, { all: true })])
  await clock.advance(200)

  const ended = await recovery.operations(results.map(idOf))
  expect(ended.map(({ state }) => state)).toEqual(['success', 'success'])
  const changed = ended.map(({ result }) => (result as { changed: number }).changed)
  expect(changed.reduce((sum, one) => sum + one, 0)).toBe(600)
  expect(await recovery.count({ states: ['cancelled'] })).toBe(600)
})

testOnEveryBase('the first hundred that were skipped are named, and all of them counted', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  await waiting(recovery, 600)
  const ids = Array.from({ length: 600 }, (_, n) => `w${n}`)
  const result = await recovery.bulk.delete({ ids: [...ids, ...ids] })
  await clock.advance(100)

  const { result: told } = await recovery.requireOperation(idOf(result))
  expect(told).toMatchObject({ matched: 600, changed: 0, skippedCount: 600 })
  expect((told as { skipped: unknown[] }).skipped).toHaveLength(100)
})

testOnEveryBase('a large set is deleted too, in the order of its creation', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  await waiting(recovery, 600)
  await recovery.bulk.cancel({}, { all: true })
  await clock.advance(100)
  const result = await recovery.bulk.delete({ functionNames: ['work'] })
  await clock.advance(100)

  expect(await recovery.operation(idOf(result))).toMatchObject({ result: { matched: 600, changed: 600 } })
  expect(await recovery.count({ functionNames: ['work'] })).toBe(0)
})

testOnEveryBase('a bulk operation that is paused goes on where it was', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  await waiting(recovery, 700)
  const id = idOf(await recovery.bulk.cancel({}, { all: true }))
  await recovery.pause(id)
  await clock.advance(100)
  expect(await recovery.count({ states: ['cancelled'] })).toBeLessThan(700)
  await recovery.resume(id)
  await clock.advance(100)

  expect(await recovery.operation(id)).toMatchObject({ state: 'success', result: { matched: 700, changed: 700 } })
})
