import { Migration } from '@mikro-orm/migrations'

/** Calls of wrapped functions that succeeded at once and made no operation. */
export class LightCalls extends Migration {
  override name = '0003_light_calls'

  override up(): void {
    this.addSql('alter table recovery_functions add column light_calls integer not null default 0')
  }

  override down(): void {
    this.addSql('alter table recovery_functions drop column light_calls')
  }
}
