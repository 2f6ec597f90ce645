import { expect, test, vi } from 'vitest'
import { batched } from '../../schema/batched.ts'

const items = (ids: readonly string[]) => Promise.resolve(ids.filter((id) => id !== 'none').map((id) => ({ id })))

test('what is asked for in one turn is loaded by one call, each id once', async () => {
  const loadMany = vi.fn(items)
  const load = batched(loadMany)
  const later = Promise.resolve().then(() => load('c'))

  expect(await Promise.all([load('a'), load('b'), load('a'), load('none'), later])).toEqual([
    { id: 'a' },
    { id: 'b' },
    { id: 'a' },
    null,
    { id: 'c' },
  ])
  expect(loadMany.mock.calls).toEqual([[['a', 'b', 'none', 'c']]])
})

test('nothing is remembered from one turn to the next', async () => {
  const loadMany = vi.fn(items)
  const load = batched(loadMany)

  expect(await load('a')).not.toBe(await load('a'))
  expect(loadMany).toHaveBeenCalledTimes(2)
})

test('a failure reaches all who asked, and nobody after them', async () => {
  const load = batched(vi.fn(items).mockRejectedValueOnce(new Error('closed')))

  const asked = await Promise.allSettled([load('a'), load('b')])

  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await load('a')).toEqual({ id: 'a' })
})
