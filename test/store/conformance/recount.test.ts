import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActivityPoint, spanOf } from '../../../src/operation/activity.ts'
import type { FunctionCounters } from '../../../src/operation/counters.ts'
import { isRecovered, type Operation } from '../../../src/operation/operation.ts'
import type { Store } from '../../../src/operation/store.ts'
import { History, histories, limits } from '../../operation/history.ts'
import { STORES } from '../stores.ts'

const SPANS = { from: 0, until: 2 ** 42, spanMs: 10_000 }

/** Many operations whose histories lead anywhere, the same in every run. */
function manyHistories(): readonly History[] {
  const given = fc.sample(fc.tuple(limits, histories), { seed: 20_260_101, numRuns: 150 })
  return given.map(([limit, happenings], n) => {
    const history = new History(limit, `op_${n}`)
    for (const happening of happenings) history.play(happening)
    return history
  })
}

/** A change of each operation at a time, so that each commit adds up those of many. */
async function play(store: Store, all: readonly History[]): Promise<void> {
  const longest = Math.max(...all.map(({ changes }) => changes.length))
  for (let n = 0; n < longest; n++) {
    const answers = await store.commit(all.flatMap(({ changes }) => changes[n] ?? []))
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['committed']))
  }
}

const isFailed = ({ state }: Operation) => state === 'failed' || state === 'exhausted'
const isExhausted = ({ state }: Operation) => state === 'exhausted'

/** How many of those that ended so did it in which span. */
function bySpan(rows: readonly Operation[], isMeant: (row: Operation) => boolean): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const row of rows.filter(isMeant)) {
    const at = spanOf(row.finishedAt ?? Number.NaN)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

function told(points: readonly ActivityPoint[], of: 'failed' | 'exhausted'): Record<number, number> {
  return Object.fromEntries(points.filter((point) => point[of] !== 0).map((point) => [point.at, point[of]]))
}

describe.each(STORES)('whatever happens, in the $name store', ({ open }) => {
  test('the counters and the activity are a recount of the rows', async () => {
    const store = await open()
    const all = manyHistories()
    await play(store, all)

    const rows = await store.operations(all.map(({ operation }) => operation.id))
    const count = (isMeant: (row: Operation) => boolean) => rows.filter(isMeant).length
    expect(count(isExhausted)).toBeGreaterThan(3)
    expect(count(isFailed)).toBeGreaterThan(count(isExhausted))
    expect(await store.counters()).toMatchObject([
      { created: all.length, failed: count(isFailed), exhausted: count(isExhausted), recovered: count(isRecovered) },
    ])
    const points = await store.activity(SPANS)
    expect(told(points, 'failed')).toEqual(bySpan(rows, isFailed))
    expect(told(points, 'exhausted')).toEqual(bySpan(rows, isExhausted))
  })
})

test('whatever happens, all stores have the same counters and the same activity', async () => {
  const answers: [readonly FunctionCounters[], readonly ActivityPoint[]][] = []
  for (const { open } of STORES) {
    const store = await open()
    await play(store, manyHistories())
    answers.push([await store.counters(), await store.activity(SPANS)])
  }

  for (const answer of answers.slice(1)) expect(answer).toEqual(answers[0])
})
