import { describe, expect, test } from 'vitest'
import { begin, commit, complete, created, following, STORES } from '../stores.ts'

describe.each(STORES)('what running attempts write to the $name store', ({ open }) => {
  test('a checkpoint writes its own parts and a later change of state leaves them', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    await commit(store, first)
    await commit(store, running)
    const token = running.operation.token ?? ''
    await commit(store, following(running.operation, { type: 'checkpoint', token, steps: [], checkpoint: { at: 3 } }))
    await commit(store, complete(running.operation))

    expect(await store.operation('op')).toMatchObject({ state: 'success', checkpoint: { at: 3 }, version: 3 })
  })

  test('progress is stored only for the attempt that holds the lease', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    await commit(store, first)
    await commit(store, running)
    const progress = { fraction: 0.5, current: null, total: null, unit: null, stage: null, message: null }
    await store.saveProgress([{ operationId: 'op', token: 'another', progress: { ...progress, fraction: 1 } }])
    await store.saveProgress([{ operationId: 'op', token: running.operation.token ?? '', progress }])

    expect(await store.operation('op')).toMatchObject({ progress, version: 2 })
  })
})
