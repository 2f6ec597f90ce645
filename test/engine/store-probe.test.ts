import { expect, test } from 'vitest'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'

test('a probe leaves nothing behind, and takes away what a process left that died in the middle of one', async () => {
  const store = createMemoryStore({ random: seededRandom(1) })
  const { recovery, clock } = await testEngine({ store })
  await store.putRecords([{ kind: 'probe', key: 'left', value: { at: clock.now(), filling: '' } }])
  await recovery.probeStore()
  // It may be another server's, which is just being written.
  expect((await store.records('probe')).map(({ key }) => key)).toEqual(['left'])

  await clock.advance(700_000)
  await Promise.all([recovery.probeStore(), recovery.probeStore()])
  expect(await store.records('probe')).toEqual([])
})
