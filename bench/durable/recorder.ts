import Database, { type Statement } from 'better-sqlite3'

/** One statement that wrote, with the values that were bound to it. */
export interface Write {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** What a connection was set to, as far as it decides what a write costs. */
export type Pragmas = ReadonlyMap<string, unknown>

export interface Recording {
  readonly writes: readonly Write[]
  readonly pragmas: Pragmas
}

const PRAGMAS = ['journal_mode', 'synchronous', 'foreign_keys', 'cache_size', 'temp_store', 'mmap_size', 'wal_autocheckpoint']
const WRITES = /^\s*(insert|update|delete|replace|with)\b/i
const EXECUTES = ['run', 'get', 'all'] as const
type Execute = (this: Statement, ...values: unknown[]) => unknown

/**
 * Records what every better-sqlite3 connection of this process writes while `work` runs, by stepping between the
 * callers and the statements: the product knows nothing of it.
 */
export async function recordWrites(work: () => Promise<void>): Promise<Recording> {
  const writes: Write[] = []
  let writer: Database.Database | null = null
  const prototype = statementPrototype()
  const originals = EXECUTES.map((name) => [name, prototype[name]] as const)
  for (const [name, original] of originals) {
    prototype[name] = function record(...values) {
      if (!this.readonly && WRITES.test(this.source)) {
        writes.push({ sql: this.source, values: values.map(copied) })
        writer = this.database
      }
      return original.apply(this, values)
    }
  }
  try {
    await work()
  } finally {
    for (const [name, original] of originals) prototype[name] = original
  }
  if (writer === null) throw new Error('Nothing was written through better-sqlite3')
  return { writes, pragmas: readPragmas(writer) }
}

function statementPrototype(): Record<(typeof EXECUTES)[number], Execute> {
  const database = new Database(':memory:')
  const prototype = Object.getPrototypeOf(database.prepare('select 1'))
  database.close()
  return prototype
}

/** A caller may use the same array or buffer again for the next row. */
function copied(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? structuredClone(value) : value
}

function readPragmas(database: Database.Database): Pragmas {
  return new Map(PRAGMAS.map((name) => [name, database.pragma(name, { simple: true })]))
}
