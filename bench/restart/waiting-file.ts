import type { Change } from '../../src/operation/change.ts'
import { creation } from '../../src/operation/creation.ts'
import { beginning, commitAll, failure, pendingOperation } from '../changes.ts'
import { openStore } from '../sqlite.ts'

export const FUNCTION_NAME = 'wait'
const BATCH = 1000
const HOUR_MS = 3_600_000

/** Fills a new file with waiting operations, half of them never begun, half failed once, due evenly between two instants. */
export async function writeWaitingFile(file: string, operations: number, dueFrom: number, dueUntil: number): Promise<void> {
  const store = await openStore(file)
  try {
    for (let from = 0; from < operations; from += BATCH) {
      const batch: Change[] = []
      for (let i = from; i < Math.min(from + BATCH, operations); i++) {
        const dueAt = Math.floor(dueFrom + ((dueUntil - dueFrom) * i) / operations)
        batch.push(...(i % 2 === 0 ? neverBegun(i, dueAt) : failedOnce(i, dueAt)))
      }
      await commitAll(store, batch)
    }
  } finally {
    await store.close()
  }
}

function neverBegun(i: number, dueAt: number): readonly Change[] {
  return [creation(pendingOperation(i, { functionName: FUNCTION_NAME, createdAt: dueAt - HOUR_MS, runAt: dueAt }))]
}

function failedOnce(i: number, dueAt: number): readonly Change[] {
  const failedAt = dueAt - HOUR_MS
  const pending = pendingOperation(i, { functionName: FUNCTION_NAME, createdAt: failedAt })
  const begun = beginning(pending, i, failedAt)
  return [creation(pending), begun, failure(begun.operation, failedAt, true, HOUR_MS)]
}
