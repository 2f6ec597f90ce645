import { expect, test } from 'vitest'
import { sendSnapshot } from '../../../src/server/socketio/snapshot.ts'
import { type Change, DONE, FAILED, fakeFeed, foundAt, STARTED, updateOf } from './fake-feed.ts'

// What happens to an operation while it is read for a snapshot: the order must hold whoever is first.

/** Somebody asks for the operation `mine`, which is read when the test says so. */
async function setUp({ before = [] }: { readonly before?: readonly Change[] } = {}) {
  const { feed, graphql, found, told, clock, push } = await fakeFeed()
  const happens = async (position: number, change: Change) => {
    push(updateOf('mine', position, change))
    await clock.advance(0)
  }
  for (const [n, change] of before.entries()) await happens(11 + n, change)
  const asked = sendSnapshot('mine', graphql, feed, ({ state, attempt }) => told.push(`snapshot ${state} ${attempt}`))
  await clock.advance(0)
  const isRead = async (position: number | null, change: Change) => {
    found.resolve({ operation: foundAt(position, change) })
    await clock.advance(0)
  }
  return { told, asked, happens, isRead, isGone: () => found.resolve({ operation: null }), push }
}

test('an operation that rests is told as it was read', async () => {
  const { told, asked, isRead } = await setUp()
  await isRead(7, FAILED)
  expect(await asked).toBe(true)
  expect(told).toEqual(['snapshot recovering 2'])
})

test('so is one whose events were deleted by retention', async () => {
  const { told, asked, isRead } = await setUp()
  await isRead(null, DONE)
  expect(await asked).toBe(true)
  expect(told).toEqual(['snapshot success 2'])
})

test('what was read before the end is not told after it', async () => {
  const { told, asked, isRead, happens } = await setUp()
  await happens(11, DONE)
  await isRead(7, STARTED)
  expect(await asked).toBe(true)
  expect(told).toEqual(['success 2', 'completed'])
})

test('what was read ahead of the updates waits for them', async () => {
  const { told, asked, isRead, happens } = await setUp()
  await isRead(12, DONE)
  expect(told).toEqual([])
  await happens(11, STARTED)
  expect(await asked).toBe(true)
  await happens(12, DONE)
  expect(told).toEqual(['recovering 2', 'success 2', 'completed'])
})

test('a change that is not told to all is told to the one who asked, at its place', async () => {
  const { told, asked, isRead, happens } = await setUp({ before: [STARTED] })
  await happens(12, FAILED)
  await isRead(11, STARTED)
  expect(await asked).toBe(true)
  await happens(13, DONE)
  expect(told).toEqual(['recovering 2', 'snapshot recovering 2', 'success 2', 'completed'])
})

test('an operation that is not there is not waited for', async () => {
  const { told, asked, isGone } = await setUp()
  isGone()
  expect(await asked).toBe(false)
  expect(told).toEqual([])
})

test('when the updates before it are lost, what was read is told at once', async () => {
  const { told, asked, isRead, push } = await setUp()
  await isRead(12, DONE)
  const expired = Object.assign(new Error('expired'), { extensions: { code: 'CURSOR_EXPIRED' } })
  push({ errors: [expired as never] })
  expect(await asked).toBe(true)
  expect(told).toEqual(['snapshot success 2'])
})
