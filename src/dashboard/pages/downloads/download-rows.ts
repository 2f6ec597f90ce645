import { compareTexts } from '../../text/compare.ts'
import { type Download, hasEnded } from './download-status.ts'

/** A page of a list, as it was read. */
interface ReadPage {
  readonly rows: readonly Download[]
  /** Whether more follow that were not read. */
  readonly hasMore: boolean
}

export interface ReadLists {
  /** The earliest created first. */
  readonly active: ReadPage
  /** The last ended first. */
  readonly past: ReadPage
}

/** What events told since, by id; null when it was deleted. */
export type Pushed = ReadonlyMap<string, Download | null>

/** The lists as they are now: what was read, and what events told since, whichever is newer. */
export function merged(
  read: ReadLists,
  pushed: Pushed,
): { readonly active: readonly Download[]; readonly past: readonly Download[] } {
  const rows = readRows(read)
  const wasRead = new Set(rows.keys())
  for (const [id, row] of pushed) {
    if (row === null) rows.delete(id)
    else rows.set(id, newer(rows.get(id), row))
  }
  const all = [...rows.values()]
  const active = all.filter((row) => !hasEnded(row) && (wasRead.has(row.id) || isWithin(read, row)))
  const past = all.filter((row) => hasEnded(row) && isWithin(read, row))
  return { active: active.sort(byCreation), past: past.sort(byEnd) }
}

/** Of two things that were told of a download, in whichever order, the one that holds; null: it was deleted. */
export function latest(first: Download | null | undefined, second: Download | null): Download | null {
  return second === null ? null : newer(first ?? undefined, second)
}

function readRows({ active, past }: ReadLists): Map<string, Download> {
  const rows = new Map<string, Download>()
  for (const row of [...active.rows, ...past.rows]) rows.set(row.id, newer(rows.get(row.id), row))
  return rows
}

/** Whether a row that was not read belongs to what the page shows, and not to what follows it. */
function isWithin({ active, past }: ReadLists, row: Download): boolean {
  const last = past.rows.at(-1)
  if (hasEnded(row)) return !past.hasMore || last === undefined || row.updatedAt >= last.updatedAt
  return !active.hasMore || row.state !== 'PENDING'
}

/** The second when both are of the same moment: it came later. Instants of the server are written alike, so texts compare. */
function newer(first: Download | undefined, second: Download): Download {
  return first === undefined || second.updatedAt >= first.updatedAt ? second : first
}

function byCreation(a: Download, b: Download): number {
  return compareTexts(a.createdAt, b.createdAt) || compareTexts(a.id, b.id)
}

function byEnd(a: Download, b: Download): number {
  return compareTexts(b.updatedAt, a.updatedAt) || compareTexts(b.id, a.id)
}
