import Database from 'better-sqlite3'

/** A database that has room for little, as on a full disk: SQLite itself finds no place for more (SQLITE_FULL). */
export class SmallDatabase {
  readonly #database: Database.Database

  constructor(file: string) {
    this.#database = new Database(file)
    this.#database.exec('create table files (content text not null)')
    this.#database.pragma(`max_page_count = ${this.#database.pragma('page_count', { simple: true })}`)
  }

  /** @throws SqliteError with the code SQLITE_FULL while there is no room for it */
  write(content: string): void {
    this.#database.prepare('insert into files (content) values (?)').run(content)
  }

  /** Somebody has freed some space. */
  makeRoom(): void {
    this.#database.pragma('max_page_count = 1000000')
  }

  files(): number {
    return this.#database.prepare<[], { count: number }>('select count(*) as count from files').get()?.count ?? 0
  }

  close(): void {
    this.#database.close()
  }
}
