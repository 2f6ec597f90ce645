import { Migration } from '@mikro-orm/migrations'

/** The kind of each step, and its place among the others of its run. Rows that were there have no place. */
export class StepOrder extends Migration {
  override name = '0005_step_order'

  override up(): void {
    this.addSql("alter table recovery_steps add column kind text not null default 'step'")
    this.addSql('alter table recovery_steps add column position integer')
    this.addSql('alter table recovery_steps add column unfinished text')
  }

  override down(): void {
    for (const column of ['kind', 'position', 'unfinished']) this.addSql(`alter table recovery_steps drop column ${column}`)
  }
}
