import { expect, test, vi } from 'vitest'
import type { Recovery } from '../../src/index.ts'
import { type Api, testApi } from './harness.ts'

interface Page {
  readonly totalCount?: number
  readonly eventCursor?: string
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly endCursor: string
    readonly startCursor: string
  }
}

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: OperationFilter, $orderBy: OperationOrder) {
  operations(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

async function list(api: Pick<Api, 'data'>, variables = {}): Promise<Page> {
  return (await api.data(LIST, variables)).operations as Page
}

async function ids(api: Pick<Api, 'data'>, variables = {}): Promise<string[]> {
  return (await list(api, variables)).edges.map(({ node }) => node.id)
}

/** Five operations, a second apart: a ended well, b badly, c is paused, d and e wait. */
async function fiveOperations() {
  const api = await testApi()
  const { recovery, clock } = api
  recovery.define('good', () => 'fine')
  recovery.define('bad', () => Promise.reject(Object.assign(new Error('Disk FULL'), { code: 'ENOSPC' })), { maxRetries: 0 })
  const later = new Date('2026-02-01T00:00:00Z')
  const starts = [
    () => recovery.start('good', null, { id: 'a', metadata: { team: 'blue', n: 1 } }),
    () => recovery.start('bad', null, { id: 'b', priority: 5 }),
    () => recovery.start('good', null, { id: 'c', runAt: later, metadata: { team: 'red' } }),
    () => recovery.start('good', null, { id: 'd', runAt: new Date(later.getTime() + 1000), priority: -5 }),
    () => recovery.start('bad', null, { id: 'e', runAt: later, idempotencyKey: 'key-of-e' }),
  ]
  for (const start of starts) {
    await start()
    await clock.advance(1000)
  }
  await recovery.pause('c')
  return api
}

test('operations come newest first unless told otherwise', async () => {
  expect(await ids(await fiveOperations())).toEqual(['e', 'd', 'c', 'b', 'a'])
})

test.each([
  ['CREATED_AT', 'ASC', ['a', 'b', 'c', 'd', 'e']],
  ['UPDATED_AT', 'DESC', ['c', 'e', 'd', 'b', 'a']],
  ['PRIORITY', 'DESC', ['b', 'e', 'c', 'a', 'd']],
  ['NEXT_ATTEMPT_AT', 'ASC', ['e', 'd', 'a', 'b', 'c']],
])('operations can be ordered by %s %s', async (field, direction, expected) => {
  expect(await ids(await fiveOperations(), { orderBy: { field, direction } })).toEqual(expected)
})

test.each([
  [{ ids: ['a', 'e', 'nobody'] }, ['e', 'a']],
  [{ states: ['SUCCESS', 'PAUSED'] }, ['c', 'a']],
  [{ active: true }, ['e', 'd', 'c']],
  [{ active: false }, ['b', 'a']],
  [{ active: true, states: ['PAUSED', 'SUCCESS'] }, ['c']],
  [{ active: false, states: ['PAUSED'] }, []],
  [{ states: [] }, []],
  [{ functionNames: ['bad'] }, ['e', 'b']],
  [{ categories: ['RESOURCE'] }, ['b']],
  [{ hasFailedAttempts: true }, ['b']],
  [{ hasFailedAttempts: false, functionNames: ['bad'] }, ['e']],
  [{ recovered: true }, []],
  [{ recovered: false, states: ['SUCCESS'] }, ['a']],
  [{ search: 'disk full' }, ['b']],
  [{ search: 'KEY-of' }, ['e']],
  [{ metadata: { team: 'blue', n: 1 } }, ['a']],
  [{ createdAfter: '2026-01-01T00:00:01Z', createdBefore: '2026-01-01T01:00:04+01:00' }, ['d', 'c']],
  [{ updatedAfter: '2026-01-01T00:00:04Z' }, ['c']],
  [{ active: null, states: null, search: null, ids: null, recovered: null, hasFailedAttempts: null }, ['e', 'd', 'c', 'b', 'a']],
])('the filter %j is met by %j', async (filter, expected) => {
  expect(await ids(await fiveOperations(), { filter })).toEqual(expected)
})

test('what recovered is found, and tells how many of its attempts failed', async () => {
  const api = await testApi()
  api.recovery.define('late', (_input, { attempt }) => (attempt < 3 ? Promise.reject(new Error('again')) : 'fine'))
  await api.recovery.start('late', null, { id: 'late' })
  const query = `{
    recovered: operations(filter: { recovered: true }) { totalCount edges { node { id recovered failedAttempts } } }
    waiting: operations(filter: { recovered: false, hasFailedAttempts: true }) { edges { node { id recovered failedAttempts } } }
  }`
  await api.clock.advance(0)
  expect(await api.data(query)).toMatchObject({
    recovered: { totalCount: 0, edges: [] },
    waiting: { edges: [{ node: { id: 'late', recovered: false, failedAttempts: 1 } }] },
  })

  await api.clock.advance(3_600_000)
  expect(await api.data(query)).toMatchObject({
    recovered: { totalCount: 1, edges: [{ node: { id: 'late', recovered: true, failedAttempts: 2 } }] },
    waiting: { edges: [] },
  })
})

test('a list can be paged forward to its end', async () => {
  const api = await fiveOperations()
  const first = await list(api, { first: 2 })
  const second = await list(api, { first: 2, after: first.pageInfo.endCursor })
  const third = await list(api, { first: 2, after: second.pageInfo.endCursor })

  expect([first, second, third].map((page) => page.edges.map(({ node }) => node.id))).toEqual([['e', 'd'], ['c', 'b'], ['a']])
  expect([first, second, third].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ])
  expect(first.pageInfo.startCursor).toBe(first.edges[0]?.cursor)
})

test('a list can be paged backward to its start', async () => {
  const api = await fiveOperations()
  const last = await list(api, { last: 2 })
  const before = await list(api, { last: 4, before: last.pageInfo.startCursor })

  expect([last, before].map((page) => page.edges.map(({ node }) => node.id))).toEqual([
    ['b', 'a'],
    ['e', 'd', 'c'],
  ])
  expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false })
  expect(before.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true })
})

