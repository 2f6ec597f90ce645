import { Migration } from '@mikro-orm/migrations'

/** How many operations of each function wait for its circuit breaker: none did before there were any. */
export class BlockedRows extends Migration {
  override name = '0004_blocked_rows'

  override up(): void {
    this.addSql('alter table recovery_functions add column blocked_rows integer not null default 0')
  }

  override down(): void {
    this.addSql('alter table recovery_functions drop column blocked_rows')
  }
}
