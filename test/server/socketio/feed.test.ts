import { expect, test } from 'vitest'
import { MAX_REMEMBERED } from '../../../src/server/socketio/feed.ts'
import { DONE, deletionOf, FAILED, fakeFeed, STARTED, updateOf } from './fake-feed.ts'

test('a change that leaves the state as it was told is not told again', async () => {
  const { told, push, clock } = await fakeFeed()
  for (const [n, change] of [STARTED, FAILED, FAILED, STARTED, DONE, STARTED].entries()) push(updateOf('mine', 11 + n, change))
  await clock.advance(0)
  expect(told).toEqual(['recovering 2', 'recovering 2', 'success 2', 'completed', 'recovering 2'])
})

test('a deletion, which the old system did not know, is not told', async () => {
  const { told, push, clock } = await fakeFeed()
  push(updateOf('mine', 11, DONE))
  push(deletionOf('mine', 12))
  push(updateOf('other', 13, STARTED))
  await clock.advance(0)
  expect(told).toEqual(['success 2', 'completed', 'recovering 2'])
})

test('the states of the operations that changed last are remembered, and no more', async () => {
  const { told, push } = await fakeFeed()
  const wait = (id: string, position: number) => push(updateOf(id, position, FAILED))
  for (let n = 0; n <= MAX_REMEMBERED; n++) wait(`op ${n}`, 11 + n)
  wait('op 0', 11 + MAX_REMEMBERED + 1)
  wait(`op ${MAX_REMEMBERED}`, 11 + MAX_REMEMBERED + 2)
  push(updateOf('last', 11 + MAX_REMEMBERED + 3, DONE))
  await expect.poll(() => told.at(-1), { timeout: 10_000 }).toBe('completed')
  // Each of them once, the forgotten one again, and the last one.
  expect(told.filter((text) => text === 'recovering 2')).toHaveLength(MAX_REMEMBERED + 2)
})
