import { expect, test } from 'vitest'
import { ATTEMPT_OUTCOMES } from '../../src/operation/attempt.ts'
import { BREAKER_EVENT_TYPES, CIRCUIT_STATES } from '../../src/operation/breaker-event.ts'
import { EVENT_TYPES } from '../../src/operation/event.ts'
import { ERROR_CATEGORIES, ERROR_SEVERITIES } from '../../src/operation/operation-error.ts'
import { RECORD_KINDS } from '../../src/operation/record.ts'
import { OPERATION_STATES } from '../../src/operation/state.ts'
import { STEP_KINDS } from '../../src/operation/step.ts'

// These names lie in databases. A new one may be added; one that is there is never renamed and never removed.
const NAMES: readonly (readonly [string, readonly string[], string])[] = [
  ['states', OPERATION_STATES, 'pending in_progress recovering paused success failed exhausted cancelled'],
  ['outcomes', ATTEMPT_OUTCOMES, 'running sleeping success failed timed_out interrupted handed_over paused cancelled'],
  ['categories', ERROR_CATEGORIES, 'network timeout validation permission resource service system interrupted unknown'],
  ['kinds of steps', STEP_KINDS, 'step sleep transaction'],
  ['records', RECORD_KINDS, 'breaker samples settings'],
  ['circuit states', CIRCUIT_STATES, 'closed open half_open'],
  [
    'breaker events',
    BREAKER_EVENT_TYPES,
    'breaker_opened breaker_half_opened breaker_closed breaker_forced_open breaker_forced_closed breaker_reset',
  ],
  ['severities', ERROR_SEVERITIES, 'low medium high critical'],
  [
    'event types',
    EVENT_TYPES,
    'created attempt_started attempt_failed attempt_timed_out attempt_interrupted handed_over sleeping blocked ' +
      'unblocked succeeded expired paused resumed retried cancelled',
  ],
]

test.each(NAMES)('the stored names of %s are all still there', (_kind, names, stored) => {
  expect(names).toEqual(expect.arrayContaining(stored.split(' ')))
})
