import type { Database } from 'better-sqlite3'
import type { Random } from '../../operation/clock.ts'
import { newEpoch } from '../epoch.ts'
import { type LogGap, LogRange } from '../log-range.ts'

/**
 * Under `synchronous = normal` a power loss can take back the last commits, whose events have been seen. Their positions
 * must not be given again: each start skips more than can be written between two syncs of the disk.
 */
const SKIPPED_POSITIONS = 2 ** 20

/** Names the log when it is new, and skips ahead; inside a transaction. */
export function openLog(database: Database, random: Random): LogRange {
  database
    .prepare('insert into recovery_event_log (id, epoch, low_water) values (1, ?, 0) on conflict do nothing')
    .run(newEpoch(random))
  const { epoch, lowWater } = database
    .prepare<[], { epoch: string; lowWater: number }>('select epoch, low_water as lowWater from recovery_event_log')
    .get() as { epoch: string; lowWater: number }
  const last = database.prepare<[], { position: number | null }>('select max(position) as position from recovery_events').get()
  const head = Math.max(lowWater, last?.position ?? 0)
  skipAhead(database, head)
  const gaps = database
    .prepare<[], LogGap>('select after_position as after, until_position as until from recovery_event_gaps')
    .all()
  return new LogRange(epoch, head, lowWater, gaps)
}

/** One gap from the head on, also over what an earlier start skipped and did not use. */
function skipAhead(database: Database, head: number): void {
  const table = 'recovery_events'
  const given = database.prepare<[string], { seq: number }>('select seq from sqlite_sequence where name = ?').get(table)
  const until = Math.max(head, given?.seq ?? 0) + SKIPPED_POSITIONS
  if (given === undefined) database.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(table, until)
  else database.prepare('update sqlite_sequence set seq = ? where name = ?').run(until, table)
  database.prepare('delete from recovery_event_gaps where after_position >= ?').run(head)
  database.prepare('insert into recovery_event_gaps (after_position, until_position) values (?, ?)').run(head, until)
}
