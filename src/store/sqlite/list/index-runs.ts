import type { Database, Statement } from 'better-sqlite3'
import type { PageKey } from '../../../operation/store.ts'
import type { SqlValue } from '../operation-row.ts'

/**
 * A run of an index: the rows that share its first columns, sorted by (value, id), or by id alone where the order's
 * value is null. Every list is a merge of runs.
 */
export interface Run {
  readonly kind: RunKind
  readonly prefix: readonly SqlValue[]
}

interface RunShape {
  readonly index: string
  readonly where: string
  /** The sorted column; null when the run is sorted by id alone. */
  readonly value: string | null
}

const RUN_SHAPES = {
  created: { index: 'created', where: 'shelf = ?', value: 'created_at' },
  updated: { index: 'updated', where: 'shelf = ?', value: 'updated_at' },
  priority: { index: 'priority', where: 'shelf = ?', value: 'priority' },
  category: { index: 'category', where: 'error_category = ? and shelf = ?', value: 'created_at' },
  due: { index: 'next', where: 'shelf = ? and due_at is not null', value: 'due_at' },
  not_due: { index: 'not_due', where: 'shelf = ? and due_at is null', value: null },
} as const satisfies Readonly<Record<string, RunShape>>

export type RunKind = keyof typeof RUN_SHAPES

type KeyStatement = Statement<[SqlValue[]], PageKey>

/** Reads the keys of runs; only the indexes are touched. */
export class IndexRuns {
  readonly #database: Database
  readonly #statements = new Map<string, KeyStatement>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Up to `limit` keys beyond `from`, upwards or downwards. */
  read(run: Run, upwards: boolean, from: PageKey, limit: number): PageKey[] {
    const start = RUN_SHAPES[run.kind].value === null ? [from.id] : [from.value, from.id]
    return this.#statement(run.kind, upwards).all([...run.prefix, ...start, limit])
  }

  #statement(kind: RunKind, upwards: boolean): KeyStatement {
    const name = `${kind} ${upwards}`
    let statement = this.#statements.get(name)
    if (statement === undefined) {
      statement = this.#database.prepare<[SqlValue[]], PageKey>(keysSql(RUN_SHAPES[kind], upwards))
      this.#statements.set(name, statement)
    }
    return statement
  }
}

/** The index is named, so that no statistics can lead the planner elsewhere. */
function keysSql({ index, where, value }: RunShape, upwards: boolean): string {
  const from = `from recovery_operations indexed by recovery_operations_${index}`
  const [beyond, direction] = upwards ? ['>', 'asc'] : ['<', 'desc']
  return value === null
    ? `select null as value, id ${from} where ${where} and id ${beyond} ? order by id ${direction} limit ?`
    : `select ${value} as value, id ${from} where ${where} and (${value}, id) ${beyond} (?, ?)
       order by ${value} ${direction}, id ${direction} limit ?`
}
