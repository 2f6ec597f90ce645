import { expect, test, vi } from 'vitest'
import { batched } from '../../schema/batched.ts'

const found = async (ids: readonly string[]) => new Map(ids.filter((id) => id !== 'none').map((id) => [id, { id }]))

test('what is asked for in one turn is loaded by one call, each id once', async () => {
  const loadMany = vi.fn(found)
  const load = batched(loadMany)
  const later = Promise.resolve().then(() => load('c'))

  expect(await Promise.all([load('a'), load('b'), load('a'), load('none'), later])).toEqual([
    { id: 'a' },
    { id: 'b' },
    { id: 'a' },
    undefined,
    { id: 'c' },
  ])
  expect(loadMany.mock.calls).toEqual([[['a', 'b', 'none', 'c']]])
})

test('what is asked for with other arguments is loaded by a call of its own', async () => {
  const loadMany = vi.fn(async (ids: readonly string[], page: { limit: number }) => new Map(ids.map((id) => [id, page.limit])))
  const load = batched(loadMany)

  expect(await Promise.all([load('a', { limit: 1 }), load('a', { limit: 2 }), load('b', { limit: 1 })])).toEqual([1, 2, 1])
  expect(loadMany.mock.calls).toEqual([
    [['a', 'b'], { limit: 1 }],
    [['a'], { limit: 2 }],
  ])
})

test('nothing is remembered from one turn to the next', async () => {
  const loadMany = vi.fn(found)
  const load = batched(loadMany)

  expect(await load('a')).not.toBe(await load('a'))
  expect(loadMany).toHaveBeenCalledTimes(2)
})

test('a failure reaches all who asked, and nobody after them', async () => {
  const load = batched(vi.fn(found).mockRejectedValueOnce(new Error('closed')))

  const asked = await Promise.allSettled([load('a'), load('b')])

  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await load('a')).toEqual({ id: 'a' })
})
