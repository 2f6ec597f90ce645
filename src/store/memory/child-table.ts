/** Rows that belong to operations, found by their own id and by their operation's. */
export class ChildTable<T extends { readonly id: string; readonly operationId: string }> {
  readonly #byId = new Map<string, T>()
  readonly #byOperation = new Map<string, Map<string, T>>()

  get(id: string): T | undefined {
    return this.#byId.get(id)
  }

  /** Those that exist. */
  those(ids: readonly string[]): readonly T[] {
    return [...new Set(ids)].map((id) => this.#byId.get(id)).filter((row) => row !== undefined)
  }

  /** In the order they came. */
  of(operationId: string): readonly T[] {
    return [...(this.#byOperation.get(operationId)?.values() ?? [])]
  }

  put(row: T): void {
    this.#byId.set(row.id, row)
    const siblings = this.#byOperation.get(row.operationId)
    if (siblings === undefined) this.#byOperation.set(row.operationId, new Map([[row.id, row]]))
    else siblings.set(row.id, row)
  }

  deleteOf(operationId: string): void {
    for (const id of this.#byOperation.get(operationId)?.keys() ?? []) this.#byId.delete(id)
    this.#byOperation.delete(operationId)
  }
}
