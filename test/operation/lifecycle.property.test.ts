import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Attempt } from '../../src/operation/attempt.ts'
import { type CounterDelta, counterDelta } from '../../src/operation/counters.ts'
import { isBlocked, isRecovered, isRunning, isSleeping, isWaiting, situationOf } from '../../src/operation/operation.ts'
import { isFinished } from '../../src/operation/state.ts'
import { availableActions, TRANSITIONS, transition } from '../../src/operation/transition.ts'
import { History, histories, type Limits, limits, type Step } from './history.ts'
import { command } from './situations.ts'

/** Plays many histories, the same in every run, and checks `law` after each step. A failure prints how to replay it. */
function forAllHistories(law: (history: History, step: Step) => void, numRuns = 300): void {
  const property = fc.property(limits, histories, (given: Limits, happenings) => {
    const history = new History(given)
    for (const happening of happenings) law(history, history.play(happening))
  })
  fc.assert(property, { seed: 20_260_101, numRuns })
}

const CHARGED = new Set<Attempt['outcome']>(['running', 'sleeping', 'success', 'failed', 'timed_out'])
const FAILURES = new Set<Attempt['outcome']>(['failed', 'timed_out'])

test('no sequence of commands leaves the table', () => {
  const seen = new Set<string>()
  forAllHistories((_history, { before, order, outcome }) => {
    if (outcome.kind !== 'changed') return
    const [from, to] = [situationOf(before), situationOf(outcome.change.operation)]
    expect(TRANSITIONS[order.type].leads[from]).toContain(to)
    seen.add(`${order.type}: ${from} → ${to}`)
  }, 1000)
  const promised = Object.entries(TRANSITIONS).flatMap(([type, rule]) =>
    Object.entries(rule.leads).flatMap(([from, targets]) => targets.map((to) => `${type}: ${from} → ${to}`)),
  )
  // And the table promises nothing that cannot happen; cancelling a cancelled operation is the one edge without a change.
  expect([...seen].toSorted()).toEqual(promised.filter((edge) => edge !== 'cancel: cancelled → cancelled').toSorted())
})

test('an attempt is charged once, and only while it is open or when it was the failure or success of the function', () => {
  forAllHistories(({ operation, attempts }) => {
    const rows = [...attempts.values()]
    const ofRound = rows.filter((row) => row.round === operation.round)
    expect(operation.attempt).toBe(ofRound.filter((row) => CHARGED.has(row.outcome)).length)
    expect(operation.totalAttempts).toBe(rows.filter((row) => CHARGED.has(row.outcome)).length)
    expect(operation.failedAttempts).toBe(rows.filter((row) => FAILURES.has(row.outcome)).length)
    expect(operation.interruptions).toBe(ofRound.filter((row) => row.outcome === 'interrupted').length)
    expect(operation.attempt).toBeLessThanOrEqual(operation.maxAttempts)
  })
})

test('the numbers of attempts are never reused, and one attempt at most is open', () => {
  forAllHistories(({ operation, attempts }) => {
    const rows = [...attempts.values()]
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_row, i) => i + 1))
    expect(operation.sequence).toBe(rows.length)
    const open = rows.filter((row) => row.finishedAt === null).map((row) => row.id)
    expect(open).toEqual(operation.currentAttemptId === null ? [] : [operation.currentAttemptId])
    for (const row of rows) expect(row.finishedAt ?? row.startedAt).toBeGreaterThanOrEqual(row.startedAt)
  })
})

test('each change of state moves the version by one, and nothing else does', () => {
  forAllHistories(({ operation }, { before, outcome }) => {
    const changes = outcome.kind === 'changed' && outcome.change.writes.state
    expect(operation.version).toBe(before.version + (changes ? 1 : 0))
  })
})

test('each change of state, attempt, error or next attempt is told by one event that holds the new values', () => {
  forAllHistories(({ operation: after }, { before, outcome }) => {
    const event = outcome.kind === 'changed' ? outcome.change.event : null
    const differs = before.state !== after.state || before.attempt !== after.attempt || before.error !== after.error
    if (differs || before.dueAt !== after.dueAt) expect(event).not.toBeNull()
    if (event === null) return
    expect(event).toMatchObject({ state: after.state, attempt: after.attempt, nextAttemptAt: after.dueAt, at: after.updatedAt })
    expect(event.error).toBe(after.error?.message ?? null)
    expect(event.durationMs === null).toBe(!isFinished(after.state))
  })
})