test('after and before together bound a range', async () => {
  const api = await fiveOperations()
  const all = (await list(api)).edges

  expect(await ids(api, { after: all[0]?.cursor, before: all[4]?.cursor })).toEqual(['d', 'c', 'b'])
})

test('a page of none tells whether there are any', async () => {
  const api = await fiveOperations()

  expect(await list(api, { first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, endCursor: null } })
  expect(await list(api, { first: 0, filter: { ids: [] } })).toMatchObject({ edges: [], pageInfo: { hasNextPage: false } })
})

test('pages stay together while operations with no next attempt are passed', async () => {
  const api = await fiveOperations()
  const orderBy = { field: 'NEXT_ATTEMPT_AT', direction: 'DESC' }
  const first = await list(api, { first: 2, orderBy })

  expect(first.edges.map(({ node }) => node.id)).toEqual(['c', 'b'])
  expect(await ids(api, { first: 9, orderBy, after: first.pageInfo.endCursor })).toEqual(['a', 'd', 'e'])
})

test('operations are counted once, and only when the count is asked for', async () => {
  const api = await fiveOperations()
  const count = vi.spyOn(api.recovery, 'count')

  await list(api)
  expect(count).not.toHaveBeenCalled()

  const answer = await api.data(
    '{ operations(first: 1, filter: { active: true }) { totalCount all: totalCount edges { node { id } } } }',
  )
  expect(answer).toEqual({ operations: { totalCount: 3, all: 3, edges: [{ node: { id: 'e' } }] } })
  expect(count).toHaveBeenCalledOnce()
})

test('the event cursor of a list was read before its operations', async () => {
  const api = await fiveOperations()
  const before = api.recovery.eventCursor()
  cancelBeforeReading(api.recovery, 'd')

  const { operations } = await api.data('{ operations { eventCursor edges { node { id state eventCursor } } } }')

  const { eventCursor, edges } = operations as { eventCursor: string; edges: { node: { id: string } }[] }
  expect(eventCursor).toBe(before)
  expect(edges.map(({ node }) => node)).toContainEqual({ id: 'd', state: 'CANCELLED', eventCursor: before })
})

/** The worst moment for a change: after the list was asked for, before it is read. */
function cancelBeforeReading(recovery: Recovery, id: string): void {
  const read = recovery.list.bind(recovery)
  vi.spyOn(recovery, 'list').mockImplementation(async (query) => {
    await recovery.cancel(id)
    return read(query)
  })
}
