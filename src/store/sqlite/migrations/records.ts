import { Migration } from '@mikro-orm/migrations'

const RECORDS = `create table recovery_records (
  kind text not null,
  key text not null,
  value text not null,
  primary key (kind, key)
) without rowid`

/** Small durable notes of the engine: states of circuit breakers, learned samples, settings. */
export class Records extends Migration {
  override name = '0002_records'

  override up(): void {
    this.addSql(RECORDS)
  }

  override down(): void {
    this.addSql('drop table recovery_records')
  }
}
