import type { Database, Statement } from 'better-sqlite3'
import type { Json, JsonObject } from '../../operation/json.ts'

/** A key and its value's JSON, as the index has them. */
export type IndexedEntry = readonly [key: string, value: string]

// Longer texts are no values to look operations up by, and would only make the index heavy.
const MAX_TEXT = 255

/**
 * The entries that the index holds of metadata: short keys with short values that are no objects and no lists. Keys with lone
 * surrogates are not among them: the database would take them for one another. JSON writes those of values as escapes.
 */
export function indexedEntries(metadata: JsonObject): readonly IndexedEntry[] {
  return Object.entries(metadata).flatMap(([key, value]) => {
    const text = key.length <= MAX_TEXT && key.isWellFormed() ? indexedText(value) : null
    return text === null ? [] : [[key, text] as const]
  })
}

function indexedText(value: Json): string | null {
  if (typeof value === 'object' && value !== null) return null
  if (typeof value === 'string' && value.length > MAX_TEXT) return null
  return JSON.stringify(value)
}

/**
 * Keeps `recovery_metadata`, inside a transaction of its caller. Its rows lead with key and value, so those of an operation
 * are found by its own metadata, which never changes: no second index is needed to delete them.
 */
export class MetadataIndex {
  readonly #insert: Statement<[string, string, number, string]>
  readonly #delete: Statement<[string, string, number, string]>
  readonly #metadata: Statement<[string], { metadata: string; created_at: number }>

  constructor(database: Database) {
    this.#insert = database.prepare('insert into recovery_metadata (key, value, created_at, operation_id) values (?, ?, ?, ?)')
    this.#delete = database.prepare(
      'delete from recovery_metadata where key = ? and value = ? and created_at = ? and operation_id = ?',
    )
    this.#metadata = database.prepare("select metadata, created_at from recovery_operations where id = ? and metadata <> '{}'")
  }

  /** Of an operation that has just been written. */
  add(id: string, createdAt: number, metadata: JsonObject): void {
    for (const [key, value] of indexedEntries(metadata)) this.#insert.run(key, value, createdAt, id)
  }

  /** Of an operation that is about to be deleted. */
  remove(id: string): void {
    const row = this.#metadata.get(id)
    if (row === undefined) return
    for (const [key, value] of indexedEntries(JSON.parse(row.metadata))) this.#delete.run(key, value, row.created_at, id)
  }
}
