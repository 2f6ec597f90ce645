import { Migration } from '@mikro-orm/migrations'

// What recovered has no error any more: the second column tells it from a fallback's success.
const FAILED = `create index recovery_operations_failed on recovery_operations (shelf, error_category is null, created_at, id)
   where failed_attempts > 0`

/** Finds what an attempt of failed, and what recovered from that. Most never fail, and those are not in it. */
export class FailedAttempts extends Migration {
  override name = '0011_failed_attempts'

  override up(): void {
    this.addSql(FAILED)
  }

  override down(): void {
    this.addSql('drop index recovery_operations_failed')
  }
}