test('each field exists in the states that own it and in no other', () => {
  forAllHistories(({ operation }) => {
    const { state, dueAt, token, finishedAt, result, currentAttemptId } = operation
    expect(finishedAt !== null).toBe(isFinished(state))
    expect(token !== null).toBe(isRunning(operation))
    expect(isRunning(operation)).toBe(['in_progress', 'running'].includes(situationOf(operation)))
    expect(isWaiting(operation)).toBe(['pending', 'waiting'].includes(situationOf(operation)))
    expect(dueAt !== null).toBe(isWaiting(operation))
    expect(currentAttemptId !== null).toBe(isRunning(operation) || isSleeping(operation))
    if (state !== 'success') expect(result).toBeNull()
    if (isFinished(state) || isRunning(operation)) expect([operation.nextAttemptId, operation.blockedBy]).toEqual([null, null])
  })
})

test('what is due is told to the dispatcher exactly as the row has it', () => {
  forAllHistories(({ operation }, { before, outcome }) => {
    if (outcome.kind !== 'changed') return
    const { dispatch } = outcome.change
    if ('at' in dispatch) expect(dispatch.at).toBe(operation.dueAt)
    // A dispatcher has a job for what waits or runs, and for nothing else: one that is blocked is not due.
    const [had, has] = [before, operation].map((row) => (isWaiting(row) && !isBlocked(row)) || isRunning(row))
    expect(had).toBe(dispatch.kind === 'none' ? has : dispatch.kind !== 'enqueue')
    expect(has).toBe(dispatch.kind === 'none' ? had : 'at' in dispatch)
    if (dispatch.kind === 'move') expect(isWaiting(before)).toBe(true)
  })
})

test('the counters are a recount of the rows', () => {
  const sum = (deltas: readonly CounterDelta[], of: (delta: CounterDelta) => number) =>
    deltas.reduce((n, delta) => n + of(delta), 0)
  forAllHistories(({ operation, attempts, changes }) => {
    const deltas = changes.map(counterDelta)
    const rowsIn = (state: string) => sum(deltas, (delta) => Number(delta.entered === state) - Number(delta.left === state))
    expect(rowsIn(operation.state)).toBe(1)
    expect(sum(deltas, (delta) => delta.created)).toBe(1)
    expect(sum(deltas, (delta) => delta.blocked)).toBe(Number(isBlocked(operation)))
    expect(sum(deltas, (delta) => delta.failed)).toBe(Number(['failed', 'exhausted'].includes(operation.state)))
    expect(sum(deltas, (delta) => delta.exhausted)).toBe(Number(operation.state === 'exhausted'))
    expect(sum(deltas, (delta) => delta.recovered)).toBe(Number(isRecovered(operation)))
    const firstFailure = [...attempts.values()].find((row) => FAILURES.has(row.outcome))?.sequence ?? Number.POSITIVE_INFINITY
    const retries = [...attempts.values()].filter((row) => row.sequence > firstFailure)
    expect(sum(deltas, (delta) => delta.retryAttempts)).toBe(retries.length)
    const recoveryMs = isRecovered(operation) ? (operation.finishedAt ?? 0) - (operation.firstFailedAt ?? 0) : 0
    expect(sum(deltas, (delta) => delta.recoveryMs)).toBe(recoveryMs)
  })
})

test('what is offered to a person is what is accepted from one', () => {
  forAllHistories(({ operation, now }) => {
    const refused = (order: Parameters<typeof transition>[1]) => transition(operation, order, now).kind === 'refused'
    const offered = availableActions(operation)
    expect(offered.includes('pause')).toBe(!refused(command('pause')))
    expect(offered.includes('resume')).toBe(!refused(command('resume')))
    // Cancelling twice is accepted, but there is no use in offering it.
    expect(offered.includes('cancel')).toBe(!refused(command('cancel')) && operation.state !== 'cancelled')
    expect(offered.includes('retry')).toBe(!refused(command('retry')))
    const needsForce = refused(command('retry')) && !refused(command('retry', { force: true }))
    expect(offered.includes('force_retry')).toBe(needsForce)
  })
})
