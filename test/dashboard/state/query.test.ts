import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import './page-globals.ts'

import { client } from '../../../src/dashboard/state/client.ts'
import { Query } from '../../../src/dashboard/state/query.ts'
import { heldServer, settled } from './held-server.ts'

interface Counts {
  readonly count: number
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function opened() {
  const asked = heldServer()
  const query = new Query((signal) => client.query('query Counts { count }', {}, { signal }) as Promise<Counts>)
  query.open()
  await settled()
  return { query, asked, count: () => query.data.value?.count ?? null }
}

const plus = (n: number) => (data: Counts) => ({ count: data.count + n })

test('an answer that was asked for before something happened does not take it back', async () => {
  const { query, asked, count } = await opened()
  await asked[0]?.answer({ count: 1 })
  void query.reload()
  await settled()
  query.change(plus(10))
  expect(count()).toBe(11)
  await asked[1]?.answer({ count: 1 })
  expect(count()).toBe(11)
})

test('what happened before it was asked is in the answer, and not added to it', async () => {
  const { query, asked, count } = await opened()
  query.change(plus(10))
  await asked[0]?.answer({ count: 1 })
  expect(count()).toBe(11)
  query.change(plus(10))
  void query.reload()
  await settled()
  await asked[1]?.answer({ count: 21 })
  expect(count()).toBe(21)
})

test('an answer that another ask has overtaken is not shown', async () => {
  const { query, asked, count } = await opened()
  void query.reload()
  await settled()
  await asked[1]?.answer({ count: 2 })
  await asked[0]?.answer({ count: 1 })
  expect(count()).toBe(2)
})

test('whoever asked is told what came, though another ask has overtaken it', async () => {
  const { query, asked } = await opened()
  await asked[0]?.answer({ count: 1 })
  const told = query.reload()
  void query.reload()
  await settled()
  await asked[2]?.answer({ count: 3 })
  await asked[1]?.answer({ count: 2 })
  expect(await told).toEqual({ count: 3 })
})

test('however slow the answers and fast the events, each answer is shown and one ask is under way', async () => {
  const { query, asked, count } = await opened()
  await asked[0]?.answer({ count: 0 })
  for (let n = 1; n <= 3; n++) {
    for (let tick = 0; tick < 30; tick++) {
      query.refresh()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked.length).toBe(n + 1)
    await asked[n]?.answer({ count: n })
    expect(count()).toBe(n)
  }
})

test('what one person saw is not left to another one who may not see it', async () => {
  const { query, asked, count } = await opened()
  await asked[0]?.answer({ count: 1 })
  void query.reload()
  await settled()
  await asked[1]?.refuse('INTERNAL')
  expect(count()).toBe(1)
  void query.reload()
  await settled()
  await asked[2]?.refuse('FORBIDDEN')
  expect(count()).toBeNull()
})

test('after it was closed nothing is asked and nothing shown', async () => {
  const { query, asked, count } = await opened()
  query.refresh()
  query.close()
  await asked[0]?.answer({ count: 1 })
  await vi.advanceTimersByTimeAsync(5000)
  expect([asked.length, count()]).toEqual([1, null])
})
