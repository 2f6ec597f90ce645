import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import './page-globals.ts'

import { act, firstClick } from '../../../src/dashboard/state/act.ts'
import { toasts } from '../../../src/dashboard/state/toasts.ts'
import { heldServer, settled } from './held-server.ts'

beforeEach(() => {
  toasts.value = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface Answer {
  readonly pause: { readonly id: string }
}

const pause = (id: string) =>
  act<Answer, { id: string }>(
    'mutation Pause($id: ID!) { pause(id: $id) { id } }',
    { id },
    { done: 'Paused', failed: 'Not paused' },
  )

test('who presses twice changes once, and is told once', async () => {
  const asked = heldServer()
  const answers = [pause('a'), pause('a'), pause('b')]
  await settled()
  expect(asked.map(({ variables }) => variables.id)).toEqual(['a', 'b'])
  await asked[0]?.answer({ pause: { id: 'a' } })
  await asked[1]?.answer({ pause: { id: 'b' } })
  expect(await Promise.all(answers)).toEqual([{ id: 'a' }, { id: 'a' }, { id: 'b' }])
  expect(toasts.value.map(({ text }) => text)).toEqual(['Paused'])
})

test('once it was answered, the same can be done again', async () => {
  const asked = heldServer()
  void pause('a')
  await settled()
  await asked[0]?.fail()
  void pause('a')
  await settled()
  expect(asked.length).toBe(2)
  expect(toasts.value.map(({ text }) => text)).toEqual([
    'Not paused: The server does not answer. Look whether it was done when the connection is back, and try again then.',
  ])
})

test('the second click of a double click does not undo the first', () => {
  const run = vi.fn()
  const click = firstClick(run)
  for (const detail of [1, 2, 3]) click({ detail } as MouseEvent)
  expect(run).toHaveBeenCalledTimes(1)
  // Of a key.
  click({ detail: 0 } as MouseEvent)
  expect(run).toHaveBeenCalledTimes(2)
})
