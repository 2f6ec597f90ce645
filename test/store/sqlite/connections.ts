import { onTestFinished, vi } from 'vitest'
import type { Store } from '../../../src/operation/store.ts'
import { Connections } from '../../../src/store/sqlite/connections.ts'
import { openSqliteStore, type SqliteStoreOptions } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { tempFile } from '../stores.ts'

/** A store in a file of its own, with a hand on the connections that it keeps to itself. */
export async function openWithConnections(
  options: Partial<SqliteStoreOptions> = {},
): Promise<{ readonly store: Store; readonly connections: Connections }> {
  const open = Connections.open.bind(Connections)
  let connections: Connections | null = null
  const spy = vi.spyOn(Connections, 'open').mockImplementation(async (file) => {
    connections = await open(file)
    return connections
  })
  const store = await openSqliteStore({ file: await tempFile(), random: seededRandom(5), ...options })
  spy.mockRestore()
  onTestFinished(() => store.close())
  if (connections === null) throw new Error('The store was opened without connections')
  return { store, connections }
}
