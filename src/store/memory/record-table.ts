import { copyJson } from '../../operation/json.ts'
import type { RecordKind, StoreRecord } from '../../operation/record.ts'
import { compareText } from '../order.ts'

/** The engine's records, by kind and key. */
export class RecordTable {
  readonly #kinds = new Map<RecordKind, Map<string, StoreRecord>>()

  of(kind: RecordKind): readonly StoreRecord[] {
    return [...(this.#kinds.get(kind)?.values() ?? [])].sort((a, b) => compareText(a.key, b.key))
  }

  find({ kind, key }: Pick<StoreRecord, 'kind' | 'key'>): StoreRecord | undefined {
    return this.#kinds.get(kind)?.get(key)
  }

  put({ kind, key, value }: StoreRecord): void {
    const records = this.#kinds.get(kind) ?? new Map<string, StoreRecord>()
    this.#kinds.set(kind, records)
    if (value === null) records.delete(key)
    else records.set(key, { kind, key, value: copyJson(value) })
  }
}
