import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import '../../state/page-globals.ts'

import type { Told } from '../../../../src/dashboard/pages/operations/list-terms.ts'
import { OperationList } from '../../../../src/dashboard/pages/operations/operation-list.ts'
import { NO_FILTER } from '../../../../src/dashboard/text/operation-filter.ts'
import { heldServer, settled } from '../../state/held-server.ts'
import { at, told } from './told.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16))
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => clearTimeout(frame))
})
afterEach(() => {
  vi.useRealTimers()
})

const page = (nodes: readonly Told[], hasNextPage = false) => ({
  operations: { eventCursor: 'now', pageInfo: { endCursor: 'end', hasNextPage }, edges: nodes.map((node) => ({ node })) },
})

async function openedList(nodes: readonly Told[], hasNextPage = false) {
  const asked = heldServer()
  const list = new OperationList(NO_FILTER)
  void list.reload()
  await settled()
  await asked[0]?.answer(page(nodes, hasNextPage))
  const stateOf = async (id: string) => {
    await vi.advanceTimersByTimeAsync(16)
    return list.rows.get(id)?.operation.state
  }
  return { list, asked, stateOf }
}

test('the answer of a mutation that comes after its event takes nothing back', async () => {
  const { list, stateOf } = await openedList([told({ id: 'a', state: 'FAILED' })])
  const left = told({ id: 'a', state: 'RECOVERING', updatedAt: at(1) })
  list.receive({ id: 'a', operation: told({ id: 'a', state: 'SUCCESS', updatedAt: at(2) }) })
  list.receiveAnswer(left)
  expect(await stateOf('a')).toBe('SUCCESS')
  list.receiveAnswer(left)
  // Of the same moment as the event: it may have been the beginning of it.
  list.receiveAnswer({ ...left, updatedAt: at(2) })
  expect(await stateOf('a')).toBe('SUCCESS')
  list.receiveAnswer({ ...left, updatedAt: at(3) })
  expect(await stateOf('a')).toBe('RECOVERING')
})

test('the answer of a mutation brings nothing back that was deleted meanwhile', async () => {
  const { list, stateOf } = await openedList([told({ id: 'a' })])
  list.receive({ id: 'a', operation: null })
  list.receiveAnswer(told({ id: 'a', updatedAt: at(1) }))
  expect(await stateOf('a')).toBeUndefined()
})

test('when the list could not be read again, trying again reads it, and not what follows it', async () => {
  const { list, asked } = await openedList([told({ id: 'a' })], true)
  void list.reload()
  await settled()
  await asked[1]?.refuse('INTERNAL')
  expect(list.error.value).not.toBeNull()
  void list.retry()
  await settled()
  expect(asked[2]?.variables.after).toBeNull()
  await asked[2]?.answer(page([told({ id: 'b' })], true))
  expect([list.error.value, list.rows.length, list.rows.at(0)?.operation.id]).toEqual([null, 1, 'b'])
})

test('when the next page could not be read, it waits for whoever wants it, and trying again reads on', async () => {
  const { list, asked } = await openedList([told({ id: 'a' })], true)
  void list.more()
  await settled()
  await asked[1]?.fail()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.length).toBe(2)
  void list.retry()
  await settled()
  expect(asked[2]?.variables.after).toBe('end')
})

test('while the server is away the list is tried again by itself', async () => {
  const { list, asked } = await openedList([told({ id: 'a' })])
  void list.reload()
  await settled()
  await asked[1]?.fail()
  await vi.advanceTimersByTimeAsync(1000)
  await asked[2]?.answer(page([told({ id: 'b' })]))
  expect([list.error.value, list.rows.at(0)?.operation.id]).toEqual([null, 'b'])
})
