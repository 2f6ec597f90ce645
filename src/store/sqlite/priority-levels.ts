import type { Database, Statement } from 'better-sqlite3'

interface Level {
  readonly priority: number
}

/** The priorities of the operations of a shelf that have a due time, found by leaping from one to the next in an index. */
export class PriorityLevels {
  readonly #waiting: Statement<[number, number], Level>

  constructor(database: Database) {
    this.#waiting = database.prepare(
      `select priority from recovery_operations where shelf = ? and priority < ? and due_at is not null
       order by priority desc limit 1`,
    )
  }

  /** Highest first. */
  of(shelf: number): number[] {
    return leap(this.#waiting, shelf)
  }
}

function leap(next: Statement<[number, number], Level>, shelf: number): number[] {
  const levels: number[] = []
  let level = next.get(shelf, Number.MAX_SAFE_INTEGER)
  while (level !== undefined) {
    levels.push(level.priority)
    level = next.get(shelf, level.priority)
  }
  return levels
}
