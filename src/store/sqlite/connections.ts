import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/sqlite'
import type { Database } from 'better-sqlite3'
import { ENTITIES } from './entities.ts'
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/migrations.ts'
import type { OwnEntities } from './own-entities.ts'

const BUSY_TIMEOUT_MS = 1000
// Lists wander about the file, while what is written is mostly new.
const READER_CACHE_KIB = 16_384
const WRITER_CACHE_KIB = 8192
const WAL_SIZE_LIMIT = 64 * 1024 * 1024

type Orm = Awaited<ReturnType<typeof initialize>>

/** The two connections to one database file that MikroORM keeps: one writes, the other only reads. */
export class Connections {
  readonly orm: Orm
  readonly writer: Database
  readonly reader: Database
  readonly #kysely

  private constructor(orm: Orm, writer: Database, reader: Database) {
    this.orm = orm
    this.writer = writer
    this.reader = reader
    this.#kysely = orm.em.getKysely()
  }

  static async open(file: string, entities: OwnEntities = []): Promise<Connections> {
    const orm = await initialize(file, entities)
    try {
      const writer = await orm.em.getConnection('write').getNativeClient()
      // Until the store is open each commit is on disk before it is over: what opening writes must survive a power loss.
      for (const pragma of ['journal_mode = wal', 'synchronous = full', `journal_size_limit = ${WAL_SIZE_LIMIT}`]) {
        writer.pragma(pragma)
      }
      const reader = await orm.em.getConnection('read').getNativeClient()
      writer.pragma(`cache_size = -${WRITER_CACHE_KIB}`)
      reader.pragma(`cache_size = -${READER_CACHE_KIB}`)
      return new Connections(orm, writer, reader)
    } catch (error) {
      await orm.close(true)
      throw error
    }
  }

  /** Runs a task alone on the writing connection, under the lock that MikroORM's own transactions take. */
  exclusively<T>(task: () => Promise<T>): Promise<T> {
    return this.#kysely.connection().execute(task)
  }

  close(): Promise<void> {
    return this.orm.close(true)
  }
}

function initialize(file: string, entities: OwnEntities) {
  return MikroORM.init({
    dbName: file,
    // A second instance in one process must not find the first one's transactions.
    contextName: `recovery:${file}`,
    driverOptions: { timeout: BUSY_TIMEOUT_MS },
    replicas: [{ dbName: file, driverOptions: { readonly: true, timeout: BUSY_TIMEOUT_MS } }],
    entities: [...ENTITIES, ...entities],
    extensions: [Migrator],
    migrations: { tableName: MIGRATIONS_TABLE, migrationsList: [...MIGRATIONS], snapshot: false, silent: true },
    logger: () => undefined,
  })
}
