import type { Database, Statement } from 'better-sqlite3'

interface Level {
  readonly priority: number
}

/** The priorities that occur on a shelf, found by leaping from one to the next in an index. */
export class PriorityLevels {
  readonly #all: Statement<[number, number], Level>
  readonly #waiting: Statement<[number, number], Level>

  constructor(database: Database) {
    const next = (condition: string) =>
      `select priority from recovery_operations where shelf = ? and priority < ?${condition} order by priority desc limit 1`
    this.#all = database.prepare(next(''))
    this.#waiting = database.prepare(next(' and due_at is not null'))
  }

  /** Highest first. */
  of(shelf: number): number[] {
    return leap(this.#all, shelf)
  }

  /** Those of operations that have a due time. */
  ofWaiting(shelf: number): number[] {
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
