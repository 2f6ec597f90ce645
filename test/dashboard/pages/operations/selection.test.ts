import { expect, test } from 'vitest'
import { Selection } from '../../../../src/dashboard/pages/operations/selection.ts'

const ids = (selection: Selection) => {
  const selected = selection.selected.value
  return selected.all ? 'all' : [...selected.ids]
}
const between = (from: string, to: string) => [from, 'between', to]

test('one by one, and out again', () => {
  const selection = new Selection()
  selection.toggle('a')
  selection.toggle('b')
  selection.toggle('a')
  expect([ids(selection), selection.has('b'), selection.has('a')]).toEqual([['b'], true, false])
})

test('a range reaches from the last one that was chosen', () => {
  const selection = new Selection()
  selection.extend('a', between)
  selection.extend('c', between)
  expect(ids(selection)).toEqual(['a', 'between', 'c'])
})

test('all that match are all, and nothing once that is cleared', () => {
  const selection = new Selection()
  selection.selectAll()
  expect([ids(selection), selection.has('anything'), selection.isEmpty]).toEqual(['all', true, false])
  selection.forget('a')
  expect(ids(selection)).toBe('all')
  selection.clear()
  expect(selection.isEmpty).toBe(true)
})

test('one that is gone is selected no more', () => {
  const selection = new Selection()
  selection.toggle('a')
  selection.forget('a')
  expect(selection.isEmpty).toBe(true)
})
