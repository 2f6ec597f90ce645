import { expect, test } from 'vitest'
import { badgeOf } from '../../../src/dashboard/pages/downloads/download-status.ts'
import type { Head } from '../../../src/dashboard/pages/operation/shown-operation.ts'
import { situationOf } from '../../../src/dashboard/pages/operation/situation.ts'
import { breakerText } from '../../../src/dashboard/pages/overview/attention.ts'
import { attemptOutcomeText, circuitText, STATE_NAMES, stateText } from '../../../src/dashboard/text/states.ts'

// A page stays open while its server is updated.
const NEWER = 'ON_HOLD' as never

test('what a newer server says is told in its own words', () => {
  expect([stateText(NEWER).label, circuitText(NEWER), attemptOutcomeText(NEWER)]).toEqual(['On hold', 'On hold', 'On hold'])
  expect(badgeOf(NEWER)).toMatchObject({ label: 'On hold', as: 'ON_HOLD' })
  expect(breakerText({ state: NEWER, forced: true })).toBe('Forced on hold')
  expect(situationOf({ state: NEWER } as unknown as Head, 0).text).toBe(stateText(NEWER).meaning)
})

test('what the page knows has words for people', () => {
  expect(STATE_NAMES.map((state) => stateText(state).label)).toEqual([
    ...['Pending', 'In progress', 'Recovering', 'Paused'],
    ...['Success', 'Failed', 'Exhausted', 'Cancelled'],
  ])
  expect((['CLOSED', 'OPEN', 'HALF_OPEN'] as const).map(circuitText)).toEqual(['Closed', 'Open', 'Half-open'])
  expect((['TIMED_OUT', 'SLEEPING', 'INTERRUPTED'] as const).map(attemptOutcomeText)).toEqual([
    ...['Timed out', 'Sleeping', 'Interrupted: its server stopped without warning'],
  ])
})
