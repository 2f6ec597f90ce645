import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { CACHED_CHARACTERS, type GroupResults, ResultCache } from '../../../src/server/delivery/result-cache.ts'
import { sharedResult } from '../../../src/server/delivery/shared-result.ts'

const hidden = () => new GraphQLError('hidden')
const resultOf = (characters: number) => sharedResult({ data: { text: 'x'.repeat(characters) } }, hidden)

test('the oldest results make room for new ones', () => {
  const cache = new ResultCache()
  const [one, other]: [GroupResults, GroupResults] = [new Map(), new Map()]
  const events = Array.from({ length: 4 }, (_, n) => ({ n }))
  for (const [index, event] of events.entries()) cache.keep(index % 2 === 0 ? one : other, event, resultOf(CACHED_CHARACTERS / 3))

  expect([...one.keys(), ...other.keys()]).toEqual([{ n: 2 }, { n: 3 }])
})

test('a result larger than all room is not kept', () => {
  const cache = new ResultCache()
  const results: GroupResults = new Map()
  cache.keep(results, {}, resultOf(CACHED_CHARACTERS))

  expect(results.size).toBe(0)
})

test('a result on its way is weighed when it is there', async () => {
  const cache = new ResultCache()
  const results: GroupResults = new Map()
  const large = Promise.resolve(resultOf(CACHED_CHARACTERS))
  cache.keep(results, {}, large)
  expect(results.size).toBe(1)
  await large

  expect(results.size).toBe(0)
})

test('a failed execution is not kept', async () => {
  const cache = new ResultCache()
  const results: GroupResults = new Map()
  const failed = Promise.reject(new Error('gone'))
  cache.keep(results, {}, failed)
  await expect(failed).rejects.toThrow('gone')

  expect(results.size).toBe(0)
})

test('many short results are bounded too', () => {
  const cache = new ResultCache()
  const results: GroupResults = new Map()
  for (let n = 0; n < 20_000; n++) cache.keep(results, { n }, resultOf(1))

  expect(results.size).toBeLessThan(10_000)
})

test('a group that is gone leaves its room to others', () => {
  const cache = new ResultCache()
  const [one, other]: [GroupResults, GroupResults] = [new Map(), new Map()]
  cache.keep(one, {}, resultOf(CACHED_CHARACTERS / 2))
  cache.forget(one)
  cache.keep(other, {}, resultOf(CACHED_CHARACTERS / 3))
  cache.keep(other, {}, resultOf(CACHED_CHARACTERS / 3))

  expect(one.size).toBe(0)
  expect(other.size).toBe(2)
})
