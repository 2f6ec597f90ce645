import { Migration } from '@mikro-orm/migrations'

// The last figure of the shelf of what ended exhausted: shelves are stored for ever.
const EXHAUSTED_SHELF = 'id * 10 + 6'

/**
 * Puts what is there into the spans in which it ended, so that a retry, which takes it out again, finds it there. Of spans
 * that began before the first activity was written only a part is known.
 */
const FILL_ACTIVITY = `update recovery_activity as a set exhausted = min(a.failed, ended.number) from (
  select o.shelf / 10 as function_id, o.finished_at / 10000 * 10000 as at, count(*) as number from recovery_operations o
  where o.shelf in (select ${EXHAUSTED_SHELF} from recovery_functions) group by 1, 2
) as ended where a.at = ended.at and a.function_id = ended.function_id`

/**
 * How many of the failed operations ended exhausted. Those that are there are counted; of those that were deleted before
 * nobody knows any more, so they stay counted as failed.
 */
export class Exhausted extends Migration {
  override name = '0012_exhausted'

  override up(): void {
    this.addSql('alter table recovery_functions add column exhausted integer not null default 0')
    this.addSql('update recovery_functions set exhausted = exhausted_rows')
    this.addSql('alter table recovery_activity add column exhausted integer not null default 0')
    this.addSql(FILL_ACTIVITY)
  }

  override down(): void {
    this.addSql('alter table recovery_functions drop column exhausted')
    this.addSql('alter table recovery_activity drop column exhausted')
  }
}
