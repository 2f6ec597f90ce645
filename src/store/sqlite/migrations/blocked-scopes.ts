import { Migration } from '@mikro-orm/migrations'

/** Finds what one circuit breaker holds up among all that wait for breakers of one function. Holds those rows only. */
export class BlockedScopes extends Migration {
  override name = '0007_blocked_scopes'

  override up(): void {
    this.addSql(
      `create index recovery_operations_blocked on recovery_operations (shelf, blocked_by, priority desc, due_at, id)
       where blocked_by is not null`,
    )
  }

  override down(): void {
    this.addSql('drop index recovery_operations_blocked')
  }
}
