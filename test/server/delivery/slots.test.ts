import { expect, test } from 'vitest'
import { Slots } from '../../../src/server/delivery/slots.ts'

function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const begun = { value: false }
  return {
    resolve,
    reject,
    begun,
    run: () => {
      begun.value = true
      return promise
    },
  }
}

test('so many run at once, the others in the order they came', async () => {
  const lines: number[] = []
  const slots: Slots = new Slots(2, () => lines.push(slots.waiting))
  const works = Array.from({ length: 4 }, work)
  const results = works.map(({ run }) => slots.run(run))
  const begun = () => works.map((each) => each.begun.value)
  await Promise.resolve()
  expect(begun()).toEqual([true, true, false, false])
  works[1]?.resolve('b')
  expect(await results[1]).toBe('b')
  await Promise.resolve()
  expect(begun()).toEqual([true, true, true, false])
  works[0]?.reject(new Error('a'))
  await expect(results[0]).rejects.toThrow('a')
  expect(begun()).toEqual([true, true, true, true])
  works[2]?.resolve('c')
  works[3]?.resolve('d')
  expect(await Promise.all([results[2], results[3]])).toEqual(['c', 'd'])
  expect(lines).toEqual([1, 2, 1, 0])
  expect(await slots.run(() => 'e')).toBe('e')
})
