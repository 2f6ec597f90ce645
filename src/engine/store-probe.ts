import { StoreUnavailableError } from '../operation/errors.ts'
import type { Store } from '../operation/store.ts'

// Enough that the store needs new room for it: a store that is just full would still take a few bytes.
const FILLING = '.'.repeat(65_536)
/** What a process that died in the middle has left is taken away by a later probe. */
const LEFT_MS = 600_000

/**
 * Writes a note to the store, reads it back and takes it away again: durably, and without a trace in operations,
 * events and counters.
 *
 * @param key unique to this probe
 * @throws StoreUnavailableError when the store cannot be written or does not answer what was written
 */
export async function probeStore(store: Store, key: string, now: number): Promise<void> {
  await store.putRecords([{ kind: 'probe', key, value: { at: now, filling: FILLING } }])
  const found = await store.records('probe')
  const done = found.filter(({ key: other, value }) => other === key || timeOf(value) < now - LEFT_MS)
  await store.putRecords([key, ...done.map((record) => record.key)].map((gone) => ({ kind: 'probe', key: gone, value: null })))
  if (found.some((record) => record.key === key && timeOf(record.value) === now)) return
  throw new StoreUnavailableError('The store did not answer what had just been written to it; look into the health of its disk')
}

function timeOf(value: unknown): number {
  return (value as { readonly at: number }).at
}
