import { Migration } from '@mikro-orm/migrations'

/** The place in a trace that each operation was started from. Rows that were there have none. */
export class StoredTraceContext extends Migration {
  override name = '0009_trace_context'

  override up(): void {
    this.addSql('alter table recovery_operations add column trace_context text')
  }

  override down(): void {
    this.addSql('alter table recovery_operations drop column trace_context')
  }
}
