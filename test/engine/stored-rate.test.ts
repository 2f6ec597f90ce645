import { expect, test } from 'vitest'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { begin, commit, complete, created } from '../store/stores.ts'
import { testEngine } from '../support/engine.ts'

test('what an earlier version stored of something that has ended has no rate either', async () => {
  const store = createMemoryStore({ random: () => 0.5 })
  const [first, second] = [created('old'), begin(created('old').operation)]
  const ended = complete(second.operation)
  const progress = { fraction: 1, current: 8, total: 8, unit: 'bytes', rate: 4, stage: null, message: null }
  const change = { ...ended, operation: { ...ended.operation, progress }, writes: { ...ended.writes, progress: true } }
  await commit(store, first, second, change)
  const { recovery } = await testEngine({ store })

  const { rate: _rate, ...rest } = progress
  expect((await recovery.requireOperation('old')).progress).toEqual(rest)
  expect((await recovery.operations(['old']))[0]?.progress).toEqual(rest)
})
