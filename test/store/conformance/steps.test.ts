import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/operation/change.ts'
import type { Json } from '../../../src/operation/json.ts'
import type { Operation } from '../../../src/operation/operation.ts'
import { stepsOf } from '../../support/store-reads.ts'
import { begin, commit, created, following, STORES, T0 } from '../stores.ts'

function finishedStep(operation: Operation, name: string, output: Json, finishedAt = T0): Change {
  const step = {
    id: `stp_${name}`,
    kind: 'step',
    operationId: operation.id,
    name,
    output,
    startedAt: T0,
    finishedAt,
    attempt: 1,
    undoneAt: null,
    position: 1,
    unfinished: ['other'],
  } as const
  return following(operation, { type: 'checkpoint', token: operation.token ?? '', steps: [step] })
}

describe.each(STORES)('steps in the $name store', ({ open }) => {
  test('of one attempt do not conflict, are read back whole and come in the order they finished', async () => {
    const store = await open()
    const first = created('op')
    const { operation } = begin(first.operation)
    await commit(store, first, begin(first.operation))
    const output = { list: [1, null, 'ü'] }

    expect(await commit(store, finishedStep(operation, 'late', output, T0 + 2), finishedStep(operation, 'early', null))).toEqual([
      'committed',
      'committed',
    ])
    expect((await stepsOf(store, 'op')).map(({ name }) => name)).toEqual(['early', 'late'])
    expect((await store.stepsById(['stp_late']))[0]).toMatchObject({
      operationId: 'op',
      kind: 'step',
      output,
      finishedAt: T0 + 2,
      position: 1,
      unfinished: ['other'],
    })
    expect([await store.stepsById(['nobody']), await stepsOf(store, 'nobody')]).toEqual([[], []])
    expect(await store.operation('op')).toMatchObject({ version: 2 })
  })

  test('have one output for ever: a second of the same name is refused', async () => {
    const store = await open()
    const first = created('op')
    const { operation } = begin(first.operation)
    await commit(store, first, begin(first.operation), finishedStep(operation, 'a', 1))
    const again = finishedStep(operation, 'a', 2)
    const other = { ...again, steps: again.steps.map((step) => ({ ...step, id: 'stp_other' })) }

    expect(await commit(store, other)).toEqual(['rejected'])
    expect(await stepsOf(store, 'op')).toMatchObject([{ name: 'a', output: 1 }])
  })

  test('of an attempt that lost its lease are not stored', async () => {
    const store = await open()
    const first = created('op')
    const { operation } = begin(first.operation)
    await commit(store, first, begin(first.operation), following(operation, { type: 'pause', actor: null }))

    expect(await commit(store, finishedStep(operation, 'a', 1))).toEqual(['stale'])
    expect(await stepsOf(store, 'op')).toEqual([])
  })
})
