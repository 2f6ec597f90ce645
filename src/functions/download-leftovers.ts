import type { Dir } from 'node:fs'
import { opendir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recovery } from '../engine/recovery.ts'
import type { Clock } from '../operation/clock.ts'
import { decodeCursor } from '../operation/cursor.ts'
import type { PageKey } from '../operation/query.ts'
import type { OperationState } from '../operation/state.ts'
import { partialName, readPartialName } from './download-place.ts'

const HOUR_MS = 3_600_000
// Another store's server may be running: what it writes to is never this old.
const STRANGE_AFTER_MS = 24 * HOUR_MS
const PAGE = 500
// A success has no unfinished file; all others may go on with theirs.
const MAY_GO_ON: readonly OperationState[] = [
  'pending',
  'in_progress',
  'recovering',
  'paused',
  'failed',
  'exhausted',
  'cancelled',
]

/**
 * Removes unfinished files that nobody will go on with: at the start, after each sweep that deleted operations, and once an
 * hour. Those of operations that exist stay, also of paused, cancelled and exhausted ones. A file that names another store
 * goes when nobody has written to it for a day.
 */
export function removeLeftoversOf(recovery: Recovery, directory: string, clock: Clock): void {
  let lookedAt = Number.NEGATIVE_INFINITY
  recovery.afterSweep(async (deleted, signal) => {
    if (deleted === 0 && clock.now() - lookedAt < HOUR_MS) return
    lookedAt = clock.now()
    await removeLeftovers(recovery, directory, clock.now(), signal)
  })
}

async function removeLeftovers(recovery: Recovery, directory: string, now: number, signal: AbortSignal): Promise<void> {
  // Files first, then operations: whatever begins in between is in the list of operations.
  const storeId = storeIdOf(recovery)
  const files = await findPartials(directory, signal)
  await leaveNeeded(recovery, files, signal)
  if (signal.aborted) return
  for (const [name, path] of files) {
    const isOurs = readPartialName(name)?.storeId === storeId
    if (isOurs || (await lastWrittenAt(path)) <= now - STRANGE_AFTER_MS) await unlink(path).catch(ignoreMissing)
  }
}

/** The name of the store's event log: the same over restarts, unless the store is in memory. */
export function storeIdOf(recovery: Recovery): string {
  return decodeCursor(recovery.eventCursor()).epoch
}

/** The paths of the unfinished files below a folder, by their names. */
async function findPartials(directory: string, signal: AbortSignal): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const folder: Dir | undefined = await opendir(directory, { recursive: true }).catch(ignoreMissing)
  for await (const entry of folder ?? []) {
    if (signal.aborted) return files
    if (entry.isFile() && readPartialName(entry.name) !== null) files.set(entry.name, join(entry.parentPath, entry.name))
  }
  return files
}

/** Takes those out that an operation may go on with. */
async function leaveNeeded(recovery: Recovery, files: Map<string, string>, signal: AbortSignal): Promise<void> {
  let after: PageKey | undefined
  while (files.size > 0 && !signal.aborted) {
    const { operations, hasMore } = await recovery.list({
      filter: { functionNames: ['download'], states: MAY_GO_ON },
      order: { field: 'created_at', direction: 'asc' },
      limit: PAGE,
      ...(after !== undefined && { after }),
    })
    for (const { id } of operations) {
      files.delete(partialName(id, storeIdOf(recovery)))
      files.delete(partialName(id, null))
    }
    const last = operations.at(-1)
    if (!hasMore || last === undefined) return
    after = { value: last.createdAt, id: last.id }
  }
}

async function lastWrittenAt(path: string): Promise<number> {
  const found = await stat(path).catch(ignoreMissing)
  return found?.mtimeMs ?? Number.POSITIVE_INFINITY
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
