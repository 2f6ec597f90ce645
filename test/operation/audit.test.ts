import { expect, test } from 'vitest'
import { auditEntryOf } from '../../src/operation/audit.ts'
import type { StoredBreakerEvent } from '../../src/operation/breaker-event.ts'
import type { StoredEvent } from '../../src/operation/event.ts'
import type { StoredSettingsEvent } from '../../src/operation/settings-event.ts'

const EVENT: StoredEvent = {
  position: 1,
  operationId: 'op_1',
  functionName: 'greet',
  type: 'cancelled',
  state: 'cancelled',
  attempt: 0,
  maxAttempts: 3,
  totalAttempts: 0,
  error: null,
  nextAttemptAt: null,
  durationMs: null,
  actor: 'ada',
  data: { reason: 'no need' },
  at: 5,
}
const BREAKER: StoredBreakerEvent = {
  position: 2,
  scope: 'api',
  type: 'breaker_reset',
  state: 'closed',
  forced: false,
  failureCount: 0,
  retryAt: null,
  reason: 'mended',
  actor: 'ada',
  at: 6,
}
const SETTINGS: StoredSettingsEvent = { position: 3, type: 'settings_changed', changes: { maxRetries: 3 }, actor: 'ada', at: 7 }

test('what somebody did to an operation, a breaker or the settings is an entry', () => {
  expect([EVENT, BREAKER, SETTINGS].map(auditEntryOf)).toEqual([
    {
      position: 1,
      at: 5,
      actor: 'ada',
      action: 'cancelled',
      operationId: 'op_1',
      functionName: 'greet',
      scope: null,
      data: { reason: 'no need' },
    },
    {
      position: 2,
      at: 6,
      actor: 'ada',
      action: 'breaker_reset',
      operationId: null,
      functionName: null,
      scope: 'api',
      data: { state: 'closed', forced: false, reason: 'mended' },
    },
    {
      position: 3,
      at: 7,
      actor: 'ada',
      action: 'settings_changed',
      operationId: null,
      functionName: null,
      scope: null,
      data: { maxRetries: 3 },
    },
  ])
})

test('what nobody is named for is none', () => {
  expect([EVENT, BREAKER, SETTINGS].map((entry) => auditEntryOf({ ...entry, actor: null }))).toEqual([null, null, null])
})
