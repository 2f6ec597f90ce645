import { expect } from 'vitest'
import type { Store } from '../../src/operation/store.ts'
import { attemptsOf, eventsOf } from './store-reads.ts'

/** The durable state's own rules: an operation's row, its attempts and its events tell one story. */
export async function agreesWithItself(store: Store, id: string): Promise<void> {
  const operation = await store.operation(id)
  if (operation === null) return
  const { items: attempts } = await attemptsOf(store, id, { limit: 1000 })
  const { items: events } = await eventsOf(store, id, { limit: 1000 })
  expect(attempts.map((attempt) => attempt.sequence)).toEqual(attempts.map((_, index) => index + 1))
  expect(attempts.length).toBe(operation.sequence)
  expect(attempts.filter((attempt) => attempt.finishedAt === null).length).toBe(operation.currentAttemptId === null ? 0 : 1)
  const charged = attempts.filter(({ outcome }) => ['failed', 'timed_out', 'success', 'running', 'sleeping'].includes(outcome))
  expect(charged.length).toBe(operation.totalAttempts)
  expect(charged.filter(({ round }) => round === operation.round).length).toBe(operation.attempt)
  expect(operation.attempt).toBeLessThanOrEqual(operation.maxAttempts)
  expect(events[0]).toMatchObject({ type: 'created' })
  expect(events.at(-1)).toMatchObject({ state: operation.state, attempt: operation.attempt, nextAttemptAt: operation.dueAt })
  // An attempt that slept is started again when it wakes.
  const started = events.filter((event) => event.type === 'attempt_started').length
  expect(started).toBeGreaterThanOrEqual(attempts.length)
  expect(started).toBeLessThanOrEqual(attempts.length + events.filter((event) => event.type === 'sleeping').length)
  expect(events.filter((event) => event.type === 'retried' && event.attempt === 0).length).toBeGreaterThanOrEqual(
    operation.round - 1,
  )
}
