import type { Database, Statement } from 'better-sqlite3'
import type { PageKey } from '../../../operation/query.ts'
import type { SqlValue } from '../operation-row.ts'

/** A key of a run, with the number of its row where the run is one of operations: reading by it spares the index of ids. */
export interface RunKey extends PageKey {
  readonly row: number | null
}

/**
 * A run of an index: the rows that share its first columns, sorted by (value, id), or by id alone where the order's
 * value is null. Every list is a merge of runs.
 */
export interface Run {
  readonly kind: RunKind
  readonly prefix: readonly SqlValue[]
}

interface RunShape {
  /** Where it is read from. */
  readonly from: string
  readonly where: string
  /** The sorted column; null when the run is sorted by id alone. */
  readonly value: string | null
  readonly id: string
  /** The number of the operation's row, which every index of operations holds. */
  readonly row: 'rowid' | 'null'
}

const RUN_SHAPES = {
  created: byIndex('created', 'shelf = ?', 'created_at'),
  updated: byIndex('updated', 'shelf = ?', 'updated_at'),
  priority: byIndex('priority', 'shelf = ?', 'priority'),
  category: byIndex('category', 'error_category = ? and shelf = ?', 'created_at'),
  failed: byIndex('failed', 'shelf = ? and (error_category is null) = ? and failed_attempts > 0', 'created_at'),
  due: byIndex('next', 'shelf = ? and due_at is not null', 'due_at'),
  not_due: byIndex('not_due', 'shelf = ? and due_at is null', null),
  metadata: { from: 'recovery_metadata', where: 'key = ? and value = ?', value: 'created_at', id: 'operation_id', row: 'null' },
} as const satisfies Readonly<Record<string, RunShape>>

export type RunKind = keyof typeof RUN_SHAPES

type KeyStatement = Statement<[SqlValue[]], RunKey>

/** Reads the keys of runs; only the indexes are touched. */
export class IndexRuns {
  readonly #database: Database
  readonly #statements = new Map<string, KeyStatement>()
  readonly #counts = new Map<RunKind, Statement<[SqlValue[]], { readonly keys: number }>>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Up to `limit` keys beyond `from`, upwards or downwards. */
  read(run: Run, upwards: boolean, from: PageKey, limit: number): RunKey[] {
    const start = RUN_SHAPES[run.kind].value === null ? [from.id] : [from.value, from.id]
    return this.#statement(run.kind, upwards).all([...run.prefix, ...start, limit])
  }

  /** How many keys they have, looking at no more than one beyond `most`. */
  countUpTo(runs: readonly Run[], most: number): number {
    let count = 0
    for (const { kind, prefix } of runs) {
      if (count > most) break
      count += this.#countStatement(kind).get([...prefix, most + 1 - count])?.keys ?? 0
    }
    return count
  }

  #countStatement(kind: RunKind): Statement<[SqlValue[]], { readonly keys: number }> {
    let statement = this.#counts.get(kind)
    if (statement === undefined) {
      const { from, where } = RUN_SHAPES[kind]
      statement = this.#database.prepare<[SqlValue[]], { readonly keys: number }>(
        `select count(*) as keys from (select 1 from ${from} where ${where} limit ?)`,
      )
      this.#counts.set(kind, statement)
    }
    return statement
  }

  #statement(kind: RunKind, upwards: boolean): KeyStatement {
    const name = `${kind} ${upwards}`
    let statement = this.#statements.get(name)
    if (statement === undefined) {
      statement = this.#database.prepare<[SqlValue[]], RunKey>(keysSql(RUN_SHAPES[kind], upwards))
      this.#statements.set(name, statement)
    }
    return statement
  }
}

/** The index is named, so that no statistics can lead the planner elsewhere. */
function byIndex(index: string, where: string, value: string | null): RunShape {
  return { from: `recovery_operations indexed by recovery_operations_${index}`, where, value, id: 'id', row: 'rowid' }
}

function keysSql({ from, where, value, id, row }: RunShape, upwards: boolean): string {
  const [beyond, direction] = upwards ? ['>', 'asc'] : ['<', 'desc']
  return value === null
    ? `select null as value, ${id} as id, ${row} as row from ${from} where ${where} and ${id} ${beyond} ? order by ${id} ${direction} limit ?`
    : `select ${value} as value, ${id} as id, ${row} as row from ${from} where ${where} and (${value}, ${id}) ${beyond} (?, ?)
       order by ${value} ${direction}, ${id} ${direction} limit ?`
}
