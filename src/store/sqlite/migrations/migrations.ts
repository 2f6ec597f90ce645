import { ActivityBySpan } from './activity.ts'
import { InitialSchema } from './initial-schema.ts'
import { Records } from './records.ts'

/** Every migration there has ever been, oldest first. A database whose list has others was made by a newer version. */
export const MIGRATIONS = [
  { name: '0001_initial_schema', class: InitialSchema },
  { name: '0002_records', class: Records },
  { name: '0006_activity', class: ActivityBySpan },
] as const

export const MIGRATIONS_TABLE = 'recovery_migrations'
