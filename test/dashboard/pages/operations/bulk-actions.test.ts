import { expect, test } from 'vitest'
import { affected, reasonAgainst, targetInput } from '../../../../src/dashboard/pages/operations/bulk-actions.ts'

const OPERATOR = { mayOperate: true, mayAdminister: false }
const paused = { state: 'PAUSED', availableActions: ['RESUME', 'CANCEL'] } as const
const waits = { state: 'RECOVERING', availableActions: ['RETRY', 'PAUSE', 'CANCEL'] } as const
const failed = { state: 'FAILED', availableActions: ['FORCE_RETRY'] } as const

test('the server is told some by their ids, what matches by the filter, and all by name', () => {
  expect(targetInput({ ids: ['a'] })).toEqual({ filter: { ids: ['a'] } })
  expect(targetInput({ filter: { search: 'x' } })).toEqual({ filter: { search: 'x' } })
  expect(targetInput({ filter: null })).toEqual({ all: true })
})

test('what is counted before are those to which the action can do something', () => {
  expect(affected('pause', { ids: ['a'] })).toEqual({ ids: ['a'], states: ['PENDING', 'IN_PROGRESS', 'RECOVERING'] })
  expect(affected('resume', { filter: { search: 'x' } })).toEqual({ search: 'x', states: ['PAUSED'] })
  expect(affected('delete', { filter: { states: ['PAUSED', 'FAILED'] } })).toEqual({ states: ['FAILED'] })
})

test('cancelled ones are forced only when they are named', () => {
  expect(affected('force', { filter: null }).states).not.toContain('CANCELLED')
  expect(affected('force', { filter: { states: ['CANCELLED'] } }).states).toEqual(['CANCELLED'])
  expect(affected('force', { ids: ['a'] }).states).toContain('CANCELLED')
})

test('an action is there as soon as one of the selected allows it', () => {
  expect(reasonAgainst('pause', null, [paused, waits], [])).toBeNull()
  expect(reasonAgainst('pause', null, [paused], [])).toBe('None of the selected operations can be paused now.')
  expect(reasonAgainst('retry', null, [failed], [])).toBe('None of the selected operations can be retried now.')
  expect(reasonAgainst('force', null, [failed], [])).toBeNull()
  expect(reasonAgainst('force', null, [waits], [])).toBeNull()
  expect(reasonAgainst('delete', null, [failed], [])).toBeNull()
  expect(reasonAgainst('delete', null, [waits], [])).toBe('None of the selected operations can be deleted now.')
})

test('of all that match, the states decide, where they are named', () => {
  expect(reasonAgainst('resume', null, null, [])).toBeNull()
  expect(reasonAgainst('resume', null, null, ['PAUSED'])).toBeNull()
  expect(reasonAgainst('resume', null, null, ['FAILED'])).toBe('Operations in these states cannot be resumed.')
})

test('who may not is told so first', () => {
  expect(reasonAgainst('pause', { mayOperate: false, mayAdminister: false }, [waits], [])).toBe(
    'Your token only permits to look.',
  )
  expect(reasonAgainst('delete', OPERATOR, [failed], [])).toBe('Only administrators delete operations.')
  expect(reasonAgainst('pause', OPERATOR, [waits], [])).toBeNull()
})
