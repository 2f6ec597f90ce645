import type { DataDamagedError } from '../../operation/errors.ts'
import type { Operation } from '../../operation/operation.ts'
import type { ReportError } from '../commit-hooks.ts'
import { damagedError, readable } from '../encryption/damaged.ts'
import type { Vault } from '../encryption/vault.ts'
import { type OperationRow, toOperation } from './operation-row.ts'

/** Makes operations of rows, of which one may be damaged: that one is not run, and keeps nobody from the others. */
export class OperationRows {
  readonly #vault: Vault | null
  readonly #report: ReportError
  readonly #reported = new Set<string>()

  constructor(vault: Vault | null, report: ReportError) {
    this.#vault = vault
    this.#report = report
  }

  /** @throws DataDamagedError */
  whole(row: OperationRow): Operation {
    return toOperation(row, this.#vault)
  }

  /** To be looked at only: of a damaged operation what is encrypted is null, and its error says so. */
  shown(row: OperationRow): Operation {
    if (this.#vault === null) return toOperation(row, null)
    return readable(
      () => toOperation(row, this.#vault),
      (error) => ({ ...toOperation(withoutSealed(row), null), error: damagedError(error) }) as Operation,
    )
  }

  /**
   * The first operations that can be read, to be run. Damaged ones are left out and reported, each once.
   *
   * @param read the first rows, up to a number: asked again for more when some were damaged
   */
  first<T extends Operation>(limit: number, read: (limit: number) => readonly OperationRow[]): T[] {
    if (this.#vault === null) return read(limit).map((row) => toOperation(row, null) as T)
    for (let asked = limit; ; ) {
      const rows = read(asked)
      const found = this.#wholeOf(rows)
      if (found.length >= limit || rows.length < asked) return found.slice(0, limit) as T[]
      asked += rows.length - found.length
    }
  }

  #wholeOf(rows: readonly OperationRow[]): Operation[] {
    const found: Operation[] = []
    for (const row of rows) {
      const operation = readable<Operation | null>(
        () => toOperation(row, this.#vault),
        (error) => this.#leaveOut(row.id, error),
      )
      if (operation !== null) found.push(operation)
    }
    return found
  }

  #leaveOut(id: string, error: DataDamagedError): null {
    if (!this.#reported.has(id)) this.#report(error)
    this.#reported.add(id)
    return null
  }
}

function withoutSealed(row: OperationRow): OperationRow {
  return { ...row, input: null, result: null, checkpoint: null, progress: null, error: null }
}
