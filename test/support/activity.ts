import { expect } from 'vitest'
import { addActivity, NO_ACTIVITY, SPAN_MS, tripsOf } from '../../src/operation/activity.ts'
import type { Store } from '../../src/operation/store.ts'

const ALL = { from: 0, until: 2 ** 32 * SPAN_MS, spanMs: 2 ** 32 * SPAN_MS }

/** What the activity of all time adds up to is what the counters say. */
export async function activityAgrees(store: Store): Promise<void> {
  const sum = (await store.activity(ALL)).reduce(addActivity, NO_ACTIVITY)
  const trips = (await store.records('breaker')).reduce((total, record) => total + tripsOf(record), 0)
  const counted = (await store.counters())
    .map((of) => ({ ...of, succeeded: of.rows.success, trips: 0 }))
    .reduce(addActivity, { ...NO_ACTIVITY, trips })
  expect(sum).toEqual(counted)
}
