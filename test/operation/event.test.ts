import { expect, test } from 'vitest'
import { deletionEvent, endsRound, eventOf } from '../../src/operation/event.ts'
import type { FinishedOperation } from '../../src/operation/operation.ts'
import { inSituation, NOW } from './situations.ts'

const ended = inSituation('exhausted', { updatedAt: NOW - 1 }) as FinishedOperation

test('the event of a deletion tells the last values, who asked and for which bulk, and ends no round', () => {
  const event = deletionEvent(ended, { actor: 'ann', at: NOW, bulk: 'op_bulk' })

  expect(event).toMatchObject({ type: 'deleted', state: 'exhausted', actor: 'ann', data: { bulk: 'op_bulk' }, at: NOW })
  expect(endsRound(event)).toBe(false)
  expect(endsRound(eventOf('expired', ended))).toBe(true)
})

test('a deletion is not told to be earlier than the end, whatever the clock says', () => {
  expect(deletionEvent(ended, { actor: null, at: NOW - 500 })).toMatchObject({ at: NOW - 1, actor: null, data: null })
})
