import type { Database } from 'better-sqlite3'
import type { ReportError } from '../commit-hooks.ts'
import type { Vault } from '../encryption/vault.ts'
import { ActivityReader } from './activity.ts'
import { AuditReader } from './audit-reader.ts'
import { ChildReader } from './child-reader.ts'
import { DueReader } from './due-reader.ts'
import { ExpiredReader } from './expired-reader.ts'
import { FailureReader } from './list/failure-reader.ts'
import { ListReader } from './list/list-reader.ts'
import { OperationReader } from './operation-reader.ts'
import { OperationRows } from './operation-rows.ts'
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
  readonly failures: FailureReader
  readonly lists: ListReader
  readonly records: RecordReader

  /** @param report is told of operations that cannot be decrypted and are therefore not run */
  constructor(database: Database, vault: Vault | null, report: ReportError) {
    const rows = new OperationRows(vault, report)
    this.operations = new OperationReader(database, rows)
    this.activity = new ActivityReader(database)
    this.audit = new AuditReader(database, vault)
    this.children = new ChildReader(database, vault)
    this.due = new DueReader(database, this.operations, rows, new PriorityLevels(database))
    this.expired = new ExpiredReader(database)
    this.failures = new FailureReader(database, this.operations, vault)
    this.lists = new ListReader(database, this.operations, vault)
    this.records = new RecordReader(database, vault, report)
  }
}
