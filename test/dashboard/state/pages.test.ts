import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import './page-globals.ts'

import { ClientError } from '../../../src/client/client-error.ts'
import { type PageRange, Pages } from '../../../src/dashboard/state/pages.ts'
import type { RowPage } from '../../../src/dashboard/state/rows.ts'
import { settled } from './held-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Item = number

function pageOf(items: readonly Item[]): RowPage<Item> {
  const edges = items.map((node) => ({ cursor: String(node), node }))
  return { edges, pageInfo: { hasNextPage: false, hasPreviousPage: false } }
}

function openedPages() {
  const reads: (PageRange & { answer: (items: readonly Item[]) => Promise<void>; fail: (error: Error) => Promise<void> })[] = []
  const pages = new Pages<Item>({
    from: 'newest',
    read: (range) => {
      const { promise, resolve, reject } = Promise.withResolvers<RowPage<Item> | null>()
      const answer = async (items: readonly Item[]) => settled(resolve(pageOf(items)))
      reads.push({ ...range, answer, fail: async (error) => settled(reject(error)) })
      return promise
    },
  })
  pages.open()
  return { pages, reads, items: () => pages.rows.value.map(({ node }) => node) }
}

test('however slow the answers, no queue grows of what was asked for meanwhile', async () => {
  const { pages, reads, items } = openedPages()
  await settled()
  for (let second = 0; second < 20; second++) {
    pages.refresh()
    pages.reload()
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(reads.length).toBe(1)
  await reads[0]?.answer([1])
  await reads[1]?.answer([1, 2])
  await reads[2]?.answer([1, 2, 3])
  await vi.advanceTimersByTimeAsync(1000)
  // For what has happened while the first refresh waited.
  await reads[3]?.answer([4])
  await vi.advanceTimersByTimeAsync(5000)
  expect([reads.length, items()]).toEqual([4, [1, 2, 3, 4]])
})

test('what could not be read while the server was away is read again, without anything happening', async () => {
  const { pages, reads, items } = openedPages()
  await settled()
  await reads[0]?.answer([1])
  pages.refresh()
  await settled()
  await reads[1]?.fail(new ClientError('no answer', { code: 'UNREACHABLE' }))
  // What is shown stays, and the banner tells of the server.
  expect([pages.error.value, items()]).toEqual([null, [1]])
  await vi.advanceTimersByTimeAsync(1000)
  await reads[2]?.answer([1, 2])
  expect(items()).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(reads.length).toBe(3)
})

test('what the server refuses is not asked again', async () => {
  const { pages, reads } = openedPages()
  await settled()
  await reads[0]?.fail(new ClientError('a fault', { code: 'INTERNAL' }))
  await vi.advanceTimersByTimeAsync(60_000)
  expect([reads.length, pages.error.value]).toEqual([1, expect.any(ClientError)])
})
