import { expect, test } from 'vitest'
import { type Head, ShownOperation } from '../../../../src/dashboard/pages/operation/shown-operation.ts'

// What else there is of it does not matter here.
const head = (state: Head['state'], second: number) =>
  ({ state, updatedAt: new Date(second * 1000).toISOString(), progress: null }) as Head

function shownAs(state: Head['state'], second: number): ShownOperation {
  const shown = new ShownOperation()
  shown.answered(head(state, second))
  return shown
}

test('answers change what is shown only forward', () => {
  const shown = shownAs('RECOVERING', 2)
  shown.answered(head('IN_PROGRESS', 1))
  expect(shown.head.value?.state).toBe('RECOVERING')
  shown.answered(head('SUCCESS', 2))
  expect(shown.head.value?.state).toBe('SUCCESS')
})

test('the answer of a mutation takes nothing back of what an event told of the same moment', () => {
  const shown = shownAs('SUCCESS', 2)
  shown.left(head('RECOVERING', 2))
  expect(shown.head.value?.state).toBe('SUCCESS')
  shown.left(head('PAUSED', 3))
  expect(shown.head.value?.state).toBe('PAUSED')
})

test('what was deleted stays as it was last', () => {
  const shown = shownAs('SUCCESS', 2)
  shown.answered(null)
  expect([shown.presence.value, shown.head.value?.state]).toEqual(['gone', 'SUCCESS'])
})
