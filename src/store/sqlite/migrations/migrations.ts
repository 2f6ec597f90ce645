import { ActivityBySpan } from './activity.ts'
import { Audit } from './audit.ts'
import { BlockedRows } from './blocked-rows.ts'
import { BlockedScopes } from './blocked-scopes.ts'
import { Exhausted } from './exhausted.ts'
import { FailedAttempts } from './failed-attempts.ts'
import { InitialSchema } from './initial-schema.ts'
import { LightCalls } from './light-calls.ts'
import { MetadataByValue } from './metadata-index.ts'
import { Records } from './records.ts'
import { StepOrder } from './step-order.ts'
import { StoredTraceContext } from './trace-context.ts'

/** Every migration there has ever been, oldest first. A database whose list has others was made by a newer version. */
export const MIGRATIONS = [
  { name: '0001_initial_schema', class: InitialSchema },
  { name: '0002_records', class: Records },
  { name: '0003_light_calls', class: LightCalls },
  { name: '0004_blocked_rows', class: BlockedRows },
  { name: '0005_step_order', class: StepOrder },
  { name: '0006_activity', class: ActivityBySpan },
  { name: '0007_blocked_scopes', class: BlockedScopes },
  { name: '0008_metadata', class: MetadataByValue },
  { name: '0009_trace_context', class: StoredTraceContext },
  { name: '0010_audit', class: Audit },
  { name: '0011_failed_attempts', class: FailedAttempts },
  { name: '0012_exhausted', class: Exhausted },
] as const

export const MIGRATIONS_TABLE = 'recovery_migrations'
