import Database from 'better-sqlite3'
import { onTestFinished, vi } from 'vitest'

/** Counts the statements that are executed from now on to the end of the test, on every database of this process. */
export function countStatements(): () => number {
  const database = new Database(':memory:')
  const prototype: Database.Statement = Object.getPrototypeOf(database.prepare('select 1'))
  database.close()
  const spies = (['all', 'get', 'run'] as const).map((name) => vi.spyOn(prototype, name))
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
}
