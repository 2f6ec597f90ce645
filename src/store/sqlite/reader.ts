import type { Database } from 'better-sqlite3'
import { ActivityReader } from './activity.ts'
import { AuditReader } from './audit-reader.ts'
import { ChildReader } from './child-reader.ts'
import { DueReader } from './due-reader.ts'
import { ExpiredReader } from './expired-reader.ts'
import { ListReader } from './list/list-reader.ts'
import { OperationReader } from './operation-reader.ts'
import { PriorityLevels } from './priority-levels.ts'
import { RecordReader } from './records.ts'

/** Everything that is read, on a connection that cannot write. */
export class Reader {
  readonly operations: OperationReader
  readonly activity: ActivityReader
  readonly audit: AuditReader
  readonly children: ChildReader
  readonly due: DueReader
  readonly expired: ExpiredReader
  readonly lists: ListReader
  readonly records: RecordReader

  constructor(database: Database) {
    this.operations = new OperationReader(database)
    this.activity = new ActivityReader(database)
    this.audit = new AuditReader(database)
    this.children = new ChildReader(database)
    this.due = new DueReader(database, this.operations, new PriorityLevels(database))
    this.expired = new ExpiredReader(database)
    this.lists = new ListReader(database, this.operations)
    this.records = new RecordReader(database)
  }
}
