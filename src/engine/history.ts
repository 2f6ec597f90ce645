import type { Store } from '../operation/store.ts'

/**
 * What operations have been through, read of many at once: each operation asked for has an entry, and the cost of a read
 * hardly grows with their number.
 *
 * And what people did (`readAudit`): what the event log holds for as long as it is kept. What nobody is named for is not
 * in it, such as what callers do whom the server does not know.
 */
export type History = Pick<Store, 'attemptsOf' | 'attemptsById' | 'stepsOf' | 'stepsById' | 'eventsOf' | 'readAudit'>

/** What was read of the one operation that was asked for. */
export function onlyOf<T>(found: ReadonlyMap<string, T>): T {
  const [only] = found.values()
  return only as T
}
