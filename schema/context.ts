import type { Diagnostics } from '../src/diagnostics/diagnostics.ts'
import type { Recovery } from '../src/engine/recovery.ts'
import { ANYONE, type Caller } from '../src/operation/caller.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { SeenOperation } from './seen-operation.ts'

/** What every resolver is given. One per request, and one for the life of a subscription: so it caches nothing. */
export interface Context {
  readonly recovery: Recovery
  /** Null when the server was put together without. */
  readonly diagnostics: Diagnostics | null
  readonly caller: Caller
  /** The caller's name, for the event log; null when the server does not know. */
  readonly actor: string | null
  /** The operation as it is now; lookups of one turn share one read. */
  readonly operation: (id: string) => Promise<SeenOperation | null>
  readonly load: Loaders
}

export function createContext(recovery: Recovery, caller: Caller = ANYONE, diagnostics: Diagnostics | null = null): Context {
  const load = createLoaders(recovery)
  return { recovery, diagnostics, caller, actor: caller.name, operation: load.operation, load }
}
