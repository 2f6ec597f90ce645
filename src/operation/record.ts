import type { Json } from './json.ts'

/** What the engine keeps beside operations. The names are stored for ever. */
export const RECORD_KINDS = ['breaker', 'samples', 'settings', 'probe', 'encryption'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** A small durable note of the engine's own, such as the state of one circuit breaker. */
export interface StoreRecord {
  readonly kind: RecordKind
  /** Unique within its kind. */
  readonly key: string
  /** Null deletes the record. */
  readonly value: Json
}
