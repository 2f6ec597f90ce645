import { Migration } from '@mikro-orm/migrations'

const ACTIVITY = `create table recovery_activity (
  at integer not null,
  function_id integer not null,
  created integer not null,
  succeeded integer not null,
  recovered integer not null,
  failed integer not null,
  retry_attempts integer not null,
  recovery_ms integer not null,
  trips integer not null,
  primary key (at, function_id)
) without rowid`

/** What became of the operations of each function, and how often breakers opened, ten seconds by ten seconds. It begins with the migration. */
export class ActivityBySpan extends Migration {
  override name = '0006_activity'

  override up(): void {
    this.addSql(ACTIVITY)
  }

  override down(): void {
    this.addSql('drop table recovery_activity')
  }
}
