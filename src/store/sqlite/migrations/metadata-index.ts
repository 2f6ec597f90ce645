import { Migration } from '@mikro-orm/migrations'
import { indexedEntries } from '../metadata-index.ts'

const METADATA = `create table recovery_metadata (
  key text not null,
  value text not null,
  created_at integer not null,
  operation_id text not null,
  primary key (key, value, created_at, operation_id)
) without rowid`

const PAGE = 1000

interface Row {
  readonly id: string
  readonly created_at: number
  readonly metadata: string
}

/** By which operations are found by their metadata, in the order of their creation; filled with those that are there. */
export class MetadataByValue extends Migration {
  override name = '0008_metadata'

  override async up(): Promise<void> {
    await this.execute(METADATA)
    for (let rows = await this.#page(''); rows.length > 0; rows = await this.#page(rows.at(-1)?.id ?? '')) {
      for (const row of rows) await this.#add(row)
    }
  }

  override down(): void {
    this.addSql('drop table recovery_metadata')
  }

  /** Of those that have metadata, by id. */
  async #page(after: string): Promise<readonly Row[]> {
    const sql = "select id, created_at, metadata from recovery_operations where id > ? and metadata <> '{}' order by id limit ?"
    return (await this.execute(sql, [after, PAGE])) as unknown as readonly Row[]
  }

  async #add({ id, created_at: createdAt, metadata }: Row): Promise<void> {
    for (const [key, value] of indexedEntries(JSON.parse(metadata))) {
      await this.execute('insert into recovery_metadata (key, value, created_at, operation_id) values (?, ?, ?, ?)', [
        key,
        value,
        createdAt,
        id,
      ])
    }
  }
}
