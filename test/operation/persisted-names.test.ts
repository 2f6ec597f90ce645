import { expect, test } from 'vitest'
import { ATTEMPT_OUTCOMES } from '../../src/operation/attempt.ts'
import { BREAKER_EVENT_TYPES, CIRCUIT_STATES } from '../../src/operation/breaker-event.ts'
import { ROLES } from '../../src/operation/caller.ts'
import { RETRY_LIMITS } from '../../src/operation/command.ts'
import { EVENT_TYPES } from '../../src/operation/event.ts'
import {
  circuitOpen,
  DEADLINE_EXCEEDED,
  ERROR_CATEGORIES,
  ERROR_SEVERITIES,
  INTERRUPTED,
} from '../../src/operation/operation-error.ts'
import { RECORD_KINDS } from '../../src/operation/record.ts'
import { SETTINGS_CHANGED } from '../../src/operation/settings-event.ts'
import { OPERATION_STATES } from '../../src/operation/state.ts'
import { STEP_KINDS } from '../../src/operation/step.ts'
import { KINDS } from '../../src/policy/error-kinds.ts'
import { MIGRATIONS, MIGRATIONS_TABLE } from '../../src/store/sqlite/migrations/migrations.ts'

// These names lie in databases. A new one is added here too; one that is here is never renamed and never removed.
const NAMES: readonly (readonly [string, readonly string[], string])[] = [
  ['states', OPERATION_STATES, 'pending in_progress recovering paused success failed exhausted cancelled'],
  ['outcomes', ATTEMPT_OUTCOMES, 'running sleeping success failed timed_out interrupted handed_over paused cancelled'],
  ['categories', ERROR_CATEGORIES, 'network timeout validation permission resource service system interrupted unknown'],
  ['kinds of steps', STEP_KINDS, 'step sleep transaction'],
  ['records', RECORD_KINDS, 'breaker samples settings probe encryption'],
  ['circuit states', CIRCUIT_STATES, 'closed open half_open'],
  [
    'breaker events',
    BREAKER_EVENT_TYPES,
    'breaker_opened breaker_half_opened breaker_closed breaker_forced_open breaker_forced_closed breaker_reset',
  ],
  ['settings events', [SETTINGS_CHANGED], 'settings_changed'],
  ['roles', ROLES, 'viewer operator admin'],
  ['limits that end operations', RETRY_LIMITS, 'max_retries category budget deadline'],
  [
    'kinds of errors',
    [...new Set(Object.values(KINDS).map(({ subcategory }) => subcategory))],
    'network_connection network_dns network_ssl network_timeout service_unavailable service_rate_limit service_maintenance ' +
      'resource_disk resource_memory resource_cpu resource_quota resource_handles resource_contention ' +
      'permission_file permission_api permission_auth validation_schema validation_data validation_format ' +
      'system_dependency system_configuration system_corruption system_bug cancelled interrupted unknown',
  ],
  [
    'kinds of errors of the engine',
    [INTERRUPTED, DEADLINE_EXCEEDED, circuitOpen('', 0)].map(({ subcategory }) => subcategory),
    'interrupted deadline circuit_open',
  ],
  [
    'migrations',
    [MIGRATIONS_TABLE, ...MIGRATIONS.map(({ name }) => name)],
    'recovery_migrations 0001_initial_schema 0002_records 0003_light_calls 0004_blocked_rows 0005_step_order ' +
      '0006_activity 0007_blocked_scopes 0008_metadata 0009_trace_context 0010_audit ' +
      '0011_failed_attempts 0012_exhausted',
  ],
  ['severities', ERROR_SEVERITIES, 'low medium high critical'],
  [
    'event types',
    EVENT_TYPES,
    'created attempt_started attempt_failed attempt_timed_out attempt_interrupted handed_over sleeping blocked ' +
      'unblocked succeeded expired paused resumed retried cancelled deleted',
  ],
]

test.each(NAMES)('the stored names of %s are the ones that are known', (_kind, names, stored) => {
  expect(names.toSorted()).toEqual(stored.split(' ').toSorted())
})
