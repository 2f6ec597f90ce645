import { Migration } from '@mikro-orm/migrations'

/** Finds who did what, of all and of one person, by its place in the log. Holds only what somebody did: most of the log is nobody's. */
export class Audit extends Migration {
  override name = '0010_audit'

  override up(): void {
    this.addSql('create index recovery_events_audit on recovery_events (position) where actor is not null')
    this.addSql('create index recovery_events_actor on recovery_events (actor, position) where actor is not null')
  }

  override down(): void {
    this.addSql('drop index recovery_events_audit')
    this.addSql('drop index recovery_events_actor')
  }
}
