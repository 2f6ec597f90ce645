import { describe, expect, test } from 'vitest'
import type { OperationFilter } from '../../../src/operation/query.ts'
import type { Store } from '../../../src/operation/store.ts'
import { ENDS, failedOnce, meets } from '../failed-once.ts'
import { commit, created, finished, STORES } from '../stores.ts'

const OLDEST = { field: 'created_at', direction: 'asc' } as const

/** Of each of two functions one that never failed, one that has not begun, and one of each way to go on after a failure. */
async function fill(store: Store): Promise<void> {
  for (const functionName of ['f', 'g']) {
    await finished(store, `${functionName} at once`, { functionName })
    await commit(store, created(`${functionName} later`, { functionName }))
    for (const end of ENDS) await failedOnce(store, `${functionName} ${end}`, end, { functionName })
  }
}

const filters: readonly OperationFilter[] = [{}, { recovered: true }, { recovered: false }].flatMap((recovered) =>
  [{}, { hasFailedAttempts: true }, { hasFailedAttempts: false }].flatMap((failed) =>
    ([{}, { states: ['success'] }, { states: ['recovering', 'success'] }, { states: ['pending'] }] as const).map((states) => ({
      ...recovered,
      ...failed,
      ...states,
    })),
  ),
)

describe.each(STORES)('failed attempts in the $name store', ({ open }) => {
  test('what an attempt of failed and what recovered is told from all others, alone, together and by state', async () => {
    const store = await open()
    await fill(store)
    const { operations: all } = await store.list({ filter: {}, order: OLDEST, limit: 99 })
    for (const filter of filters) {
      const wanted = all.filter((operation) => meets(operation, filter)).map(({ id }) => id)
      const { operations } = await store.list({ filter, order: OLDEST, limit: 99 })
      expect(
        operations.map(({ id }) => id),
        JSON.stringify(filter),
      ).toEqual(wanted)
      expect(await store.count(filter), JSON.stringify(filter)).toBe(wanted.length)
    }
  })

  test('a success by a fallback had a failed attempt and has not recovered', async () => {
    const store = await open()
    await fill(store)
    const ids = async (filter: OperationFilter) =>
      (await store.list({ filter: { ...filter, functionNames: ['f'] }, order: OLDEST, limit: 99 })).operations.map(({ id }) => id)

    expect(await ids({ recovered: true })).toEqual(['f recovers'])
    expect(await ids({ hasFailedAttempts: true })).toEqual(['f exhausted', 'f falls back', 'f recovers', 'f waits'])
    expect(await ids({ hasFailedAttempts: true, recovered: false })).toEqual(['f exhausted', 'f falls back', 'f waits'])
    expect(await ids({ hasFailedAttempts: false })).toEqual(['f at once', 'f later'])
  })
})
