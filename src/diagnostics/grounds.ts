import { systemRandom } from '../engine/system.ts'
import type { Clock } from '../operation/clock.ts'
import type { Store } from '../operation/store.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { openSqliteStore } from '../store/sqlite-store.ts'

export type StoreKind = 'memory' | 'sqlite'

/** Opens an empty or an earlier isolated store; `file` is where a durable one lies. */
export type OpenStore = (kind: StoreKind, file: string) => Promise<Store>

/** What every run stands on. */
export interface Grounds {
  readonly clock: Clock
  /** The kind of store that the served engine keeps its operations in. */
  readonly kind: StoreKind
  /** The retries that the served engine gives a function which says nothing else. */
  readonly maxRetries: number
  readonly openStore: OpenStore
  /** Aborts when the run is to stop. */
  readonly signal: AbortSignal
}

export const openIsolatedStore: OpenStore = async (kind, file) =>
  kind === 'memory' ? createMemoryStore({ random: systemRandom }) : openSqliteStore({ file, random: systemRandom })
