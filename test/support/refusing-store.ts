import { StoreUnavailableError } from '../../src/operation/errors.ts'
import type { Store } from '../../src/operation/store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { seededRandom } from './seeded-random.ts'

/** A memory store whose disk is full: it answers, and writes nothing. */
export function failingStore(): Store {
  const error = new StoreUnavailableError('The disk is full')
  const store = createMemoryStore({ random: seededRandom(11) })
  store.commit = async (changes) => changes.map(() => ({ kind: 'unavailable', error }))
  return store
}
