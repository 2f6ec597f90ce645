import { expect, test } from 'vitest'
import { pressed, working } from '../../../src/dashboard/text/key-sequence.ts'

const KEYS = ['?', 'g o', 'g h', 'o', 'T'].map((keys) => ({ keys, label: keys }))

/** What the keys do, one after the other. */
function press(...keys: readonly string[]): readonly (string | undefined)[] {
  let pending = ''
  return keys.map((key) => {
    const answer = pressed(KEYS, pending, key)
    pending = answer.pending
    return answer.found?.keys
  })
}

test('a key does what it is for, and other keys do nothing', () => {
  expect(press('?', 'x', 'o', 't', 'T')).toEqual(['?', undefined, 'o', undefined, 'T'])
})

test('two keys one after the other are one shortcut, again and again', () => {
  expect(press('g', 'o', 'g', 'h')).toEqual([undefined, 'g o', undefined, 'g h'])
})

test('a key that does not go on with what waits counts by itself', () => {
  expect(press('g', '?', 'g', 'g', 'o')).toEqual([undefined, '?', undefined, undefined, 'g o'])
})

test('of the same keys the latest works, and is the one that is listed', () => {
  const twice = [...KEYS, { keys: 'o', label: 'another' }]
  expect(pressed(twice, '', 'o').found?.label).toBe('another')
  expect(working(twice).map(({ label }) => label)).toEqual(['?', 'g o', 'g h', 'T', 'another'])
})
