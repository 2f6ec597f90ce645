import { describe, expect, it } from 'vitest'
import { changesList, type RunningOperation, type Update, updated } from '../../../../src/dashboard/pages/overview/running.ts'
import { update } from './updates.ts'

const PROGRESS = { current: 1, total: 4, fraction: 0.25, unit: 'files', rate: null, stage: null, message: null }

function running(...ids: readonly string[]) {
  const nodes = ids.map((id): RunningOperation => {
    const { state, attempt, maxAttempts, nextAttemptAt } = update({})
    return { id, functionName: 'f', state, attempt, maxAttempts, nextAttemptAt, error: null, progress: PROGRESS }
  })
  return { operations: { edges: nodes.map((node) => ({ node })) } }
}

describe('the operations that run', () => {
  it('show what an update says, and keep the progress that it does not speak of', () => {
    const failed = update({ state: 'RECOVERING', attempt: 2, error: 'Refused', nextAttemptAt: '2026-03-12T09:00:00.000Z' })
    const [first, second] = updated(running('op-0', 'op-1'), failed).operations.edges.map(({ node }) => node)
    expect(first).toEqual(running('op-0').operations.edges[0]?.node)
    expect(second).toMatchObject({ state: 'RECOVERING', attempt: 2, error: { message: 'Refused' }, progress: PROGRESS })
    const further = { ...PROGRESS, current: 2, fraction: 0.5 }
    const moved = updated(running('op-1'), update({ type: null, progress: further }))
    expect(moved.operations.edges[0]?.node.progress).toBe(further)
  })

  it('are the same list after an update of another one', () => {
    const list = running('op-0')
    expect(updated(list, update({}))).toBe(list)
  })

  it.each<[string, Partial<Update>, boolean]>([
    ['one that joins', { operationId: 'op-new' }, true],
    ['one that ends', { type: 'succeeded', state: 'SUCCESS' }, true],
    ['one that is paused', { type: 'paused', state: 'PAUSED' }, true],
    ['one that goes on', { type: 'attempt_failed', state: 'RECOVERING' }, false],
    ['another that ends', { operationId: 'op-new', type: 'succeeded', state: 'SUCCESS' }, false],
    ['progress of one that is not listed', { operationId: 'op-new', type: null }, false],
  ])('are read again for %s: %#', (_, changes, expected) => {
    expect(changesList(running('op-1'), update(changes))).toBe(expected)
  })
})
