import type { OperationFilter, OrderField, PageKey } from '../../../operation/query.ts'
import { compareKeys } from '../../order.ts'
import type { OperationReader } from '../operation-reader.ts'
import type { IndexRuns, Run, RunKey } from './index-runs.ts'
import { HIGHEST, HIGHEST_VALUE, type KeyRange, LOWEST, LOWEST_NULL } from './key-range.ts'
import { mergeKeys } from './merge.ts'
import { planSegments, type Segment } from './plan.ts'

/** Reads the keys of a list, in one synchronous piece: what it answers was true at one moment. */
export class KeyReader {
  readonly #operations: OperationReader
  readonly #runs: IndexRuns

  constructor(runs: IndexRuns, operations: OperationReader) {
    this.#runs = runs
    this.#operations = operations
  }

  /** The first `limit` keys of the range, from its low end upwards or from its high end downwards. */
  read(filter: OperationFilter, field: OrderField, range: KeyRange, upwards: boolean, limit: number): RunKey[] {
    return this.#read(planSegments(filter, field, this.#operations.functions()), range, upwards, limit)
  }

  /** The same of one run, whose values are those of the range. */
  readRun(run: Run, range: KeyRange, upwards: boolean, limit: number): RunKey[] {
    return this.#read([{ nulls: false, runs: [run] }], range, upwards, limit)
  }

  /** Whether the runs that an order is read from have more than so many keys, whatever the range. */
  areMoreThan(most: number, filter: OperationFilter, field: OrderField): boolean {
    const runs = planSegments(filter, field, this.#operations.functions()).flatMap((segment) => segment.runs)
    return this.#runs.countUpTo(runs, most) > most
  }

  #read(segments: readonly Segment[], range: KeyRange, upwards: boolean, limit: number): RunKey[] {
    const keys: RunKey[] = []
    for (const segment of upwards ? segments : segments.toReversed()) {
      if (keys.length === limit) break
      const { low, high } = clip(range, segment)
      const from = upwards ? low : high
      if (compareKeys(low, high) >= 0) continue
      const reads = segment.runs.map((run) => (key: PageKey, count: number) => this.#runs.read(run, upwards, key, count))
      for (const key of mergeKeys(reads, upwards, from, limit - keys.length)) {
        if (upwards ? compareKeys(key, high) >= 0 : compareKeys(key, low) <= 0) return keys
        keys.push(key)
      }
    }
    return keys
  }
}

/** The part of a range that can lie in a segment. */
function clip({ low, high }: KeyRange, { nulls }: Segment): KeyRange {
  const [lowest, highest] = nulls ? [LOWEST_NULL, HIGHEST] : [LOWEST, HIGHEST_VALUE]
  return {
    low: compareKeys(low, lowest) > 0 ? low : lowest,
    high: compareKeys(high, highest) < 0 ? high : highest,
  }
}
