import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/operation/change.ts'
import type { Operation } from '../../../src/operation/operation.ts'
import { stepsOf } from '../../support/store-reads.ts'
import { begin, commit, created, following, STORES, T0 } from '../stores.ts'

const CANCEL = { type: 'cancel', actor: null, reason: null } as const

function retryWith(operation: Operation, input: string): Change {
  const command = { type: 'retry', actor: null, force: true, maxAttempts: null, attemptId: 'att_again', circuit: null } as const
  return following(operation, { ...command, input })
}

function step(operation: Operation, id: string): Change {
  const times = { startedAt: T0, finishedAt: T0, attempt: 1, undoneAt: null, position: 1, unfinished: [] }
  const one = { id, kind: 'step', operationId: operation.id, name: 'a', output: 1, ...times } as const
  return following(operation, { type: 'checkpoint', token: operation.token ?? '', steps: [one], checkpoint: { at: 1 } })
}

/** An operation with a step and a checkpoint that was cancelled, and one like it beside. */
function lives(id: string): { readonly changes: readonly Change[]; readonly ended: Operation } {
  const first = created(id, { input: 'old' })
  const running = begin(first.operation)
  const stepped = step(running.operation, `stp_${id}`)
  const ended = following(stepped.operation, CANCEL)
  return { changes: [first, running, stepped, ended], ended: ended.operation }
}

describe.each(STORES)('a retry with another input in the $name store', ({ open }) => {
  test('writes the input and deletes steps and checkpoint in one commit, of this operation only', async () => {
    const store = await open()
    const [one, other] = [lives('op'), lives('other')]
    await commit(store, ...one.changes, ...other.changes)
    expect(await commit(store, retryWith(one.ended, 'new'))).toEqual(['committed'])

    expect(await store.operation('op')).toMatchObject({ input: 'new', checkpoint: null, round: 2, state: 'recovering' })
    expect([await stepsOf(store, 'op'), await store.stepsById(['stp_op'])]).toEqual([[], []])
    expect((await stepsOf(store, 'other')).length).toBe(1)
    expect(await store.operation('other')).toMatchObject({ input: 'old', checkpoint: { at: 1 } })
  })

  test('makes room for steps of the same names, also within one batch', async () => {
    const store = await open()
    const { changes, ended } = lives('op')
    const retried = retryWith(ended, 'new')
    const running = begin(retried.operation)
    const answers = await commit(store, ...changes, retried, running, step(running.operation, 'stp_again'))

    expect(new Set(answers)).toEqual(new Set(['committed']))
    expect(await stepsOf(store, 'op')).toMatchObject([{ id: 'stp_again' }])
  })

  test('that is refused, because somebody else was first, deletes nothing', async () => {
    const store = await open()
    const { changes, ended } = lives('op')
    await commit(store, ...changes, retryWith(ended, 'new'))
    const running = begin((await store.operation('op')) as Operation)
    await commit(store, running, step(running.operation, 'stp_new'))

    expect(await commit(store, retryWith(ended, 'late'))).toEqual(['conflict'])
    expect(await store.operation('op')).toMatchObject({ input: 'new' })
    expect((await stepsOf(store, 'op')).length).toBe(1)
  })
})
