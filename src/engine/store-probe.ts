import { StoreUnavailableError } from '../operation/errors.ts'
import type { Store } from '../operation/store.ts'

// Enough that the store needs new room for it: a store that is just full would still take a few bytes.
const PROBE_CHARACTERS = 65_536

/**
 * Writes a note to the store, reads it back and takes it away again: durably, and without a trace in operations,
 * events and counters.
 *
 * @throws StoreUnavailableError when the store cannot be written or does not answer what was written
 */
export async function probeStore(store: Store, key: string): Promise<void> {
  const value = key.padEnd(PROBE_CHARACTERS, '.')
  await store.putRecords([{ kind: 'probe', key, value }])
  try {
    const found = (await store.records('probe')).find((record) => record.key === key)
    if (found?.value !== value) {
      throw new StoreUnavailableError(
        'The store did not answer what had just been written to it; look into the health of its disk',
      )
    }
  } finally {
    await store.putRecords([{ kind: 'probe', key, value: null }])
  }
}
