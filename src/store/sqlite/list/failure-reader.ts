import type { Database, Statement } from 'better-sqlite3'
import { FAILURE_STATES, type Failure } from '../../../operation/failure.ts'
import { errorOrDamaged } from '../../encryption/damaged.ts'
import type { Vault } from '../../encryption/vault.ts'
import type { OperationReader } from '../operation-reader.ts'
import { IndexRuns, type RunKey } from './index-runs.ts'
import { type KeyRange, rangeOf } from './key-range.ts'
import { KeyReader } from './key-reader.ts'
import { nextTurn } from './next-turn.ts'

interface FailureRow extends Omit<Failure, 'functionName' | 'error'> {
  readonly function_name: string
  readonly error: string | null
}

const FILTER = { states: FAILURE_STATES }
/** Rows read in one piece; between the pieces the event loop goes on. */
const SLICE = 200

/** Reads which operations failed last and of what, without what they were given. */
export class FailureReader {
  readonly #keys: KeyReader
  readonly #vault: Vault | null
  readonly #rows: Statement<[string], FailureRow>

  constructor(database: Database, operations: OperationReader, vault: Vault | null) {
    this.#keys = new KeyReader(new IndexRuns(database), operations)
    this.#vault = vault
    this.#rows = database.prepare(
      `select t.id, t.function_name, t.state, t.updated_at as at, t.error
       from json_each(?) as wanted cross join recovery_operations t on t.rowid = wanted.value`,
    )
  }

  /** The latest first. */
  async latest(limit: number): Promise<readonly Failure[]> {
    const found = new Map<string, Failure>()
    let range: KeyRange = rangeOf(FILTER, 'updated_at')
    for (;;) {
      const wanted = Math.min(SLICE, limit - found.size)
      const keys = this.#keys.read(FILTER, 'updated_at', range, false, wanted)
      for (const failure of this.#failuresOf(keys)) found.set(failure.id, failure)
      const last = keys.at(-1)
      if (last === undefined || keys.length < wanted || found.size >= limit) return [...found.values()]
      range = { ...range, high: last }
      await nextTurn()
    }
  }

  /** Keys and rows are read in one piece: a row is as its key says. */
  #failuresOf(keys: readonly RunKey[]): readonly Failure[] {
    return this.#rows
      .all(JSON.stringify(keys.map(({ row }) => row)))
      .flatMap(({ id, function_name: functionName, state, at, error }) => {
        const known = errorOrDamaged(this.#vault, error, 'operations.error', id)
        return known === null ? [] : [{ id, functionName, state, at, error: known }]
      })
  }
}
