import type { OperationFilter } from '../../../operation/query.ts'
import { countRows } from '../../counter-sums.ts'
import { indexedEntries } from '../metadata-index.ts'
import type { StoredFunction } from '../operation-reader.ts'
import type { IndexRuns, Run } from './index-runs.ts'

/** Beyond this many a value is so common that a page is found soon by going through the list itself. */
const MOST = 10_000

/** Chooses the run of the metadata index that a filter is best read from. */
export class MetadataRuns {
  readonly #runs: IndexRuns

  constructor(runs: IndexRuns) {
    this.#runs = runs
  }

  /** The rarest value that the filter asks for, in the order of creation; null when the states and functions are rarer. */
  rarest({ metadata, states, functionNames }: OperationFilter, functions: readonly StoredFunction[]): Run | null {
    if (metadata === undefined) return null
    let fewest = Math.min(MOST, countRows(functions, states, functionNames))
    let rarest: Run | null = null
    for (const prefix of indexedEntries(metadata)) {
      const run: Run = { kind: 'metadata', prefix }
      const keys = this.#runs.countUpTo([run], fewest - 1)
      if (keys >= fewest) continue
      fewest = keys
      rarest = run
    }
    return rarest
  }
}
