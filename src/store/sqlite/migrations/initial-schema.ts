import { Migration } from '@mikro-orm/migrations'

const OPERATIONS = `create table recovery_operations (
  id text not null primary key,
  function_name text not null,
  shelf integer not null,
  state text not null,
  version integer not null,
  priority integer not null,
  idempotency_key text,
  created_at integer not null,
  updated_at integer not null,
  run_at integer not null,
  due_at integer,
  token text,
  current_attempt_id text,
  started_at integer,
  round_started_at integer,
  finished_at integer,
  deadline_ms integer,
  deadline_at integer,
  round integer not null,
  attempt integer not null,
  max_attempts integer not null,
  total_attempts integer not null,
  failed_attempts integer not null,
  first_failed_at integer,
  interruptions integer not null,
  sequence integer not null,
  next_attempt_id text,
  delay_ms integer,
  strategy text,
  blocked_by text,
  trace_id text,
  error_category text,
  metadata text not null,
  error text,
  progress text,
  input text,
  checkpoint text,
  result text
)`

const ATTEMPTS = `create table recovery_attempts (
  id text not null primary key,
  operation_id text not null constraint recovery_attempts_operation
    references recovery_operations (id) on update cascade on delete cascade,
  sequence integer not null,
  round integer not null,
  started_at integer not null,
  finished_at integer,
  outcome text not null,
  delay_before_ms integer,
  strategy text,
  server text not null,
  error text
)`

const STEPS = `create table recovery_steps (
  id text not null primary key,
  operation_id text not null constraint recovery_steps_operation
    references recovery_operations (id) on update cascade on delete cascade,
  name text not null,
  output text,
  started_at integer not null,
  finished_at integer not null,
  attempt integer not null,
  undone_at integer
)`

// No reference to the operation: the log outlives it.
const EVENTS = `create table recovery_events (
  position integer not null primary key autoincrement,
  operation_id text not null,
  function_name text not null,
  type text not null,
  state text not null,
  attempt integer not null,
  max_attempts integer not null,
  total_attempts integer not null,
  error text,
  next_attempt_at integer,
  duration_ms integer,
  actor text,
  data text,
  at integer not null
)`

const EVENT_LOG = `create table recovery_event_log (
  id integer not null primary key check (id = 1),
  epoch text not null,
  low_water integer not null
)`

const EVENT_GAPS = `create table recovery_event_gaps (
  after_position integer not null primary key,
  until_position integer not null
)`

const FUNCTIONS = `create table recovery_functions (
  id integer not null primary key,
  name text not null,
  pending_rows integer not null,
  in_progress_rows integer not null,
  recovering_rows integer not null,
  paused_rows integer not null,
  success_rows integer not null,
  failed_rows integer not null,
  exhausted_rows integer not null,
  cancelled_rows integer not null,
  created integer not null,
  recovered integer not null,
  failed integer not null,
  retry_attempts integer not null,
  recovery_ms integer not null
)`

const INDEXES = [
  `create unique index recovery_operations_key on recovery_operations (function_name, idempotency_key)
     where idempotency_key is not null`,
  // The orders of lists. That of due times has a part for operations that wait and one for all others.
  'create index recovery_operations_created on recovery_operations (shelf, created_at, id)',
  'create index recovery_operations_updated on recovery_operations (shelf, updated_at, id)',
  'create index recovery_operations_priority on recovery_operations (shelf, priority, id)',
  // What is due, which is chosen by priority first, and the order of lists by due time.
  `create index recovery_operations_due on recovery_operations (shelf, priority, due_at, id)
     where due_at is not null`,
  `create index recovery_operations_next on recovery_operations (shelf, due_at, id)
     where due_at is not null`,
  `create index recovery_operations_category on recovery_operations (error_category, shelf, created_at, id)
     where error_category is not null`,
  // What runs, what is paused and what has ended: the rest of the lists by due time, and where running ones are found.
  'create index recovery_operations_not_due on recovery_operations (shelf, id) where due_at is null',
  `create index recovery_operations_deadline on recovery_operations (deadline_at)
     where deadline_at is not null and (due_at is not null or token is not null)`,
  'create unique index recovery_attempts_sequence on recovery_attempts (operation_id, sequence)',
  'create unique index recovery_steps_name on recovery_steps (operation_id, name)',
  // The position is in every index: within an operation its events are sorted by it.
  'create index recovery_events_operation on recovery_events (operation_id)',
  'create unique index recovery_functions_name on recovery_functions (name)',
]

const TABLES = [OPERATIONS, ATTEMPTS, STEPS, EVENTS, EVENT_LOG, EVENT_GAPS, FUNCTIONS]

/** Tables and indexes of the first version. Their names, like this migration's, are for ever. */
export class InitialSchema extends Migration {
  override name = '0001_initial_schema'

  override up(): void {
    for (const statement of [...TABLES, ...INDEXES]) this.addSql(statement)
  }

  override down(): void {
    const names = ['attempts', 'steps', 'operations', 'events', 'event_log', 'event_gaps', 'functions']
    for (const name of names) this.addSql(`drop table recovery_${name}`)
  }
}
