import type { Connections } from './connections.ts'
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/migrations.ts'
import { OpenFault } from './open-fault.ts'

/**
 * Brings the tables up to this version. The file must be locked: two processes would disturb each other.
 *
 * @throws OpenFault when a newer version has written to the database; it is left as it is
 */
export async function migrate({ orm, writer }: Connections): Promise<void> {
  const table = writer.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(MIGRATIONS_TABLE)
  if (table !== undefined) {
    const executed = writer.prepare<[], { name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`).all()
    const unknown = executed.find(({ name }) => !MIGRATIONS.some((migration) => migration.name === name))
    if (unknown !== undefined) {
      throw new OpenFault(
        `it was written by a newer version, which made the migration "${unknown.name}"; start that version, or name another file`,
      )
    }
  }
  await orm.migrator.up()
}
